import Diagnostics
import Glibc
import JSON
import RePanda
import Testing

/// Every block of every file, on every engine.
@Suite struct QueryTests {
    @Test(arguments: Engine.all, try CaseFile.names()) func asPandasAnswers(engine: Engine, file: String) throws {
        for block in try CaseFile.blocks(file) {
            if Refusals.refuses(engine, block, try CaseFile.table(block)) { continue }
            let complaint = try complaint(engine, block)
            switch (complaint, block.isPending) {
            case (nil, false), (_?, true): break
            case (let complaint?, false): Issue.record("\(block.place), \(engine): \(block.query)\n\(complaint)")
            case (nil, true): Issue.record("\(block.place), \(engine): \(block.query)\nis no longer pending")
            }
        }
    }

    /// What SQLite refuses is what the list says: a block that it answers now fails here until it is taken off.
    @Test func sqliteRefusesWhatIsListed() throws {
        var refused: Set<String> = []
        for file in try CaseFile.names() {
            for block in try CaseFile.blocks(file) where Refusals.refuses(.sqlite, block, try CaseFile.table(block)) {
                refused.insert(Refusals.line(block))
            }
        }
        guard getenv("REPANDA_RECORD") == nil else {
            Refusals.record(refused)
            Issue.record("recorded \(Refusals.file): read the difference, then run without REPANDA_RECORD")
            return
        }
        let listed = Refusals.listed()
        for line in listed.subtracting(refused).sorted() { Issue.record("SQLite answers this now; take it off \(Refusals.file): \(line)") }
        for line in refused.subtracting(listed).sorted() { Issue.record("SQLite refuses this; lower it or add it to \(Refusals.file): \(line)") }
    }

    @Test func thereAreEnoughBlocks() throws {
        #expect(try CaseFile.names().reduce(0) { try $0 + CaseFile.blocks($1).count } >= 600)
    }

    /// What is wrong with an engine's answer, or nil.
    private func complaint(_ engine: Engine, _ block: Block) throws -> String? {
        let outcome = engine.answer(block.query, try CaseFile.table(block))
        switch (block.expectation, outcome) {
        case (.value(let expected), .success(let answer)): return try difference(expected, answer, block)
        case (.value, .failure(let error)): return "refused: \(error.code.name): \(error.message)"
        case (.raises(let name, _), .success(let answer)): return "pandas raises \(name); got \(text(answer.value))"
        case (.raises(_, let code), .failure(let error)): return wrongCode(error, code)
        case (.refused(let code), .success(let answer)): return "should be refused as \(code); got \(text(answer.value))"
        case (.refused(let code), .failure(let error)): return wrongCode(error, code)
        }
    }

    private func difference(_ expected: String, _ answer: Engine.Answer, _ block: Block) throws -> String? {
        guard canonicalEqual(try JSONValue.parse(expected), answer.value, block.isLoose ? .loose : .exact) else { return "pandas: \(expected)\nours:   \(text(answer.value))" }
        let ours = answer.verdict.map { $0 ? "true" : "false" } ?? "none"
        return block.verdict.flatMap { $0 == ours ? nil : "the verdict is \($0); ours is \(ours)" }
    }

    /// Any refusal will do where a block names no code, but for a fault of ours.
    private func wrongCode(_ error: Diagnostic, _ code: String?) -> String? {
        if error.code == .internalFault { return "a fault of ours: \(error.message)" }
        guard let code, code != error.code.name else { return nil }
        return "the code is \(code); ours is \(error.code.name): \(error.message)"
    }

    private func text(_ value: JSONValue) -> String {
        var writer = JSONWriter()
        writer.value(value)
        return writer.string
    }
}
