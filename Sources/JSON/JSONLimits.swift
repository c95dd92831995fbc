/// How much of a document the reader takes before it refuses.
public struct JSONLimits: Sendable {
    /// Bytes of one document, line or array element.
    public var bytes: Int
    /// Arrays and objects inside one another. Freeing a deep tree recurses, so this also keeps the stack safe.
    public var depth: Int

    public init(bytes: Int = 64 << 20, depth: Int = 100) {
        self.bytes = bytes
        self.depth = depth
    }

    public static let standard = JSONLimits()
}
