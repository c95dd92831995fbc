import Datasets
import Glibc
import JSON
import Scoring
import Testing

@testable import Building

/// What holds of WikiFact whatever the seed.
@Suite struct WikiFactTests {
    private static let clone = #filePath.replacing(/BuildingTests\/WikiFactTests\.swift$/, with: "CommandTests/Fixtures/clones/wtq")

    @Test(arguments: 0..<12) func falseClaimsAreFalseAndAsManyAsTrueOnes(_ seed: UInt64) throws {
        let records = try built(seed: seed, variant: "balanced")
        try #require(records.count >= 8)
        #expect(records.count { $0.int("label") == 1 } == records.count { $0.int("label") == 0 })
        for record in records {
            let isRight = WikiTableQuestionsRule.accepts(record.strings("claimed"), answer: record.strings("answer"))
            #expect(isRight == (record.int("label") == 1), "\(record.text("statement"))")
        }
    }

    @Test func originalClaimsAreTrue() throws {
        for record in try built(seed: 0, variant: "original") {
            #expect(record.int("label") == 1)
            #expect(record.strings("claimed") == record.strings("answer"))
        }
    }

    @Test func theSeedDecides() throws {
        func claims(_ seed: UInt64) throws -> [String] { try built(seed: seed, variant: "balanced").map { $0.text("statement") } }
        let first = try claims(1)
        #expect(try claims(1) == first)
        #expect(try (2..<8).contains { try claims($0) != first })
    }

    private func built(seed: UInt64, variant: String) throws -> [Record] {
        var template = Array("/tmp/repanda-wikifact-XXXXXX".utf8CString)
        try #require(mkdtemp(&template) != nil)
        let folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        defer { system("rm -rf '\(folder)'") }
        var settings = BuildSettings()
        settings.seed = seed
        settings.threads = 2
        try #require(try WikiFact(QuestionFolder(WikiFactTests.clone), settings: settings).build(BuildPlace(folder + "/out")) != nil)
        var records: [Record] = []
        for split in ["train", "validation", "test"] { records += try Record.all("\(folder)/out/\(variant)/\(split).jsonl") }
        return records
    }
}

private struct Record {
    let object: JSONObject

    static func all(_ path: String) throws -> [Record] {
        let descriptor = open(path, O_RDONLY)
        try #require(descriptor >= 0)
        defer { close(descriptor) }
        var reader = JSONLReader(descriptor: descriptor)
        var records: [Record] = []
        while let value = try reader.next() { records.append(Record(object: try value.requireObject())) }
        return records
    }

    func text(_ key: String) -> String { object[key]?.string ?? "" }
    func int(_ key: String) -> Int { object[key]?.int ?? -1 }
    func strings(_ key: String) -> [String] { object[key]?.array?.compactMap(\.string) ?? [] }
}
