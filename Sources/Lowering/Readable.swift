import SQL

extension Lowered {
    /// The statements as a person would write them, each ended by a semicolon; those of the checks come first.
    public var readable: String {
        var text = ""
        for check in checks { text += check.readable }
        return text + select.statement.readable() + ";\n"
    }
}

extension Check {
    var readable: String {
        let condition = guards.isEmpty ? "" : ", if " + guards.map { Select($0).statement.readable(width: .max).dropFirst("select ".count) }.joined(separator: " and ")
        let words = failure.map { "must hold\(condition): \($0.code.name)" } ?? "must not fail\(condition)"
        return "-- \(words)\n" + select.statement.readable() + ";\n"
    }
}
