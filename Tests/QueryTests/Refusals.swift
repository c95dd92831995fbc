import Glibc
import RePanda

/// The blocks that SQLite is not asked to do: data that the tests hold it to.
enum Refusals {
    static let file = "refused-by-sqlite.tsv"

    /// Whether the engine refuses the block with a code of the lowering phase.
    static func refuses(_ engine: Engine, _ block: Block, _ table: Table) -> Bool {
        if case .failure(let error) = engine.answer(block.query, table) { error.code.phase == .lowering } else { false }
    }

    /// A block as a line of the list: its file and its query.
    static func line(_ block: Block) -> String {
        block.file + "\t" + block.query.replacing("\\", with: "\\\\").replacing("\n", with: "\\n").replacing("\t", with: "\\t")
    }

    static func listed() -> Set<String> { Set(CaseFile.text(file).split(separator: "\n").map(String.init)) }

    static func record(_ lines: Set<String>) {
        guard let handle = fopen(CaseFile.path(file), "w") else { return }
        defer { fclose(handle) }
        for line in lines.sorted() { fputs(line + "\n", handle) }
    }
}
