import Linking

extension QuestionFamily {
    var relations: [QuestionRelation] {
        switch self {
        case .cells: [.one, .many, .first, .last]
        case .neighbour: [.first, .last]
        case .superlative: [.largest, .smallest, .allLargest, .allSmallest]
        case .extreme, .nth, .choice, .choiceByCount, .groupSum: [.largest, .smallest]
        case .mode: [.largest, .smallest, .allLargest]
        case .rest: [.one, .many]
        case .frequent: [.above, .atLeast, .below, .equal]
        case .beyond, .beyondCount, .verdict, .wordChoice, .wordChoiceByNumber: [.above, .below]
        case .count, .unionCount, .restCount, .distinct, .sum, .unionSum, .average, .range, .modeCount, .difference, .countDifference, .sumDifference, .between, .sharing,
            .sharingCount, .columnDifference, .columnSum, .streak:
            [.plain]
        }
    }

    /// The classes of column that a shape tells apart in what it reckons with.
    var measureClasses: [ColumnClass] {
        switch self {
        case .superlative, .choice: ColumnClass.allCases
        case .extreme: ColumnClass.allCases.filter { $0 != .rowOrder }
        case .nth, .beyond, .beyondCount, .verdict, .wordChoice: [.other, .date, .rowOrder]
        case .difference, .range, .columnDifference: [.other, .date]
        case .cells, .neighbour, .count, .unionCount, .restCount, .distinct, .choiceByCount, .sum, .unionSum, .average, .mode, .modeCount, .frequent, .groupSum,
            .countDifference, .sumDifference, .between, .sharing, .sharingCount, .columnSum, .rest,
            .wordChoiceByNumber, .streak:
            [.other]
        }
    }

    /// The classes of answers that a shape tells apart.
    var answerClasses: [AnswerClass] {
        switch self {
        case .cells, .neighbour, .superlative, .nth: [.text, .number, .date]
        case .extreme, .count, .unionCount, .restCount, .distinct, .choice, .choiceByCount, .sum, .unionSum, .average, .range, .mode, .modeCount, .frequent, .groupSum,
            .difference, .countDifference, .sumDifference, .between, .sharing, .sharingCount, .beyond, .beyondCount, .columnDifference, .columnSum, .verdict,
            .rest, .wordChoice, .wordChoiceByNumber, .streak:
            [.none]
        }
    }

    /// The class that a shape of the family has for a measure's.
    func told(_ measure: ColumnClass) -> ColumnClass { measureClasses.contains(measure) ? measure : .other }
    func told(_ answer: AnswerClass) -> AnswerClass { answerClasses.contains(answer) ? answer : .none }
}
