import FlyingFox
import FlyingSocks
import Foundation
import Synchronization

/// A server on loopback that plays a script, one act a request, and remembers what it was asked. The last act is played again for what follows.
final class ScriptedServer: Sendable {
    /// What the server does with one request.
    enum Act: Sendable {
        case says(String)
        case answers(status: Int, headers: [String: String] = [:], body: String)
        /// Sends the beginning of an answer and then breaks the connection.
        case breaksOff
        /// Sends one byte after the other without end.
        case neverEnds
        /// Waits so many seconds before it answers.
        case waits(Double)
    }

    struct Asked: Sendable {
        let path: String
        let headers: [String: String]
        let body: String
    }

    private let script: Mutex<[Act]>
    private let log = Mutex<[Asked]>([])

    private init(_ script: [Act]) { self.script = Mutex(script) }

    var asked: [Asked] { log.withLock { $0 } }

    /// Plays a script while the body runs.
    ///
    /// - Parameter body: gets the server's address; runs on a thread of its own, because the client waits.
    static func play<Result: Sendable>(_ script: [Act], _ body: @escaping @Sendable (String, ScriptedServer) throws -> Result) async throws -> Result {
        let played = ScriptedServer(script)
        let server = HTTPServer(address: sockaddr_in6.loopback(port: 0), logger: .disabled, handler: ClosureHTTPHandler { try await played.act($0) })
        let running = Task { try await server.run() }
        defer { running.cancel() }
        try await server.waitUntilListening()
        guard case .ip6(_, let port)? = await server.listeningAddress else { throw NoPort() }
        let address = "http://[::1]:\(port)"
        return try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread { continuation.resume(with: Swift.Result { try body(address, played) }) }
        }
    }

    private struct NoPort: Error {}

    private func act(_ request: HTTPRequest) async throws -> HTTPResponse {
        let body = String(decoding: try await request.bodyData, as: UTF8.self)
        let headers = Dictionary(request.headers.map { ($0.key.rawValue.lowercased(), $0.value) }, uniquingKeysWith: { first, _ in first })
        log.withLock { $0.append(Asked(path: request.path, headers: headers, body: body)) }
        let act = script.withLock { script in script.count > 1 ? script.removeFirst() : script[0] }
        return try await ScriptedServer.played(act)
    }

    private static func played(_ act: Act) async throws -> HTTPResponse {
        switch act {
        case .says(let text): return response(200, [:], completion(text))
        case .answers(let status, let headers, let body): return response(status, headers, body)
        case .breaksOff: return HTTPResponse(statusCode: .ok, body: HTTPBodySequence(from: Stutter(bytes: 40, breaks: true)))
        case .neverEnds: return HTTPResponse(statusCode: .ok, body: HTTPBodySequence(from: Stutter(bytes: .max, breaks: false)))
        case .waits(let seconds):
            try await Task.sleep(for: .seconds(seconds))
            return response(200, [:], completion("late"))
        }
    }

    private static func response(_ status: Int, _ headers: [String: String], _ body: String) -> HTTPResponse {
        var all: HTTPHeaders = [.contentType: "application/json"]
        for (name, value) in headers { all[HTTPHeader(name)] = value }
        return HTTPResponse(statusCode: HTTPStatusCode(status, phrase: "Scripted"), headers: all, body: Data(body.utf8))
    }

    /// A chat completion in OpenAI's form.
    static func completion(_ text: String, finish: String = "stop") -> String {
        let quoted = String(decoding: (try? JSONEncoder().encode(text)) ?? Data(), as: UTF8.self)
        return """
            {"id": "x", "object": "chat.completion", "choices": [{"index": 0, "message": {"role": "assistant", "content": \(quoted)}, \
            "finish_reason": "\(finish)"}], "usage": {"prompt_tokens": 100, "completion_tokens": 7, "total_tokens": 107}}
            """
    }
}

/// A body that comes a few bytes at a time, and breaks or goes on.
private struct Stutter: AsyncBufferedSequence {
    struct Broken: Error {}

    let bytes: Int
    let breaks: Bool

    func makeAsyncIterator() -> Iterator { Iterator(left: bytes, breaks: breaks) }

    struct Iterator: AsyncBufferedIteratorProtocol {
        var left: Int
        let breaks: Bool

        mutating func next() async throws -> UInt8? { try await nextBuffer(suggested: 1)?.first }

        mutating func nextBuffer(suggested count: Int) async throws -> [UInt8]? {
            guard left > 0 else {
                guard !breaks else { throw Broken() }
                return nil
            }
            let size = Swift.min(count, left, 4096)
            left -= size
            return [UInt8](repeating: UInt8(ascii: " "), count: size)
        }
    }
}
