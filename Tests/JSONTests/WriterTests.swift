import Testing
import Values

@testable import JSON

@Suite struct WriterTests {
    private func double(_ value: Double) -> String {
        var writer = JSONWriter()
        writer.double(value)
        return writer.string
    }

    @Test func laysOutAsPythonDoes() {
        var writer = JSONWriter()
        writer.beginObject()
        writer.key("id")
        writer.text("val-6")
        writer.key("list")
        writer.beginArray()
        writer.int(-12)
        writer.bool(true)
        writer.null()
        writer.beginObject()
        writer.endObject()
        writer.endArray()
        writer.key("x")
        writer.double(0.5)
        writer.endObject()
        #expect(writer.string == #"{"id": "val-6", "list": [-12, true, null, {}], "x": 0.5}"#)
        writer.endLine()
        writer.beginArray()
        writer.endArray()
        #expect(writer.string.hasSuffix("}\n[]"))
    }

    @Test func escapesOnlyWhatItMust() {
        var writer = JSONWriter()
        writer.string("a\"b\\c/d\n\r\t\u{08}\u{0C}\u{00}\u{1F}\u{7F}é😀\u{2028}")
        #expect(writer.string == "\"a\\\"b\\\\c/d\\n\\r\\t\\b\\f\\u0000\\u001f\u{7F}é😀\u{2028}\"")
        var ascii = JSONWriter(asciiOnly: true)
        ascii.string("é😀\u{7F}\n")
        #expect(ascii.string == "\"\\u00e9\\ud83d\\ude00\u{7F}\\n\"")
    }

    /// The right column is `json.dumps` of the left.
    @Test(arguments: [
        (0.0, "0.0"), (-0.0, "-0.0"), (1.0, "1.0"), (-1.5, "-1.5"), (0.1, "0.1"), (1e15, "1000000000000000.0"),
        (1e16, "1e+16"), (123456789012345680.0, "1.2345678901234568e+17"), (1e22, "1e+22"), (1e100, "1e+100"), (1e-4, "0.0001"),
        (1.5e-4, "0.00015"), (1e-5, "1e-05"), (1.2345e-7, "1.2345e-07"), (.leastNonzeroMagnitude, "5e-324"), (1.7976931348623157e308, "1.7976931348623157e+308"),
        (9007199254740993.0, "9007199254740992.0"), (9999999999999998.0, "9999999999999998.0"), (72057594037927936.0, "7.205759403792794e+16"),
        (0.30000000000000004, "0.30000000000000004"), (1234567.891, "1234567.891"), (-2.5e-10, "-2.5e-10"), (3.14e17, "3.14e+17"),
    ]) func floatsAreTheShortest(_ value: Double, _ text: String) {
        #expect(double(value) == text)
    }

    @Test func floatsReadBack() throws {
        var random = Seeded(3)
        for _ in 0..<20_000 {
            let value = Double(bitPattern: random.next())
            guard value.isFinite else { continue }
            #expect(try JSONValue.parse(double(value)).double == value)
        }
    }

    @Test func whatIsNoNumberIsNull() {
        #expect(double(.nan) == "null" && double(.infinity) == "null")
    }

    @Test(arguments: [0, 9, 10, -1, -10, 1234567890, Int.max, Int.min]) func integers(_ value: Int) {
        var writer = JSONWriter()
        writer.int(value)
        #expect(writer.string == "\(value)")
    }
}
