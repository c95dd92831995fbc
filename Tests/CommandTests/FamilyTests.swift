import Testing

/// What makes a query one of a family, over crowds.csv (team, venue, crowd, points).
@Suite struct FamilyTests {
    @Test(arguments: [
        ("df[df['team'] == 'north']['venue'].iloc[0] == 'mcg'", "filter"),
        ("df.query('team == \"north\"')['venue'].iloc[0] == 'mcg'", "filter"),
        ("[x for x in df['points'] if x == 88] == [88]", "filter"),
        ("len(df) == 4", "count"),
        ("(df['team'] == 'north').sum() == 2", "count"),
        ("df.shape[0] == 4", "count"),
        ("df['points'].sum() > 300", "comparison, aggregate"),
        ("df['points'].iloc[0] == df['points'].iloc[-1]", "comparison, ordinal"),
        ("df['crowd'].max() == 31500", "superlative"),
        ("df.loc[df['crowd'].idxmax(), 'venue'] == 'mcg'", "superlative"),
        ("sorted(df['points'])[0] == 64", "superlative"),
        ("df['crowd'].dropna().mean() == 2", "aggregate"),
        ("df['venue'].iloc[2] == 'mcg'", "ordinal"),
        ("df['venue'].values[1] == 'scg'", "ordinal"),
        ("df['team'].nunique() == 3", "unique"),
        ("len(set(df['team'])) == 3", "count, unique"),
        ("df['team'].str.contains('nor').any()", "text"),
        ("pd.to_datetime(df['team'], errors='coerce').dt.year.isna().all()", "date"),
        ("'north' in df['team'].values", ""),
        ("df['nothing'].max() == 1", ""),
    ]) func familiesOf(_ query: String, _ families: String) throws {
        let escaped = query.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        let run = try Shell().run(
            "repanda eval - --tables . --predictions x.jsonl > report.txt; sed 's/.*\"families\": \\[\\(.*\\)\\], \"subsets.*/\\1/' x.jsonl; rm x.jsonl",
            input: Array("{\"statement\": \"x\", \"table\": \"crowds.csv\", \"query\": \"\(escaped)\", \"label\": 1}\n".utf8))
        #expect(run.outText.replacing("\"", with: "") == families + "\n", "\(run.errText)")
    }
}
