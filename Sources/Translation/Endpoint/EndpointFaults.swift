import Diagnostics
import HTTP
import JSON
import Tables
import Values

/// Words for what goes wrong with a server. What it says itself is shown escaped, cut and without the secret.
struct EndpointFaults: Sendable {
    let base: String
    let secret: String?
    /// The time-out.
    let seconds: Double

    private var shownBase: String { quoted(Text(base), limit: 200) }
    private static let mostShown = 300

    func diagnostic(_ failure: HTTPFailure, attempts: Int) -> Diagnostic {
        switch failure {
        case .noLibrary:
            Diagnostic(.missingLibrary, "libcurl is not on this machine, and a translator behind a server needs it", helps: ["on Debian and Ubuntu: apt-get install libcurl4"])
        case .badAddress:
            Diagnostic(.translatorUnreachable, "\(shownBase) is not the address of a server", helps: ["write it as http://127.0.0.1:8080 or https://host"])
        case .unknownHost: Diagnostic(.translatorUnreachable, "the translator's host has no address: \(shownBase)", helps: ["look for a typo in the host's name"])
        case .notConnected:
            Diagnostic(.translatorUnreachable, "no server answers at \(shownBase)", helps: ["start it first: llama-server -m model.gguf --port 8080", "look for a typo in host and port"])
        case .insecure(let why): Diagnostic(.translatorUnreachable, "the server at \(shownBase) is not trusted: \(why)")
        case .timeout:
            Diagnostic(.translatorTimeout, "the translator did not answer within \(whole(seconds)) s", helps: ["allow more with --timeout", "ask for less with --max-tokens"])
        case .cutOff: Diagnostic(.translatorOverloaded, "the connection to the translator broke, \(attempts) times in a row", notes: ["at \(base)"])
        case .tooLong: Diagnostic(.answerLimit, "the translator's answer does not end", helps: ["ask for less with --max-tokens"])
        case .cancelled: Diagnostic(.cancelled, "the request to the translator was given up")
        case .other(let number): Diagnostic(.translatorUnreachable, "the exchange with \(shownBase) failed (libcurl's error \(number))")
        }
    }

    private func whole(_ seconds: Double) -> Int { Int(max(0, min(seconds.rounded(.up), 1e9))) }

    /// What a status other than 200 means.
    func diagnostic(_ response: HTTPResponse) -> Diagnostic {
        let said = said(response.body).map { ["the server says: \($0)"] } ?? []
        let status = response.status
        switch status {
        case 300..<400:
            let target = response.header("Location").map { quoted(Text($0), limit: 200) } ?? "nowhere"
            return Diagnostic(.translatorRedirected, "the server at \(shownBase) sends requests on to \(target) (status \(status))", helps: ["give that address, if you trust it: redirects are not followed"])
        case 401, 403:
            let help = secret == nil ? "put the key into REPANDA_API_KEY, or name the variable that has it with --key-env" : "the key that was sent is not one that the server takes"
            return Diagnostic(.translatorDenied, "the server at \(shownBase) denies access (status \(status))", notes: said, helps: [help])
        case 404, 405, 501:
            return Diagnostic(.translatorDenied, "the server at \(shownBase) has no such model or no completions (status \(status))", notes: said, helps: ["name a model that it has with --model", "give the part of the address before /v1"])
        case 408, 429, 500...599:
            return Diagnostic(.translatorOverloaded, "the server at \(shownBase) still failed after several tries (status \(status))", notes: said, helps: ["ask for fewer answers at a time with --concurrency"])
        default: return Diagnostic(.translatorRefused, "the server refuses the request (status \(status))", notes: said, helps: parameterHelps(response.body))
        }
    }

    func malformed(_ what: String, _ response: HTTPResponse) -> Diagnostic {
        let kind = response.header("Content-Type").map { ["its content type is \(quoted(Text($0), limit: 80))"] } ?? []
        let start = response.body.isEmpty ? [] : ["it begins: \(shown(String(decoding: response.body.prefix(EndpointFaults.mostShown), as: UTF8.self)))"]
        return Diagnostic(.malformedAnswer, what, notes: kind + start, helps: ["is \(base) a server of OpenAI's form?"])
    }

    /// Some models of OpenAI's draw their answers in one way only.
    private func parameterHelps(_ body: [UInt8]) -> [String] {
        guard (try? JSONValue.parse(body))?.object?["error"]?.object?["param"]?.string == "temperature" else { return [] }
        return ["such models take only the temperature that they have: --temperature 1"]
    }

    /// The message of an error in OpenAI's form, else the beginning of the body.
    private func said(_ body: [UInt8]) -> String? {
        guard !body.isEmpty else { return nil }
        let document = try? JSONValue.parse(body)
        let error = document?.object?["error"]
        let message = error?.object?["message"]?.string ?? error?.string ?? document?.object?["message"]?.string
        return shown(message ?? String(decoding: body.prefix(EndpointFaults.mostShown), as: UTF8.self))
    }

    private func shown(_ text: String) -> String {
        guard let secret, !secret.isEmpty else { return quoted(Text(text), limit: EndpointFaults.mostShown) }
        let parts = text.utf8.split(separator: secret.utf8, maxSplits: 100, omittingEmptySubsequences: false)
        let clean = parts.map { String(decoding: Array($0), as: UTF8.self) }.joined(separator: "(key)")
        return quoted(Text(clean), limit: EndpointFaults.mostShown)
    }
}
