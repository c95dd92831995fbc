import RePanda
import Testing

@testable import Provenance

/// "One cell moves it by so much" is said only where it is so.
@Suite struct ObstacleTests {
    private func reason(_ text: String) throws -> String? {
        let table = try Table(csv: "name,x\na,1\nb,2\nc,3\nd,9\n")
        let query = try Query(text, on: table, warns: false)
        return try Obstacles(of: query.program, text: query.text, on: table.frame).reason
    }

    @Test(arguments: [
        "len(df['x'].mode()) == 1", "len([x for x in df['x'] if x > df['x'].mean()]) == 4", "sum(df['x'] < df['x'].max()) == 0", "sum(x > df['x'].mean() for x in df['x']) == 4",
    ]) func oneCellMayMoveMany(_ text: String) throws {
        #expect(try reason(text)?.contains("one cell moves") != true)
    }

    @Test(arguments: ["len(df[df['x'] > 2]) == 4", "sum(x > 2 for x in df['x']) == 4", "df['x'].value_counts()[1] == 3", "len(df['name'].unique()) == 2"])
    func oneCellMovesCounts(_ text: String) throws {
        #expect(try reason(text)?.contains("one cell moves") == true)
    }
}
