extension PanWiki {
    static func card(_ manifest: Manifest) -> Card {
        Card(
            manifest: manifest,
            summary: """
                Questions of WikiTableQuestions, each with a pandas query over its table `df`, the answer that the query gives, the right one, and whether \
                the official rule (evaluator 1.0.2) accepts it. `chat/` has the accepted queries as prompts and answers for fine-tuning. The form \
                follows PanWiki (RePanda, ACL 2025, arXiv 2503.11921); the records are not that data set's.
                """,
            license: "cc-by-sa-4.0",
            licensing: """
                Questions, answers and tables are those of WikiTableQuestions (Pasupat and Liang, ACL 2015, \
                <https://github.com/ppasupat/WikiTableQuestions>), under the Creative Commons Attribution-ShareAlike 4.0 International licence \
                (CC BY-SA 4.0); the tables come from Wikipedia. The queries are those of the candidates' files named in `manifest.json`: their licence \
                is what their author says.
                """,
            configurations: Card.recordsAndChat, columns: columns)
    }

    private static let columns: [Card.Column] = [
        .init(name: "id", type: "string", meaning: "the question's id"),
        .init(name: "question", type: "string", meaning: "the question"),
        .init(name: "table", type: "string", meaning: "the table's file in WikiTableQuestions"),
        .init(name: "table_text", type: "string", meaning: "the table: CSV, quotes escaped with a backslash"),
        .init(name: "dialect", type: "string", meaning: "`wtq`: how repanda reads the table"),
        .init(name: "table_hash", type: "string", meaning: "SHA-256 of the table's file"),
        .init(name: "query", type: "string", meaning: "the query over `df`"),
        .init(name: "answer", type: "list of string", meaning: "the right answer's items (targetValue)"),
        .init(name: "canonical_answer", type: "list of string", meaning: "their canonical forms (targetCanon)"),
        .init(name: "canonical_source", type: "string", meaning: "`tagged`, or `answer` where the clone has no tagged file and the items stand for themselves"),
        .init(name: "prediction", type: "list of string", meaning: "the items of the query's value; a bool is `yes` or `no`"),
        .init(name: "accepted", type: "bool", meaning: "whether the official rule accepts the prediction"),
        .init(name: "status", type: "string", meaning: "`as-written`, `corrected`; with `--all` also `failed`, `refused`, `no-candidate`"),
        .init(name: "error_code", type: "string", meaning: "why there is no answer, or what a correction mended; empty where nothing was wrong"),
        .init(name: "corrections", type: "string", meaning: "what was changed in the candidate, `; ` between changes"),
        .init(name: "original_query", type: "string", meaning: "the candidate as it came"),
        .init(name: "sql", type: "string", meaning: "the query lowered to SQLite; empty where it is not lowered"),
        .init(name: "query_rank", type: "int64", meaning: "the query's place among its question's candidates, from 1"),
        .init(name: "candidates", type: "int64", meaning: "how many candidates the question has"),
        .init(name: "distinct_candidates", type: "int64", meaning: "how many of them differ in more than spelling"),
        .init(name: "accepted_candidates", type: "int64", meaning: "how many distinct candidates are accepted"),
        .init(name: "split", type: "string", meaning: "`train`, `validation` or `test`"),
        .init(name: "schema_version", type: "int64", meaning: "the version of these columns"),
    ]
}
