import Correcting
import Diagnostics
import RePanda
import Testing

/// What is doubtful about a query by itself and beside its claim, and the edits that it suggests.
@Suite struct DoubtTests {
    static let blocks = Block.all("crowds.txt")

    static func doubts(_ block: Block) throws -> [Diagnostic] {
        let table = try Table(csv: block.table, dialect: .tabfact)
        return try Query(block.query, on: table).doubts(beside: ClaimDoubts(ClaimText(block.claim, caption: block.caption), table: table))
    }

    @Test func hasCases() { #expect(Self.blocks.count > 20) }

    @Test(arguments: blocks) func isDoubted(_ block: Block) throws {
        #expect(try Self.doubts(block).map(\.code.name) == block.codes)
    }

    @Test(arguments: blocks) func suggestsEdits(_ block: Block) throws {
        #expect(Repair.all(try Self.doubts(block), of: block.query).map(\.query) == block.edits)
    }

    /// An edit that is offered makes a query that compiles.
    @Test(arguments: blocks) func editsMakeQueries(_ block: Block) throws {
        let table = try Table(csv: block.table, dialect: .tabfact)
        for repair in Repair.all(try Self.doubts(block), of: block.query) { #expect(throws: Never.self) { try Query(repair.query, on: table) } }
    }

    /// Warnings are told, and change nothing.
    @Test(arguments: blocks) func doubtsChangeNoValue(_ block: Block) throws {
        let table = try Table(csv: block.table, dialect: .tabfact)
        let (warned, silent) = (try Query(block.query, on: table), try Query(block.query, on: table, warns: false))
        #expect(silent.warnings.isEmpty)
        #expect(try "\(warned.run().value)" == "\(silent.run().value)")
    }

    @Test func everyPlaceIsInsideTheQuery() throws {
        for block in Self.blocks {
            for span in try Self.doubts(block).compactMap(\.span) {
                #expect(0 <= span.start && span.start < span.end && span.end <= block.query.utf8.count, "\(block.query)")
            }
        }
    }

    @Test func aLargeTableIsNotReadForIt() throws {
        let table = try Table(csv: "a\n" + String(repeating: "x\n", count: 200_001))
        #expect(ClaimDoubts(ClaimText("x"), table: table) == nil)
    }
}
