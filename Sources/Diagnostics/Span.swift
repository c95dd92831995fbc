/// A half-open range of byte offsets into one query text.
@frozen public struct Span: Hashable, Sendable {
    public var start: Int
    public var end: Int

    @inlinable public init(_ start: Int, _ end: Int) {
        self.start = start
        self.end = end
    }

    /// The smallest span that covers both.
    @inlinable public func joined(_ other: Span) -> Span {
        Span(min(start, other.start), max(end, other.end))
    }
}
