import JSON
import Values

/// One line of the collection of hostile inputs.
struct HostileInput: Sendable {
    let id: String
    let surface: String
    let expect: String
    let payload: String
    let bytes: [UInt8]

    static func all(_ path: String) -> [HostileInput] {
        contents(path).split(separator: UInt8(ascii: "\n")).compactMap { try? HostileInput(JSONValue.parse(Array($0)).requireObject()) }
    }

    /// Inputs that are a program's output (`gen`) are too large to keep: the limits they meet have tests of their own.
    init?(_ object: JSONObject) throws {
        guard object["gen"] == nil else { return nil }
        id = try object.text("id").string
        surface = try object.text("surface").string
        expect = try object.text("expect").string
        payload = try object.text("payload").string
        bytes = object["encoding"] == nil ? Array(payload.utf8) : decodeBase64(payload)
    }

    /// What the run may cost; a test must end on a small machine.
    static func bounded(_ command: String) -> String {
        "ulimit -v 8000000; timeout 120 \(command.replacingFirst("repanda query", with: "repanda query --max-steps 2000000 --max-bytes 200000000"))"
    }

    /// Runs the input where it belongs; nil where this program has no such surface.
    func run() throws -> Run? {
        let shell = try Shell()
        write(Array("name,A,B\nann,1,2.5\nbob,2,3.5\ncy,3,4.5\n".utf8), to: shell.folder + "/t.csv")
        switch surface {
        case "query", "verdict_query": return try shell.run(HostileInput.bounded("repanda query t.csv -"), input: bytes)
        case "csv_file":
            write(bytes, to: shell.folder + "/x.csv")
            return try shell.run(HostileInput.bounded("repanda query x.csv df"))
        case "cell":
            write(Array("c\n\(csvField(payload))\n".utf8), to: shell.folder + "/x.csv")
            let query = "c = df['c'].iloc[0]; [c, (df['c'] == c).sum(), df['c'].isin([c]).sum(), df['c'].str.contains(c, regex=False).sum()]"
            return try shell.run("repanda query x.csv --json -", input: Array(query.utf8))
        case "column_name":
            write(Array("\(csvField(payload))\n7\n".utf8), to: shell.folder + "/x.csv")
            return try shell.run("repanda query x.csv --json -", input: Array("[df.columns[0], df[df.columns[0]].iloc[0]]".utf8))
        case "claim_json":
            write(bytes, to: shell.folder + "/claim.json")
            return try shell.run("ulimit -v 8000000; timeout 120 repanda verify claim.json")
        default:
            guard surface.hasPrefix("regex") else { return nil }
            write(Array("name\n\(String(repeating: "a", count: 40))!\n".utf8), to: shell.folder + "/x.csv")
            return try shell.run(HostileInput.bounded("repanda query x.csv -"), input: Array("df['name'].str.contains(\(pythonString(payload)))".utf8))
        }
    }

    /// How the process may end, by what is expected in words.
    var statuses: Set<Int32> {
        if expect.hasPrefix("reject") { return [3] }
        if expect.hasPrefix("must stop") || expect.hasPrefix("depth") { return [4] }
        if expect.hasPrefix("schema diagnostic") || expect.hasPrefix("encoding diagnostic") { return [2] }
        if expect.hasPrefix("unterminated") { return [3] }
        if expect.hasPrefix("ok:") || expect.hasPrefix("ok with") || expect.hasPrefix("runs, but flagged") { return [0] }
        if surface == "csv_file" { return [0, 2] }
        if expect.hasPrefix("located diagnostic") { return [0, 3] }
        return [0, 3, 4]
    }

    /// What standard error has to speak of.
    var words: String? { expect.hasPrefix("runs, but flagged") ? "warning[RP3103]" : nil }

    /// The value a cell or header has to come out as.
    var value: String? {
        guard expect.hasPrefix("ok:"), !payload.utf8.contains(0) else { return nil }
        var writer = JSONWriter()
        writer.string(payload)
        return surface == "cell" ? "{\"list\": [\(writer.string), 1, 1, 1]}\n" : "{\"list\": [\(writer.string), 7]}\n"
    }
}

/// Inputs for which something other than the words of `expect` was decided, and why: a table of id, exit statuses and reason.
struct Decision: Sendable {
    let statuses: Set<Int32>

    static func all(_ path: String) -> [String: Decision] {
        var decisions: [String: Decision] = [:]
        for line in String(decoding: contents(path), as: UTF8.self).split(separator: "\n") where !line.hasPrefix("#") {
            let fields = line.split(separator: "\t")
            guard fields.count == 3 else { continue }
            decisions[String(fields[0])] = Decision(statuses: Set(fields[1].split(separator: ",").compactMap { Int32($0) }))
        }
        return decisions
    }
}

private func csvField(_ text: String) -> String {
    "\"" + text.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
}

/// A JSON string is a Python string literal too.
private func pythonString(_ text: String) -> String {
    var writer = JSONWriter()
    writer.string(text)
    return writer.string
}

private func decodeBase64(_ text: String) -> [UInt8] {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var bytes: [UInt8] = []
    var bits = 0
    var held = 0
    for letter in text.utf8 {
        guard let digit = digits.firstIndex(of: letter) else { continue }
        bits = (bits << 6 | digit) & 0xFFFF
        held += 6
        if held >= 8 {
            held -= 8
            bytes.append(UInt8(truncatingIfNeeded: bits >> held))
        }
    }
    return bytes
}

extension String {
    fileprivate func replacingFirst(_ old: String, with new: String) -> String {
        hasPrefix(old) ? new + dropFirst(old.count) : self
    }
}
