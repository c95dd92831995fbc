import CCurl

/// What one exchange brings, as libcurl hands it over; used by the one thread that performs it.
final class Transfer {
    private let limit: Int
    private let isCancelled: @Sendable () -> Bool
    private(set) var headers: [(name: String, value: String)] = []
    private(set) var body: [UInt8] = []
    private var headerBytes = 0
    /// Why the exchange was ended by us.
    private(set) var failure: HTTPFailure?

    init(limit: Int, isCancelled: @escaping @Sendable () -> Bool) {
        self.limit = limit
        self.isCancelled = isCancelled
    }

    /// The handle must not outlive the transfer while it performs.
    func attach(to handle: UnsafeMutableRawPointer, _ library: Library) {
        let this = UnsafeRawPointer(Unmanaged.passUnretained(self).toOpaque())
        library.set(handle, CURLOPT_WRITEDATA, this)
        library.set(handle, CURLOPT_WRITEFUNCTION) { bytes, size, count, transfer in Transfer.of(transfer)?.take(body: bytes, size * count) ?? 0 }
        library.set(handle, CURLOPT_HEADERDATA, this)
        library.set(handle, CURLOPT_HEADERFUNCTION) { bytes, size, count, transfer in Transfer.of(transfer)?.take(header: bytes, size * count) ?? 0 }
        library.set(handle, CURLOPT_NOPROGRESS, 0)
        library.set(handle, CURLOPT_XFERINFODATA, this)
        library.set(handle, CURLOPT_XFERINFOFUNCTION) { transfer, _, _, _, _ in Transfer.of(transfer)?.isToStop ?? true ? 1 : 0 }
    }

    private static func of(_ pointer: UnsafeMutableRawPointer?) -> Transfer? {
        pointer.map { Unmanaged<Transfer>.fromOpaque($0).takeUnretainedValue() }
    }

    private var isToStop: Bool {
        if isCancelled() { failure = .cancelled }
        return failure != nil
    }

    /// - Returns: how many bytes were taken; fewer end the exchange.
    private func take(body bytes: UnsafeMutablePointer<CChar>?, _ count: Int) -> Int {
        guard let bytes, body.count + count <= limit else {
            failure = .tooLong
            return 0
        }
        body += UnsafeRawBufferPointer(start: bytes, count: count)
        return count
    }

    private func take(header bytes: UnsafeMutablePointer<CChar>?, _ count: Int) -> Int {
        headerBytes += count
        guard let bytes, headerBytes <= limit else {
            failure = .tooLong
            return 0
        }
        let line = String(decoding: UnsafeRawBufferPointer(start: bytes, count: count), as: UTF8.self)
        // An interim answer (100) has headers of its own, which are not the answer's.
        if line.hasPrefix("HTTP/") { headers = [] }
        guard let colon = line.firstIndex(of: ":") else { return count }
        headers.append((trimmed(line[..<colon]), trimmed(line[line.index(after: colon)...])))
        return count
    }

    private func trimmed(_ text: Substring) -> String {
        var text = text
        while let first = text.first, first.isWhitespace { text.removeFirst() }
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return String(text)
    }
}
