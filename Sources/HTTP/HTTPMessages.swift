/// One request; a body makes it a POST.
public struct HTTPRequest: Sendable {
    public var url: String
    /// Names and values; they may hold secrets and are in no error.
    public var headers: [(name: String, value: String)]
    public var body: [UInt8]?

    public init(url: String, headers: [(name: String, value: String)] = [], body: [UInt8]? = nil) {
        self.url = url
        self.headers = headers
        self.body = body
    }
}

/// What a server sent back, whole.
public struct HTTPResponse: Sendable {
    public let status: Int
    let headers: [(name: String, value: String)]
    public let body: [UInt8]

    /// The last header of this name, whatever its case.
    public func header(_ name: String) -> String? {
        headers.last { $0.name.lowercased() == name.lowercased() }?.value
    }
}

/// How long an exchange may take and how much may come back.
public struct HTTPLimits: Sendable {
    /// Seconds until there is a connection.
    public var connecting: Double
    /// Seconds from the first step to the last byte.
    public var total: Double
    /// Bytes of the body, and of all headers together.
    public var bytes: Int

    public init(connecting: Double = 10, total: Double = 300, bytes: Int = 16 << 20) {
        self.connecting = connecting
        self.total = total
        self.bytes = bytes
    }
}

/// Why nothing came back.
public enum HTTPFailure: Error, Hashable, Sendable {
    /// There is no libcurl on this machine.
    case noLibrary
    /// Not `http://` or `https://` with a host, or with characters that no address has.
    case badAddress
    /// The host has no address.
    case unknownHost
    /// Nobody listens there, or the network does not lead there.
    case notConnected
    /// The certificate is not one to trust, or there is no common protocol.
    case insecure(String)
    case timeout
    /// The connection ended before the answer did.
    case cutOff
    /// More than the limit.
    case tooLong
    case cancelled
    /// Anything else, in libcurl's number.
    case other(Int)
}
