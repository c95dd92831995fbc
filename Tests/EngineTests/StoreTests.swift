import Diagnostics
import Foundation
import JSON
import RePanda
import Testing
import Values

/// Tables that are imported once and asked again.
@Suite struct StoreTests {
    @Test func anImportIsUsedAgain() throws {
        let folder = try Folder()
        var imports = 0
        let path = try folder.write("a,b\n1,x\n2,y\n", to: "t.csv")
        for _ in 0..<3 {
            let table = try folder.stored(path) { _ in imports += 1 }
            #expect(try value("df['a'].sum()", table) == "3")
        }
        #expect(imports == 1)
        try FileManager.default.setAttributes([.modificationDate: Date(timeIntervalSince1970: 1_000_000_000)], ofItemAtPath: path)
        _ = try folder.stored(path) { _ in imports += 1 }
        #expect(imports == 1, "the same content at another time is the same table")
    }

    /// Size, times and content: whatever of them tells.
    @Test func aChangedFileIsImportedAnew() throws {
        let folder = try Folder()
        let path = try folder.write("a\n1\n2\n", to: "t.csv")
        #expect(try value("df['a'].sum()", folder.stored(path)) == "3")
        let date = try FileManager.default.attributesOfItem(atPath: path)[.modificationDate]
        try folder.write("a\n1\n5\n", to: "t.csv")
        try FileManager.default.setAttributes([.modificationDate: date as Any], ofItemAtPath: path)
        #expect(try value("df['a'].sum()", folder.stored(path)) == "6", "the same size, the same time of writing")
        try folder.write("a\n1\n5\n7\n", to: "t.csv")
        #expect(try value("df['a'].sum()", folder.stored(path)) == "13")
        #expect(try value("len(df)", folder.stored(path, dialect: .tabfact)) == "3", "each dialect is a table of its own")
        try folder.write("a,b\nx,1\n", to: "t.csv")
        #expect(try value("df['a'].tolist()", folder.stored(path)) == #"{"list": ["x"]}"#)
    }

    @Test func aFileThatIsNoTableLeavesTheDatabaseAsItWas() throws {
        let folder = try Folder()
        _ = try folder.stored("a\n1\n", named: "good")
        let before = try Data(contentsOf: URL(fileURLWithPath: folder.file("store.sqlite")))
        for (name, text) in [("open", "a\n1\n\"x\n"), ("empty", ""), ("ragged", "a,b\n1,2\n1,2,3\n"), ("labels", "a\nx,1\ny,2\n")] {
            #expect(throws: (any Error).self) { try folder.stored(text, named: name) }
            #expect(try Data(contentsOf: URL(fileURLWithPath: folder.file("store.sqlite"))) == before, "\(name)")
        }
    }

    /// Blocks of different types become what the table read as a whole is, cell by cell.
    @Test(arguments: [
        ["1", "2.5"], ["1", "NA"], ["1", "word"], ["True", "word"], ["True", "1"], ["True", "2.5"], ["True", "False", "True,gap"], ["NA", "word"],
        ["word", "NA", "1"], ["True,gap", "word"], ["9007199254740993", "0.5"],
    ]) func blocksOfSeveralTypes(cells: [String]) throws {
        let folder = try Folder()
        // pandas types 2^18 / 4 rows of four columns at a time.
        let rows = cells.flatMap { cell in (0..<131_072).map { cell.hasSuffix(",gap") ? ($0 == 0 ? "," : cell.dropLast(4) + ",") : Substring(cell + ",") } }
        let path = try folder.write("a,b,c,d\n" + rows.map { $0 + "1,,\n" }.joined(), to: "t.csv")
        let whole = try Table(path: path)
        let stored = try folder.stored(path)
        #expect(facts(whole.schema) == facts(stored.schema))
        #expect(whole.warnings == stored.warnings)
        let frame = try stored.frame(limit: 1 << 30)
        for at in 0..<4 { #expect(frame.column(at).dtype == whole.frame.column(at).dtype) }
        for row in stride(from: 0, to: whole.frame.rowCount, by: 997) {
            let (cell, expected) = (frame.cell(row: row, column: 0), whole.frame.cell(row: row, column: 0))
            #expect("\(cell)" == "\(expected)" || cell.isMissing && expected.isMissing)
        }
    }

    @Test func aTableTooLargeForMemoryIsRefusedThere() throws {
        let folder = try Folder()
        let table = try folder.stored("a\n1\n2\n", named: "t")
        #expect(throws: Failure.self) { try table.frame(limit: 8) }
    }

    @Test func otherPeoplesDatabasesStayAsTheyAre() throws {
        let folder = try Folder()
        let path = try folder.database("store.sqlite", ["create table t (a)"])
        let before = try Data(contentsOf: URL(fileURLWithPath: path))
        #expect(throws: Diagnostic.self) { try folder.stored("a\n1\n", named: "t") }
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    }

    @Test func headersThatNoTableOfSQLHas() throws {
        let folder = try Folder()
        let table = try folder.stored("select,,a,A,\"x\"\"y\",rowid,row\n1,2,3,4,5,6,7\n", named: "sqlite_master")
        #expect(try value("[df['select'].sum(), df['Unnamed: 1'].sum(), df['a'].sum(), df['A'].sum(), df['x\"y'].sum(), df['rowid'].sum(), df['row'].sum()]", table) == #"{"list": [1, 2, 3, 4, 5, 6, 7]}"#)
    }

    private func facts(_ schema: Schema) -> [String] { schema.columns.map { "\($0.name) \($0.type) \($0.missing) \($0.reading)" } }
}

/// The value in the canonical form, computed by SQLite.
func value(_ query: String, _ table: StoredTable, _ engine: Engine = .sqlite) throws -> String {
    var writer = JSONWriter()
    try writeCanonical(try Query(query, on: table).run(engine: engine).value, to: &writer)
    return writer.string
}
