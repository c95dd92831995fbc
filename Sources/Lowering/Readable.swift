import SQL

extension Lowered {
    /// The statements as a person would write them, each ended by a semicolon; those of the checks come first.
    public var readable: String {
        var text = ""
        for check in checks { text += check.readable }
        return text + outcome.readable
    }
}

extension Outcome {
    var readable: String {
        switch self {
        case .rows(let select, _): return select.statement.readable() + ";\n"
        case .choice(let condition, let then, let otherwise):
            return "-- if this holds, the next, else the one after\n" + condition.statement.readable() + ";\n" + then.readable + otherwise.readable
        case .failure(let failure): return "-- fails: \(failure.code.name)\n"
        }
    }
}

extension Check {
    var readable: String {
        let condition = guards.isEmpty ? "" : ", if " + guards.map { Select($0).statement.readable(width: .max).dropFirst("select ".count) }.joined(separator: " and ")
        let words = failure.map { "must hold\(condition): \($0.code.name)" } ?? "must not fail\(condition)"
        return "-- \(words)\n" + select.statement.readable() + ";\n"
    }
}
