import CCurl
import Glibc
import Synchronization

/// Sends requests and waits for the answers, many threads at once; connections are kept open and used again.
///
///     let client = HTTPClient()
///     let response = try client.send(HTTPRequest(url: "http://127.0.0.1:8080/v1/models"))
///
/// A redirect is an answer like any other and is never followed, so that headers with a secret go nowhere but to the address given.
public final class HTTPClient: Sendable {
    private let limits: HTTPLimits
    private let idle = Mutex<[Handle]>([])

    public init(limits: HTTPLimits = HTTPLimits()) { self.limits = limits }

    deinit {
        for handle in idle.withLock({ $0 }) { Library.shared?.cleanUp(handle.pointer) }
    }

    /// - Parameter isCancelled: asked now and then while the exchange goes on.
    /// - Throws: where no whole answer came back within the limits.
    public func send(_ request: HTTPRequest, isCancelled: @escaping @Sendable () -> Bool = { false }) throws(HTTPFailure) -> HTTPResponse {
        guard HTTPClient.isAddress(request.url), HTTPClient.areClean(request.headers) else { throw .badAddress }
        guard let library = Library.shared, let handle = idle.withLock({ $0.popLast() }) ?? Handle(library) else { throw .noLibrary }
        let transfer = Transfer(limit: limits.bytes, isCancelled: isCancelled)
        let code = HTTPClient.perform(request, transfer, handle.pointer, library, limits)
        let status = library.status(handle.pointer)
        library.reset(handle.pointer)
        idle.withLock { $0.append(handle) }
        if let failure = transfer.failure ?? HTTPFailure(code) { throw failure }
        return HTTPResponse(status: status, headers: transfer.headers, body: transfer.body)
    }

    /// One of libcurl's handles with its open connections; used by one thread at a time.
    private struct Handle: @unchecked Sendable {
        let pointer: UnsafeMutableRawPointer

        init?(_ library: Library) {
            guard let pointer = library.makeHandle() else { return nil }
            self.pointer = pointer
        }
    }

    private static func isAddress(_ url: String) -> Bool {
        guard let scheme = ["http://", "https://"].first(where: { url.lowercased().hasPrefix($0) }), url.utf8.count > scheme.utf8.count else { return false }
        return url.utf8.allSatisfy { $0 > 32 && $0 < 127 } && !url.utf8.dropFirst(scheme.utf8.count).starts(with: "/".utf8)
    }

    /// A line break would begin a header of somebody else's.
    private static func areClean(_ headers: [(name: String, value: String)]) -> Bool {
        headers.allSatisfy { ($0.name + $0.value).utf8.allSatisfy { $0 >= 32 && $0 != 127 } }
    }

    private static func perform(
        _ request: HTTPRequest, _ transfer: Transfer, _ handle: UnsafeMutableRawPointer, _ library: Library, _ limits: HTTPLimits
    ) -> CURLcode {
        var list: UnsafeMutablePointer<curl_slist>?
        // libcurl would wait for the server's leave to send a longer body.
        for (name, value) in request.headers + [("Expect", "")] { list = library.append(list, "\(name):\(value.isEmpty ? "" : " " + value)") ?? list }
        defer { library.free(list) }
        setUp(handle, library, request.url, limits)
        library.set(handle, CURLOPT_HTTPHEADER, UnsafeRawPointer(list))
        transfer.attach(to: handle, library)
        return withExtendedLifetime(transfer) {
            guard let body = request.body else { return library.perform(handle) }
            return body.withUnsafeBytes { bytes in
                library.set(handle, CURLOPT_POST, 1)
                library.set(handle, CURLOPT_POSTFIELDSIZE_LARGE, size: bytes.count)
                library.set(handle, CURLOPT_POSTFIELDS, bytes.baseAddress ?? UnsafeRawPointer(handle))
                return library.perform(handle)
            }
        }
    }

    private static func setUp(_ handle: UnsafeMutableRawPointer, _ library: Library, _ url: String, _ limits: HTTPLimits) {
        library.set(handle, CURLOPT_URL, url)
        library.set(handle, CURLOPT_NOSIGNAL, 1)
        library.set(handle, CURLOPT_FOLLOWLOCATION, 0)
        library.set(handle, CURLOPT_CONNECTTIMEOUT_MS, milliseconds(limits.connecting))
        library.set(handle, CURLOPT_TIMEOUT_MS, milliseconds(limits.total))
        // A proxy of the environment is for hosts elsewhere.
        library.set(handle, CURLOPT_NOPROXY, "localhost,127.0.0.1,::1")
    }

    private static func milliseconds(_ seconds: Double) -> Int { Int(max(1, min(seconds * 1000, 1e9))) }
}

extension HTTPFailure {
    /// nil for an exchange that went well.
    init?(_ code: CURLcode) {
        switch code {
        case CURLE_OK: return nil
        case CURLE_URL_MALFORMAT, CURLE_UNSUPPORTED_PROTOCOL: self = .badAddress
        case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY: self = .unknownHost
        case CURLE_COULDNT_CONNECT: self = .notConnected
        case CURLE_OPERATION_TIMEDOUT: self = .timeout
        case CURLE_PARTIAL_FILE, CURLE_GOT_NOTHING, CURLE_RECV_ERROR, CURLE_SEND_ERROR, CURLE_WEIRD_SERVER_REPLY: self = .cutOff
        case CURLE_ABORTED_BY_CALLBACK: self = .cancelled
        case CURLE_PEER_FAILED_VERIFICATION: self = .insecure("its certificate is not trusted")
        case CURLE_SSL_CONNECT_ERROR: self = .insecure("there is no secure connection to it")
        default: self = .other(Int(code.rawValue))
        }
    }
}
