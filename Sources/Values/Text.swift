#if canImport(Glibc)
    import Glibc
#endif

/// UTF-8 bytes that many `Text`s share; written once, then immutable.
public final class TextStorage: @unchecked Sendable {
    public let base: UnsafeMutablePointer<UInt8>
    public let count: Int
    /// Whether every byte is below 128, so that bytes and code points coincide.
    public let isASCII: Bool

    /// The most bytes that one storage holds: positions are 32 bits wide.
    public static let limit = Int(UInt32.max) - 1

    public init(copying bytes: UnsafeBufferPointer<UInt8>) {
        base = .allocate(capacity: max(bytes.count, 1))
        count = bytes.count
        if let source = bytes.baseAddress { base.update(from: source, count: bytes.count) }
        isASCII = TextStorage.isASCII(bytes)
    }

    /// Takes the memory over; it must come from `UnsafeMutablePointer.allocate`.
    public init(owning base: UnsafeMutablePointer<UInt8>, count: Int) {
        self.base = base
        self.count = count
        isASCII = TextStorage.isASCII(UnsafeBufferPointer(start: base, count: count))
    }

    deinit { base.deallocate() }

    public static let empty = TextStorage(copying: UnsafeBufferPointer(start: nil, count: 0))

    private static func isASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var all: UInt8 = 0
        for byte in bytes { all |= byte }
        return all < 128
    }
}

/// A Python `str`: a slice of shared, valid UTF-8 bytes. Its order and equality are those of code points, as Python's.
@frozen public struct Text: Sendable {
    public let storage: TextStorage
    public let start: UInt32
    /// Length in bytes.
    public let count: UInt32

    @inlinable public init(storage: TextStorage, start: UInt32, count: UInt32) {
        self.storage = storage
        self.start = start
        self.count = count
    }

    public init(_ string: some StringProtocol) {
        var copy = String(string)
        self = copy.withUTF8 { Text(bytes: $0) }
    }

    public init(bytes: UnsafeBufferPointer<UInt8>) {
        precondition(bytes.count <= TextStorage.limit)
        self.init(storage: TextStorage(copying: bytes), start: 0, count: UInt32(bytes.count))
    }

    public init(bytes: [UInt8]) {
        self = bytes.withUnsafeBufferPointer { Text(bytes: $0) }
    }

    public static let empty = Text(storage: .empty, start: 0, count: 0)

    /// The bytes; the storage keeps them alive while the text lives, so use them inside `withBytes` where the text may die early.
    @inlinable public var bytes: UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: storage.base + Int(start), count: Int(count))
    }

    @inlinable public func withBytes<R, E: Error>(_ body: (UnsafeBufferPointer<UInt8>) throws(E) -> R) throws(E) -> R {
        defer { withExtendedLifetime(storage) {} }
        return try body(bytes)
    }

    @inlinable public var isEmpty: Bool { count == 0 }

    /// Bytes and code points coincide for sure (a false answer may still be ASCII).
    @inlinable public var isKnownASCII: Bool { storage.isASCII }

    /// The number of code points: Python's `len`.
    public var length: Int {
        if storage.isASCII { return Int(count) }
        return withBytes { $0.reduce(0) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) } }
    }

    /// The slice of bytes `[from, to)`, which must fall on code point boundaries.
    @inlinable public func slice(_ from: Int, _ to: Int) -> Text {
        Text(storage: storage, start: start + UInt32(from), count: UInt32(to - from))
    }

    public var string: String { withBytes { String(decoding: $0, as: UTF8.self) } }

    /// Code points, in order.
    public var scalars: [Unicode.Scalar] { Array(string.unicodeScalars) }
}

extension Text: Hashable, Comparable, ExpressibleByStringLiteral, CustomStringConvertible {
    public init(stringLiteral value: String) { self.init(value) }

    public var description: String { string }

    @inlinable public static func == (a: Text, b: Text) -> Bool {
        guard a.count == b.count else { return false }
        if a.storage === b.storage && a.start == b.start { return true }
        return memcmp(a.storage.base + Int(a.start), b.storage.base + Int(b.start), Int(a.count)) == 0
    }

    /// UTF-8 orders as code points do.
    @inlinable public static func < (a: Text, b: Text) -> Bool {
        let order = memcmp(a.storage.base + Int(a.start), b.storage.base + Int(b.start), Int(min(a.count, b.count)))
        return order != 0 ? order < 0 : a.count < b.count
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(bytes: UnsafeRawBufferPointer(bytes))
    }
}

/// Collects the cells of one text column into one storage.
public struct TextBuilder: ~Copyable {
    private var base: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    private var used = 0
    private var spans: [TextColumn.Cell]
    private var cellStart = 0

    public init(rows: Int, bytes: Int = 0) {
        capacity = max(bytes, 64)
        base = .allocate(capacity: capacity)
        spans = []
        spans.reserveCapacity(rows)
    }

    deinit { base.deallocate() }

    /// Adds bytes to the cell being written.
    public mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        reserve(bytes.count)
        if let source = bytes.baseAddress { (base + used).update(from: source, count: bytes.count) }
        used += bytes.count
    }

    public mutating func append(byte: UInt8) {
        reserve(1)
        base[used] = byte
        used += 1
    }

    public mutating func append(_ text: Text) { text.withBytes { append($0) } }

    public mutating func append(_ string: String) {
        var copy = string
        copy.withUTF8 { append($0) }
    }

    public mutating func append(_ scalar: Unicode.Scalar) {
        for byte in UTF8.encode(scalar).unsafelyUnwrapped { append(byte: byte) }
    }

    /// Ends the cell that was being written.
    public mutating func endCell() {
        spans.append(TextColumn.Cell(start: UInt32(truncatingIfNeeded: cellStart), count: UInt32(truncatingIfNeeded: used - cellStart)))
        cellStart = used
    }

    /// - Returns: where the cell is.
    @discardableResult public mutating func appendCell(_ text: Text) -> TextColumn.Cell {
        append(text)
        endCell()
        return spans[spans.count - 1]
    }

    /// A cell that holds the bytes of one before.
    public mutating func appendCell(again cell: TextColumn.Cell) {
        used = cellStart
        spans.append(cell)
    }

    public mutating func appendMissing() {
        used = cellStart
        spans.append(.missing)
    }

    /// How many bytes are written so far; past `TextStorage.limit` the column cannot be built.
    public var byteCount: Int { used }

    public consuming func finish() -> TextColumn {
        let storage = TextStorage(copying: UnsafeBufferPointer(start: base, count: min(used, TextStorage.limit)))
        return TextColumn(storage: storage, cells: spans)
    }

    /// The bytes written since the last cell, as a text of their own.
    public consuming func finishText() -> Text {
        Text(bytes: UnsafeBufferPointer(start: base + cellStart, count: used - cellStart))
    }

    private mutating func reserve(_ more: Int) {
        guard used + more > capacity else { return }
        let larger = max(capacity * 2, used + more)
        let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
        moved.update(from: base, count: used)
        base.deallocate()
        base = moved
        capacity = larger
    }
}
