import Linking
import Searching

extension FeatureMatrix {
    /// The features of a question's candidates.
    public static func question(_ space: SearchSpace, _ candidates: [QuestionCandidate], _ table: QuestionTable) -> FeatureMatrix {
        QuestionFeatures(space, table).matrix(candidates)
    }
}

extension QuestionFamily {
    /// Whether the words that compare are spoken for.
    var usesTriggers: Bool {
        switch self {
        case .neighbour, .superlative, .extreme, .nth, .choice, .choiceByCount, .range, .mode, .modeCount, .frequent, .groupSum, .difference, .countDifference,
            .sumDifference, .between, .beyond, .beyondCount, .columnDifference, .verdict, .cells, .wordChoice,
            .wordChoiceByNumber, .streak:
            true
        case .count, .unionCount, .rest, .restCount, .distinct, .sum, .unionSum, .average, .sharing, .sharingCount, .columnSum: false
        }
    }
}

extension QuestionRelation {
    /// The way it points: 1 for the largest or the last, -1 for the smallest or the first.
    var sign: Float {
        switch self {
        case .largest, .allLargest, .above, .atLeast, .last: 1
        case .smallest, .allSmallest, .below, .first: -1
        case .plain, .one, .many, .equal: 0
        }
    }
}
