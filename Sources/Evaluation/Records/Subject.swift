import Diagnostics
import Files
import JSON
import RePanda
import Tables

/// What one record asks to have judged.
enum Subject: Sendable {
    case claim(ClaimRecord)
    case question(QuestionRecord)

    /// - Throws: what is wrong with the record.
    init(_ document: JSONValue, at pointer: JSONPointer = .root, isOpen: Bool = false) throws(Refusal) {
        guard QuestionRecord.isOne(document) else {
            self = .claim(try ClaimRecord(document, at: pointer, isOpen: isOpen))
            return
        }
        do { self = .question(try QuestionRecord(document, at: pointer, isOpen: isOpen)) } catch { throw Refusal([error]) }
    }

    var id: JSONValue {
        switch self {
        case .claim(let record): record.id
        case .question(let record): record.id
        }
    }

    /// The statement or the question.
    var text: String {
        switch self {
        case .claim(let record): record.statement
        case .question(let record): record.question
        }
    }

    var query: String {
        switch self {
        case .claim(let record): record.query
        case .question(let record): record.query
        }
    }

    /// The same with another query.
    func with(query: String) -> Subject {
        switch self {
        case .claim(let record): .claim(record.with(query: query))
        case .question(let record): .question(record.with(query: query))
        }
    }

    var caption: String? {
        switch self {
        case .claim(let record): record.caption
        case .question: nil
        }
    }

    var label: Bool? {
        switch self {
        case .claim(let record): record.label
        case .question: nil
        }
    }

    var reported: Bool? {
        switch self {
        case .claim(let record): record.reported
        case .question: nil
        }
    }

    /// The right answer's items, of a question.
    var answer: [String]? {
        switch self {
        case .claim: nil
        case .question(let record): record.answer
        }
    }

    var kind: Prediction.Kind {
        switch self {
        case .claim: .claim
        case .question: .question
        }
    }

    /// - Parameter tables: where a record's table path is looked up.
    func table(_ tables: TableCache) throws(Diagnostic) -> Table {
        let (source, dialect) = place
        switch source {
        case .path(let path): return try tables.table(path, dialect: dialect)
        case .text(let text): return try read(text: text, dialect: dialect, limits: tables.limits)
        }
    }

    /// Where the table is; nil for one inside the record.
    var tablePath: String? { if case .path(let path) = place.0 { path } else { nil } }

    private var place: (ClaimRecord.Source, Dialect) {
        switch self {
        case .claim(let record): (record.source, record.dialect)
        case .question(let record): (record.source, record.dialect)
        }
    }

    /// What a query's answer says of it.
    ///
    /// - Throws: where it says nothing.
    func outcome(of answer: Answer) throws(Refusal) -> Outcome {
        switch self {
        case .claim: .judged(try answer.judged().verdict ? .entailed : .refuted)
        case .question(let record): .answered(isCorrect: try record.isAnswered(by: answer.value))
        }
    }
}
