import Values

/// A value as SQLite stores it.
public enum Datum: Hashable, Sendable {
    /// Also what SQLite makes of NaN.
    case null
    case integer(Int)
    case real(Double)
    case text(Text)

    /// The number, of an integer too.
    public var number: Double? {
        switch self {
        case .integer(let number): Double(number)
        case .real(let number): number
        case .null, .text: nil
        }
    }

    /// About what it takes in memory.
    public var byteCount: Int { MemoryLayout<Datum>.size + (text.map { Int($0.count) } ?? 0) }

    public var integer: Int? { if case .integer(let number) = self { number } else { nil } }
    public var text: Text? { if case .text(let text) = self { text } else { nil } }
    public var isNull: Bool { if case .null = self { true } else { false } }
}
