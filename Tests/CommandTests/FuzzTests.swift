import JSON
import Testing
import Values

/// Real queries with tokens dropped, doubled, exchanged and put in: each gets one answer, and none ends the process or is a fault of ours.
@Suite struct FuzzTests {
    @Test(arguments: [1, 2, 3] as [UInt64]) func everyQueryIsAnswered(seed: UInt64) throws {
        let queries = Mutator(seed: seed).queries(3000)
        let shell = try Shell()
        let input = queries.enumerated().map { request($0.offset, $0.element) }.joined()
        let run = try shell.run("ulimit -v 12000000; timeout 300 repanda batch --max-steps 300000 --max-bytes 50000000", input: Array(input.utf8))
        #expect(run.status == 0, "\(run.errText.prefix(400))")
        let answers = run.outText.split(separator: "\n")
        #expect(answers.count == queries.count)
        for (query, answer) in zip(queries, answers) where answer.contains("RP9001") { Issue.record("\(query)\n\(answer)") }
    }

    private func request(_ id: Int, _ query: String) -> String {
        var writer = JSONWriter()
        writer.beginObject()
        writer.key("id")
        writer.int(id)
        writer.key("table")
        writer.string("crowds.csv")
        writer.key("query")
        writer.string(query)
        writer.endObject()
        writer.endLine()
        return writer.string
    }
}

/// Damages queries, always in the same way for the same seed.
struct Mutator {
    private var random: SplitMix64
    private let seeds: [[String]]

    private static let words = [
        "df", "[", "]", "(", ")", "{", "}", "'", "\"", "==", "=", ":", ",", ".", ".sum()", ".iloc[0]", "None", "-1", "10**18", "0", "*", "**", "//", "%",
        "lambda x: ", "[]", "{}", "np.nan", ".str", ".dt", ".T", ".groupby('team')", "['points']", ".head(-5)", "True", ".apply(", " for i in df ", " if ",
        "f'{x:>99}'", "pd.NaT", "2**63", "-2**63", "1e308", "::-1", ".loc[", "axis=1", "\n", "not ", " and ", "~", "😀", "x = ", "; ", "inplace=True",
    ]

    init(seed: UInt64) {
        random = SplitMix64(state: seed)
        let text = String(decoding: contents(besideTests("Hostile/seeds.txt")), as: UTF8.self)
        seeds = text.split(separator: "\n").map { Mutator.tokens(String($0)) }
    }

    func queries(_ count: Int) -> [String] {
        var mutator = self
        return (0..<count).map { _ in mutator.query() }
    }

    private mutating func query() -> String {
        guard var tokens = random.element(of: seeds) else { return "" }
        for _ in 0...random.below(3) { damage(&tokens) }
        return tokens.joined()
    }

    private mutating func damage(_ tokens: inout [String]) {
        guard !tokens.isEmpty else { return }
        let at = random.below(tokens.count)
        switch random.below(6) {
        case 0: tokens.remove(at: at)
        case 1: tokens.insert(tokens[at], at: at)
        case 2: tokens.swapAt(at, random.below(tokens.count))
        case 3: tokens[at] = random.element(of: Mutator.words) ?? ""
        case 4: tokens.insert(random.element(of: Mutator.words) ?? "", at: at)
        default:
            guard let other = random.element(of: seeds), !other.isEmpty else { return }
            let start = random.below(other.count)
            tokens.insert(contentsOf: other[start..<min(other.count, start + 1 + random.below(8))], at: at)
        }
    }

    /// Words, runs of blanks, and every other character alone.
    private static func tokens(_ text: String) -> [String] {
        var tokens: [String] = []
        for character in text {
            let isWord = character.isLetter || character.isNumber || character == "_"
            if isWord, let last = tokens.last?.last, last.isLetter || last.isNumber || last == "_" {
                tokens[tokens.count - 1].append(character)
            } else {
                tokens.append(String(character))
            }
        }
        return tokens
    }
}

/// Sebastiano Vigna's generator: small, and the same on every machine.
struct SplitMix64 {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(max(bound, 1))) }

    mutating func element<T>(of items: [T]) -> T? { items.isEmpty ? nil : items[below(items.count)] }
}
