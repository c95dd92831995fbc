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
