import Linking

extension LinkedSentence {
    /// The words and the pairs of words that may say what is meant, each once, numbers as `#`.
    public var terms: [String] {
        let forms = ["^"] + words.map { $0.number == nil ? $0.form : "#" } + ["$"]
        let pairs = zip(forms, forms.dropFirst()).map { $0 + " " + $1 }
        var known: Set<String> = []
        return (forms.dropFirst().dropLast() + pairs).filter { known.insert($0).inserted }
    }
}

extension TableIndex {
    /// For every column the words of its name, and of what kind its cells are.
    public var headerTerms: [[String]] {
        headers.indices.map { column in
            var known: Set<String> = []
            return (headers[column].forms + [kind(column), "column \(min(column, 3))"]).filter { known.insert($0).inserted }
        }
    }

    private func kind(_ column: Int) -> String {
        switch keys[column]?.kind {
        case .number, .grouped: headers[column].kind == .date ? "a year" : "a number"
        case .leading, .trailing: "a text with a number"
        case .date, .yearless, .year: "a date"
        case .clock: "a time"
        case nil: scores.contains { $0.column == column } ? "a result" : "a text"
        }
    }
}
