import RePanda
import Testing

@testable import Building

/// What counts as a literal, and where one occurs.
@Suite struct LiteralTests {
    static let table = "name,date,points\nmilan,9 june 1956,31\nroma,1 may 1957,22\n"

    static let queries: [(query: String, texts: [String], numbers: [Double])] = [
        ("df.loc[df['name'] == 'milan', 'points'].iloc[0] == 31", ["milan"], [31]),
        ("df['points'].iloc[5] > 0", [], []),
        ("df['name'].isin(['milan', 'inter']).sum() == 2", ["milan", "inter"], [2]),
        ("df['name'].str.contains('milan|roma').all()", ["milan", "roma"], []),
        (#"df['date'].str.extract(r'(\d+)')[0].astype(int).max() == 9"#, [], [9]),
        ("pd.to_datetime(df['date'], format='%d %B %Y').dt.year.max() < 1960", [], [1960]),
        ("df['points'].between(20, -35).any()", [], [20, -35]),
        ("club = 'roma'\n(df['name'] == club).any()", ["roma"], []),
        ("df.query(\"name == 'milan'\")['points'].sum() == 31", ["milan"], [31]),
    ]

    @Test(arguments: queries) func areWhatCellsAreComparedWith(_ query: String, _ texts: [String], _ numbers: [Double]) throws {
        let table = try Table(csv: LiteralTests.table)
        let literals = Literals(of: try Query(query, on: table).program, columns: table.schema.names)
        #expect(literals.texts.sorted() == texts.sorted())
        #expect(literals.numbers.sorted() == numbers.sorted())
    }

    @Test(arguments: ["St. Louis", "st louis", "1,332", "1332", "three", "second", "2", "12.9", "may", "5"]) func occur(_ literal: String) {
        let text = Occurrences("three men of St.Louis came second on May 4 : 1,332 votes , 12.9 percent")
        #expect(Double(literal).map { text.has($0) } ?? text.has(literal))
    }

    @Test(arguments: ["saint", "1333", "6", "12"]) func doNotOccur(_ literal: String) {
        let text = Occurrences("three men of St.Louis came second on May 4 : 1,332 votes , 12.9 percent")
        #expect(!(Double(literal).map { text.has($0) } ?? text.has(literal)))
    }
}
