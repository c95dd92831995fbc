import Diagnostics
import Glibc
import JSON
import RePanda
import Testing

/// Random programs over random tables: SQLite gives what the in-memory engine gives, or refuses by name.
@Suite struct AgreementTests {
    private static let programsPerTable = 25

    /// How many programs are tried; more with REPANDA_PROGRAMS.
    private static let programs = getenv("REPANDA_PROGRAMS").flatMap { Int(String(cString: $0)) } ?? 20_000

    @Test(arguments: 0..<4) func enginesAgree(part: Int) throws {
        var dice = Dice(seed: UInt64(part) &+ 20_250_701)
        var lowered = 0
        for _ in 0..<Self.programs / Self.programsPerTable / 4 {
            let random = RandomTable(&dice)
            let table = try Table(csv: random.csv)
            for _ in 0..<Self.programsPerTable {
                let text = RandomQuery.make(random, &dice)
                guard let query = try? Query(text, on: table, warns: false) else { continue }
                let ours = answer(query, .memory), sqlite = answer(query, .sqlite)
                if sqlite.isRefused { continue }
                lowered += 1
                #expect(ours == sqlite, "\(text)\n\(random.csv)")
            }
        }
        #expect(lowered > Self.programs / 4 / 2, "too few programs are lowered: \(lowered)")
    }

    /// The same over tables that stay in a database, once through SQL and once read back into memory.
    @Test func storedTablesAgree() throws {
        var dice = Dice(seed: 20_261_127)
        let folder = try Folder()
        for number in 0..<60 {
            let random = RandomTable(&dice)
            let table = try Table(csv: random.csv)
            let stored = try folder.stored(random.csv, named: "t\(number)")
            #expect(table.schema.columns.map(\.facts) == stored.schema.columns.map(\.facts), "\(random.csv)")
            for _ in 0..<Self.programsPerTable {
                let text = RandomQuery.make(random, &dice)
                guard let query = try? Query(text, on: table, warns: false) else { continue }
                let ours = answer(query, .memory)
                for engine in [Engine.memory, .sqlite] {
                    let theirs = answer(try Query(text, on: stored), engine)
                    #expect(theirs.isRefused || ours == theirs, "\(engine): \(text)\n\(random.csv)")
                }
            }
        }
    }

    private enum Outcome: Equatable {
        case value(String)
        case failure(Code)

        var isRefused: Bool { if case .failure(let code) = self { code.phase == .lowering } else { false } }
    }

    private func answer(_ query: Query, _ engine: Engine) -> Outcome {
        do throws(Refusal) {
            let answer = try query.run(engine: engine)
            var writer = JSONWriter()
            do throws(Failure) { try writeCanonical(answer.value, to: &writer) } catch { return .failure(error.code) }
            return .value(writer.string)
        } catch {
            return .failure(error.first.code)
        }
    }
}

extension ColumnSchema {
    fileprivate var facts: String { "\(name) \(type) \(missing) \(reading)" }
}
