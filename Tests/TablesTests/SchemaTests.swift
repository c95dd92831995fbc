import Diagnostics
import Testing
import Values

@testable import Tables

/// The typing contract: why each column was read as it was.
@Suite struct SchemaTests {
    @Test(arguments: [
        ("a\n1\n2\n", "int64", "every cell is an integer"),
        ("a,b\n1,x\n,y\n", "float64", "integers with 1 gap"),
        ("a,b\n1,x\n,y\nNA,z\n", "float64", "integers with 2 gaps"),
        ("a\n1.5\n2\n", "float64", "every cell is a number"),
        ("a\nTrue\nfalse\n", "bool", "every cell is true or false"),
        ("a,b\nTrue,1\n,2\n", "object", "true and false with 1 gap"),
        ("a\n1\nn/a \n", "object", "row 1: 'n/a ' is not a number"),
        ("a\nTrue\nmaybe\n", "object", "row 0: 'True' is not a number"),
        ("a\n1\n18446744073709551616\n", "object", "row 1: '18446744073709551616' does not fit in 64 bits"),
        ("a,b\n,1\nNA,2\n", "float64", "every cell is missing"),
        ("a\n", "object", "the table has no rows"),
        ("a\n\u{1B}[31m\n", "object", "row 0: '\\u{1b}[31m' is not a number"),
    ]) func reasons(text: String, dtype: String, reason: String) throws {
        let column = try #require(try read(bytes: Array(text.utf8), dialect: .csv).schema.columns.first)
        #expect(column.type.rawValue == dtype)
        #expect("\(column.reading)" == reason)
    }

    @Test func missingCellsAreCounted() throws {
        let schema = try read(bytes: Array("a,b,c\n1,,x\n,,NA\n3,,y\n".utf8), dialect: .csv).schema
        #expect(schema.columns.map(\.missing) == [1, 3, 1])
    }

    @Test func renamedHeadersAreKept() throws {
        let columns = try read(bytes: Array("a,a,\n1,2,3\n".utf8), dialect: .csv).schema.columns
        #expect(columns.map(\.name.string) == ["a", "a.1", "Unnamed: 2"])
        #expect(columns.map(\.header.string) == ["a", "a", ""])
        #expect(columns.map(\.isRenamed) == [false, true, true])
    }

    @Test func columnsBecomeRowLabels() throws {
        let schema = try read(bytes: Array("a\nx,1\ny,2\n".utf8), dialect: .csv).schema
        #expect(schema.columns.map(\.name.string) == ["a"])
        #expect(schema.indexColumns.map(\.type) == [.object])
    }

    @Test func whatPandasPassesOverIsSaid() throws {
        let long = try read(bytes: Array("a#b\n1#2\n1#2#3\n".utf8), dialect: .tabfact).warnings
        #expect(long.map(\.code) == [.skippedRows])
        #expect(long.first?.message == "left out 1 row with more fields than the header: line 3")
        let cut = try read(bytes: Array("a\nx\0y\n".utf8), dialect: .csv).warnings
        #expect(cut.map(\.code) == [.cutCells])
    }

    @Test(arguments: [
        (Limits(bytes: 5), "a,b\n1,2\n"), (Limits(rows: 1), "a\n1\n2\n"), (Limits(columns: 1), "a,b\n1,2\n"), (Limits(cellBytes: 3), "a\nlong\n"),
    ]) func limitsRefuse(limits: Limits, text: String) {
        #expect(throws: Diagnostic.self) { try read(bytes: Array(text.utf8), dialect: .csv, limits: limits) }
    }

    @Test(arguments: ["/nowhere/table.csv", "/", ""]) func unreadableFiles(path: String) {
        do {
            _ = try read(path: path, dialect: .csv)
            Issue.record("read")
        } catch {
            #expect(error.code == .unreadableFile)
        }
    }
}
