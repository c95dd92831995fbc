import Diagnostics
import Testing
import Values

@testable import JSON

@Suite struct CanonicalTests {
    /// What the oracle printed, read into a value and written again, is the same text.
    @Test(arguments: fixture("canonical.jsonl").split(separator: "\n").map(String.init)) func roundTrip(_ line: String) throws {
        let json = try JSONValue.parse(line)
        let text = try canonical(readCanonical(json))
        #expect(text == line)
        #expect(canonicalEqual(try JSONValue.parse(text), json))
    }

    @Test func numpysScalarsAreTheNumbersTheyHold() throws {
        #expect(try canonical(.numpyBool(true)) == "true")
        #expect(try canonical(.numpyInt(3)) == "3")
        #expect(try canonical(.numpyFloat(0.5)) == #"{"float": 0.5}"#)
    }

    @Test func setsAreSortedByTheirText() throws {
        let set = SetValue([.string("b"), .int(10), .string("é"), .int(9), .float(1.5), .string("a"), .none])
        #expect(try canonical(.set(set)) == #"{"list": ["é", "a", "b", 10, 9, null, {"float": 1.5}]}"#)
        // Beyond ASCII json.dumps sorts by the escape: a backslash comes before small letters.
        #expect(try canonical(.set(SetValue([.string("a"), .string("é"), .string("Z")]))) == #"{"list": ["Z", "é", "a"]}"#)
    }

    @Test func tuplesAreLists() throws {
        #expect(try canonical(.tuple([.int(1), .tuple([])])) == #"{"list": [1, {"list": []}]}"#)
    }

    @Test func missingTimesAreOneNaT() throws {
        #expect(try canonical(.timestamp(Column.missingTime)) == #"{"timestamp": "NaT"}"#)
        #expect(try canonical(.timedelta(Column.missingTime)) == #"{"timestamp": "NaT"}"#)
    }

    @Test func timedeltasAreWholeMicroseconds() throws {
        #expect(try canonical(.timedelta(1)) == #"{"timedelta": 0.0}"#)
        #expect(try canonical(.timedelta(1_234_567_891)) == #"{"timedelta": 1.234567}"#)
        #expect(try canonical(.timedelta(-1)) == #"{"timedelta": -1.0000000000287557e-06}"#)
        #expect(try canonical(.timedelta(86_400_000_000_001)) == #"{"timedelta": 86400.0}"#)
    }

    @Test func everythingElseIsItsTypesName() throws {
        let others: [(Value, String)] = [
            (.date(0), "date"), (.time(0), "time"), (.range(RangeValue(start: 0, step: 1, count: 2)), "range"),
            (.slice(SliceValue(lower: .none, upper: .none, step: .none)), "slice"), (.iterator(IteratorValue(.zip, [])), "zip"),
            (.iterator(IteratorValue(.generator, [])), "generator"), (.iterator(IteratorValue(.keys, [])), "dict_keys"),
            (.accessor(AccessorValue(.str, .none)), "StringMethods"), (.type(.int), "type"), (.dtype(.object), "ObjectDType"),
            (.dtype(.int64), "Int64DType"), (.dtype(.float64), "Float64DType"), (.dtype(.bool), "BoolDType"),
            (.dtype(.datetime), "DateTime64DType"), (.dtype(.timedelta), "TimeDelta64DType"), (.module(.pandas), "module"),
        ]
        for (value, name) in others { #expect(try canonical(value) == "{\"other\": \"\(name)\"}") }
    }

    @Test func outputIsCapped() throws {
        let long = Value.list((0..<1000).map(Value.int))
        #expect(throws: Failure.self) { try canonical(long, limits: CanonicalLimits(bytes: 100)) }
        var writer = JSONWriter()
        try? writeCanonical(.string(String(repeating: "x", count: 5000)), to: &writer, limits: CanonicalLimits(bytes: 1000))
        #expect(writer.count < 1000)
        #expect(try canonical(long, limits: CanonicalLimits(bytes: 10_000)).utf8.count < 10_000)
    }

    @Test func aListInsideItselfEnds() {
        let list = ListValue([])
        list.items.append(.list(list))
        #expect { try canonical(.list(list)) } throws: { ($0 as? Failure)?.code == .depthLimit }
        list.items = []
    }

    @Test func comparisonFollowsTheConformanceRule() throws {
        func agree(_ a: String, _ b: String, _ comparison: CanonicalComparison = .exact) throws -> Bool {
            canonicalEqual(try JSONValue.parse(a), try JSONValue.parse(b), comparison)
        }
        #expect(try agree(#"{"float": 1.0}"#, #"{"float": 1.0000000001}"#))
        #expect(try !agree(#"{"float": 1.0}"#, #"{"float": 1.00000001}"#))
        #expect(try agree(#"{"float": 0.0}"#, #"{"float": 1e-13}"#))
        #expect(try agree(#"{"float": "nan"}"#, #"{"float": "nan"}"#))
        #expect(try !agree(#"{"float": "nan"}"#, #"{"float": 0.0}"#))
        #expect(try !agree("1", "true"))
        #expect(try !agree("1", #"{"float": 1.0}"#))
        #expect(try !agree("null", #"{"float": "nan"}"#))
        #expect(try agree(#"{"list": [1, "a"]}"#, #"{"list": [1, "a"]}"#))
        #expect(try !agree(#"{"list": [1]}"#, #"{"array": [1]}"#))
        let one = #"{"series": [1], "index": [0], "dtype": "int64", "name": "x"}"#
        let other = #"{"name": null, "series": [1], "index": [0], "dtype": "object"}"#
        #expect(try !agree(one, other))
        #expect(try agree(one, other, .loose))
    }

    @Test(arguments: [
        "1.5", "[1]", "{}", #"{"other": "zip"}"#, #"{"float": "x"}"#, #"{"timestamp": "yesterday"}"#, #"{"timedelta": "x"}"#,
        #"{"series": [1], "index": [0, 1], "dtype": "int64", "name": null}"#, #"{"series": [1], "index": [0], "dtype": "period", "name": null}"#,
        #"{"frame": [[1, 2]], "index": [0], "columns": ["a"], "dtypes": ["int64"]}"#, #"{"dict": [[1]]}"#,
    ]) func nonsenseIsRefused(_ text: String) {
        #expect(throws: Failure.self) { try readCanonical(JSONValue.parse(text)) }
    }

    @Test func diagnosticsKeepEveryFact() throws {
        let diagnostic = Diagnostic(
            .unknownColumn, "unknown column 'crowdd'", at: Span(9, 15), notes: ["columns: crowd int64"], helps: ["look closer"],
            suggestions: [Diagnostic.Suggestion("use 'crowd'", span: Span(9, 15), replacement: "crowd")])
        var writer = JSONWriter()
        writeDiagnostic(diagnostic, source: "é = 1\ndf.crowdd", to: &writer)
        #expect(
            writer.string == """
                {"code": "RP2001", "name": "unknown-column", "phase": "names", "severity": "error", "message": "unknown column 'crowdd'", \
                "span": {"start": 9, "end": 15, "line": 2, "column": 3}, "notes": ["columns: crowd int64"], "helps": ["look closer"], \
                "suggestions": [{"message": "use 'crowd'", "span": {"start": 9, "end": 15, "line": 2, "column": 3}, "replacement": "crowd"}], \
                "hint": "revise"}
                """)
        writer.removeAll()
        writeDiagnostic(Diagnostic(.stepLimit, "too many steps", at: Span(90, 400)), source: "x", to: &writer)
        #expect(writer.string.contains(#""span": {"start": 90, "end": 400, "line": 1, "column": 2}"#))
    }
}
