import Diagnostics
import Testing
import Values

@testable import JSON

@Suite struct AccessTests {
    private func object(_ text: String) throws -> JSONObject { try JSONValue.parse(text).requireObject() }

    private func failure(_ body: () throws -> Void) -> Diagnostic? {
        do {
            try body()
            return nil
        } catch {
            return error as? Diagnostic
        }
    }

    @Test func readsWhatIsThere() throws {
        let record = try object(#"{"t": "x", "i": 3, "d": 0.5, "b": true, "a": [1], "o": {"k": null}, "n": null}"#)
        #expect(try record.text("t") == "x")
        #expect(try record.int("i") == 3)
        #expect(try record.double("d") == 0.5)
        #expect(try record.double("i") == 3)
        #expect(try record.bool("b"))
        #expect(try record.array("a").count == 1)
        #expect(try record.object("o").members.count == 1)
        #expect(try record.optionalText("n") == nil)
        #expect(try record.optionalInt("absent") == nil)
    }

    @Test func namesTheMissingKey() throws {
        let error = failure { _ = try object(#"{"table":"t.csv"}"#).text("query", at: JSONPointer([.index(3)])) }
        #expect(error?.code == .missingKey)
        #expect(error?.message == "missing key 'query' (JSON pointer /3/query)")
        #expect(error?.notes == ["keys present: table"])
    }

    @Test(arguments: [
        (#"{"table":1,"query":2}"#, "table", "the value of 'table' must be a string, not an integer (JSON pointer /table)"),
        (#"{"table":null}"#, "table", "the value of 'table' must be a string, not null (JSON pointer /table)"),
        (#"{"table":["t.csv"]}"#, "table", "the value of 'table' must be a string, not an array (JSON pointer /table)"),
        (#"{"table":{"a":1}}"#, "table", "the value of 'table' must be a string, not an object (JSON pointer /table)"),
    ]) func namesTheWrongType(_ text: String, _ key: String, _ message: String) {
        let error = failure { _ = try object(text).text(key) }
        #expect(error?.code == .wrongKeyType)
        #expect(error?.message == message)
    }

    @Test func namesTheUnknownKey() {
        let error = failure { try object(#"{"query": "df", "tabel": "t.csv"}"#).refuseKeys(except: ["query", "table"]) }
        #expect(error?.code == .unknownKey)
        #expect(error?.message == "unknown key 'tabel' (JSON pointer /tabel)")
        #expect(error?.helps == ["known keys: query, table"])
    }

    @Test(arguments: ["null", "true", "0", "[{}]", "\"x\""]) func documentsMustBeObjects(_ text: String) {
        #expect(failure { _ = try object(text) }?.code == .wrongKeyType)
    }

    @Test func hugeKeysAreClipped() {
        let key = String(repeating: "é", count: 5000)
        let error = failure { try object("{\"\(key)\": 1}").refuseKeys(except: []) }
        #expect((error?.message.utf8.count ?? 0) < 400)
    }
}
