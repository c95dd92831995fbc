import Diagnostics
import Glibc
import JSON
import RePanda
import Testing

/// Queries that language models wrote, on both engines: what SQLite answers is what the in-memory engine answers.
///
/// The corpus lies beside the checkout in `../shared/corpus`. Every 40th query is run; with REPANDA_EVERY=1 all of them.
@Suite struct CorpusTests {
    private static let shared = CaseFolder.checkout + "/../shared"
    private static let isThere = access(shared + "/corpus/tabfact-val.queries.jsonl.gz", R_OK) == 0

    @Test(.enabled(if: isThere, "../shared/corpus is not there"), arguments: 0..<2) func enginesAgree(part: Int) throws {
        let every = getenv("REPANDA_EVERY").flatMap { Int(String(cString: $0)) } ?? 40
        let lines = try #require(Self.lines(Self.shared + "/corpus/tabfact-val.queries.jsonl.gz"))
        var (answered, lowered) = (0, 0)
        for at in stride(from: part * every, to: lines.count, by: 2 * every) {
            let request = try JSONValue.parse(lines[at]).requireObject()
            let (name, text) = (try request.text("table").string, try request.text("query").string)
            let table = try Table(path: Self.shared + "/tabfact/data/all_csv/" + name, dialect: .tabfact)
            guard let query = try? Query(text, on: table, warns: false), case .value(let ours) = Self.outcome(query, .memory) else { continue }
            answered += 1
            let theirs = Self.outcome(query, .sqlite)
            if case .failed(let code) = theirs, code.phase == .lowering { continue }
            lowered += 1
            #expect(theirs == .value(ours), "\(text) on \(name)")
        }
        #expect(Double(lowered) >= 0.95 * Double(answered), "\(lowered) of \(answered) are lowered")
    }

    private enum Outcome: Equatable {
        case value(String)
        case failed(Code)
    }

    private static func outcome(_ query: Query, _ engine: Engine) -> Outcome {
        do throws(Refusal) {
            let answer = try query.run(engine: engine)
            var writer = JSONWriter()
            do throws(Failure) { try writeCanonical(answer.value, to: &writer) } catch { return .failed(error.code) }
            return .value(writer.string)
        } catch {
            return .failed(error.first.code)
        }
    }

    private static func lines(_ path: String) -> [[UInt8]]? {
        guard let pipe = popen("gzip -dc '\(path)'", "r") else { return nil }
        defer { pclose(pipe) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while case let got = fread(&buffer, 1, buffer.count, pipe), got > 0 { bytes += buffer[..<got] }
        return bytes.split(separator: UInt8(ascii: "\n")).map(Array.init)
    }
}

/// Where the checkout is.
enum CaseFolder {
    static var checkout: String { #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 } }
}
