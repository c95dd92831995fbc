extension PanTabFact {
    static func card(_ manifest: Manifest) -> Card {
        Card(
            manifest: manifest,
            summary: """
                Claims of TabFact, each with a pandas query over its table `df` whose verdict, `bool` of its value, is the claim's label. The first seven \
                keys are those of PanTabFact (RePanda, ACL 2025, arXiv 2503.11921); the records are not that data set's, only the form is. `chat/` has \
                the same queries as prompts and answers for fine-tuning.
                """,
            license: "cc-by-4.0",
            licensing: """
                Statements, labels, captions and tables are TabFact's (Chen et al., ICLR 2020, <https://github.com/wenhuchen/Table-Fact-Checking>), under the \
                Creative Commons Attribution 4.0 International licence (CC BY 4.0); the tables come from Wikipedia. The queries are those of the \
                candidates' files named in `manifest.json`: their licence is what their author says.
                """,
            configurations: Card.recordsAndChat, columns: columns)
    }

    private static let columns: [Card.Column] = [
        .init(name: "id", type: "string", meaning: "the table's name in TabFact and the statement's place in its list, from 0"),
        .init(name: "statement", type: "string", meaning: "the claim"),
        .init(name: "label", type: "int64", meaning: "1 true, 0 false"),
        .init(name: "table_caption", type: "string", meaning: "the table's caption"),
        .init(name: "table_text", type: "string", meaning: "the table, `#` between fields, a header line, no quoting"),
        .init(name: "pandas_code", type: "string", meaning: "the query over `df`"),
        .init(name: "pandas_eval", type: "string", meaning: "`True` or `False`: the query's verdict; empty where there is none"),
        .init(name: "status", type: "string", meaning: "`as-written`, `corrected`; with `--all` also `disagrees`, `failed`, `refused`, `no-candidate`"),
        .init(name: "error_code", type: "string", meaning: "why there is no verdict, or what a correction mended; empty where nothing was wrong"),
        .init(name: "corrections", type: "string", meaning: "what was changed in the candidate, `; ` between changes"),
        .init(name: "original_code", type: "string", meaning: "the candidate as it came"),
        .init(name: "sql", type: "string", meaning: "the query lowered to SQLite; empty where it is not lowered"),
        .init(name: "table", type: "string", meaning: "the table's file in `data/all_csv`"),
        .init(name: "table_hash", type: "string", meaning: "SHA-256 of that file"),
        .init(name: "split", type: "string", meaning: "`train`, `validation` or `test`"),
        .init(name: "channel", type: "string", meaning: "`simple` or `complex`, as TabFact collected the claim; empty where it does not say"),
        .init(name: "small_test", type: "bool", meaning: "whether the table is of TabFact's small test"),
        .init(name: "query_rank", type: "int64", meaning: "the query's place among its claim's candidates, from 1"),
        .init(name: "candidates", type: "int64", meaning: "how many candidates the claim has"),
        .init(name: "distinct_candidates", type: "int64", meaning: "how many of them differ in more than spelling"),
        .init(name: "agreeing", type: "int64", meaning: "how many distinct candidates come to the label, this one included"),
        .init(name: "disagreeing", type: "int64", meaning: "how many come to the other verdict"),
        .init(name: "table_dependence", type: "string", meaning: "`constant`: the query does not read the table; `unmoved`: no disturbed table changes the verdict; `moves`"),
        .init(name: "probes", type: "int64", meaning: "how many disturbed tables of each kind were tried"),
        .init(name: "permutation_changes", type: "int64", meaning: "how often the verdict was not the same once cells had changed places within their columns"),
        .init(name: "omission_changes", type: "int64", meaning: "how often it was not the same with about half of the rows left out"),
        .init(name: "literals", type: "int64", meaning: "how many texts and numbers the query compares with, 0 and 1 left out"),
        .init(name: "literals_in_claim", type: "int64", meaning: "how many of them the claim has"),
        .init(name: "literals_in_table", type: "int64", meaning: "how many of them the table has"),
        .init(name: "doubts", type: "string", meaning: "`constant`, `unmoved` (a True only), `invented-literal` (in neither claim nor table), `outvoted`, `unsure` (a proposed query whose verdict was not sure without the label, or that leaves out what the claim says); empty where there is none"),
        .init(name: "schema_version", type: "int64", meaning: "the version of these columns"),
    ]
}
