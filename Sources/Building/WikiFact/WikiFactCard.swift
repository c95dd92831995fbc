extension WikiFact {
    static func card(_ manifest: Manifest) -> Card {
        Card(
            manifest: manifest,
            summary: """
                Claims about the tables of WikiTableQuestions, made of its questions: true ones with the right answer, false ones with a plausible other \
                value of the same column and type, which the official rule (evaluator 1.0.2) does not accept. `balanced` has as many true claims as \
                false ones and every question at most once; `original` has every claim with its right answer, all true. Questions that no rule words \
                well are left out: \(share(manifest)) of them.

                The form follows WikiFact (RePanda, ACL 2025, arXiv 2503.11921); how the original words and falsifies its claims is not known, and the \
                claims are not that data set's.
                """,
            license: "cc-by-sa-4.0",
            licensing: """
                Questions, answers and tables are those of WikiTableQuestions (Pasupat and Liang, ACL 2015, \
                <https://github.com/ppasupat/WikiTableQuestions>), under the Creative Commons Attribution-ShareAlike 4.0 International licence \
                (CC BY-SA 4.0); the tables come from Wikipedia. The claims are made from them, so the whole is under the same licence.
                """,
            configurations: [("balanced", "balanced/"), ("original", "original/")], columns: columns)
    }

    private static func share(_ manifest: Manifest) -> String {
        let (left, all) = (manifest.counts["left out"], max(manifest.counts["questions"], 1))
        let tenths = (left * 2000 + all) / (all * 2)
        return "\(tenths / 10).\(tenths % 10) %"
    }

    private static let columns: [Card.Column] = [
        .init(name: "id", type: "string", meaning: "the question's id"),
        .init(name: "statement", type: "string", meaning: "the claim"),
        .init(name: "label", type: "int64", meaning: "1 true, 0 false"),
        .init(name: "table", type: "string", meaning: "the table's file in WikiTableQuestions"),
        .init(name: "table_text", type: "string", meaning: "the table: CSV, quotes escaped with a backslash"),
        .init(name: "dialect", type: "string", meaning: "`wtq`, for `repanda verify` and `repanda eval`"),
        .init(name: "table_hash", type: "string", meaning: "SHA-256 of the table's file"),
        .init(name: "question", type: "string", meaning: "the question as asked"),
        .init(name: "answer", type: "list of string", meaning: "the right answer's items"),
        .init(name: "claimed", type: "list of string", meaning: "the items that the statement claims"),
        .init(name: "rule", type: "string", meaning: "which rule worded the statement"),
        .init(name: "changed_column", type: "string", meaning: "of a false claim, the column that the other value was taken from; empty where it is a number nearby, the other of two, or yes for no"),
        .init(name: "split", type: "string", meaning: "`train`, `validation` or `test`"),
        .init(name: "schema_version", type: "int64", meaning: "the version of these columns"),
    ]
}
