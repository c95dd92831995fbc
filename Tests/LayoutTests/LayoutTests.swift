import Diagnostics
import Testing

@testable import Datasets

/// The official layouts as they are read.
@Suite struct LayoutTests {
    private static let clones = #filePath.replacing(/LayoutTests\/LayoutTests\.swift$/, with: "CommandTests/Fixtures/clones")
    private static let tabfact = TabFactFolder(clones + "/tabfact")
    private static let questions = QuestionFolder(clones + "/wtq")

    @Test func everySourceOfTabFactIsFound() {
        #expect(Self.tabfact.sources == [.tokenized("train"), .tokenized("val"), .tokenized("test"), .raw(1), .raw(2)])
    }

    @Test func claimsKeepTheirPlaces() throws {
        let tables = try Self.tabfact.claims(.tokenized("val"))
        #expect(tables.map(\.file) == ["2-7.html.csv"])
        #expect(tables[0].caption == "world cup finals")
        #expect(tables[0].claims.map(\.number) == [0, 1, 2, 3])
        #expect(tables[0].claims.map(\.label) == [true, true, false, false])
    }

    @Test func rawClaimsHaveTheSameForm() throws {
        #expect(try Self.tabfact.claims(.raw(2)).first?.claims.first?.statement == "Brazil won twice.")
    }

    @Test func idsAreListsOfNames() throws {
        #expect(try Self.tabfact.ids("simple_ids") == ["1-1.html.csv", "2-8.html.csv"])
        #expect(try Self.tabfact.ids("no_ids") == nil)
    }

    @Test func aFaultyEntryIsRefusedByName() {
        let error = #expect(throws: Diagnostic.self) { try TabFactFolder(Self.clones + "/tabfact-faulty").claims(.tokenized("val")) }
        #expect(error?.code == .malformedDataset)
        #expect(error?.notes.contains("table 'headers.html.csv'") == true)
    }

    @Test(arguments: [("a", "a"), (#"a\nb"#, "a\nb"), (#"a\pb"#, "a|b"), (#"a\\b"#, #"a\b"#), (#"a\\"#, #"a\"#), (#"\q"#, #"\q"#)])
    func fieldsAreUnescaped(_ field: String, _ meant: String) { #expect(TabSeparated.unescaped(field) == meant) }

    @Test func answersAreSplitBeforeTheyAreUnescaped() { #expect(TabSeparated.list(#"a\pb|c|"#) == ["a|b", "c", ""]) }

    @Test func questionsAndTheirCanonicalAnswers() throws {
        let questions = try Self.questions.questions("random-split-1-train")
        #expect(questions[4].answers == ["France", "Brazil", "Italy"])
        let tagged = try #require(try Self.questions.tagged("random-split-1-train"))
        #expect(tagged["nt-3"]?.canonical == ["73603.0"])
        #expect(tagged["nt-3"]?.type == "number")
        #expect(try Self.questions.tagged("random-split-1-dev") == nil)
        #expect(Self.questions.splits == ["pristine-unseen-tables", "random-split-1-dev", "random-split-1-train"])
    }
}
