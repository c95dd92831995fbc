/// A piece of HTML. What is written as a literal is markup; what is put into it as a `String` is text, and escaped:
///
///     let cell = "<b>"
///     let row: Markup = "<td>\(cell)</td>"      // <td>&lt;b&gt;</td>
///
/// So text from tables and models cannot become markup by an oversight.
public struct Markup: Sendable, ExpressibleByStringInterpolation {
    /// The HTML.
    public let html: String

    public init(stringLiteral literal: String) { html = literal }
    public init(stringInterpolation: Interpolation) { html = stringInterpolation.html }
    fileprivate init(html: String) { self.html = html }

    public static let empty: Markup = ""

    public struct Interpolation: StringInterpolationProtocol, Sendable {
        fileprivate var html = ""

        public init(literalCapacity: Int, interpolationCount: Int) { html.reserveCapacity(literalCapacity) }
        public mutating func appendLiteral(_ literal: String) { html += literal }
        public mutating func appendInterpolation(_ text: String) { html += escaped(text) }
        public mutating func appendInterpolation(_ number: Int) { html += String(number) }
        public mutating func appendInterpolation(_ markup: Markup) { html += markup.html }
        public mutating func appendInterpolation(_ markup: Markup?) { html += markup?.html ?? "" }
        public mutating func appendInterpolation(_ pieces: [Markup]) { html += pieces.joined().html }
    }
}

extension Sequence<Markup> {
    /// The pieces one after the other.
    public func joined(separator: String = "") -> Markup { Markup(html: map(\.html).joined(separator: separator)) }
}

/// Text that means itself in HTML, in elements and in quoted attributes. Control characters, which HTML does not have, are shown by U+FFFD.
public func escaped(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
        switch scalar {
        case "&": out.append(contentsOf: "&amp;".unicodeScalars)
        case "<": out.append(contentsOf: "&lt;".unicodeScalars)
        case ">": out.append(contentsOf: "&gt;".unicodeScalars)
        case "\"": out.append(contentsOf: "&quot;".unicodeScalars)
        case "'": out.append(contentsOf: "&#39;".unicodeScalars)
        case "\n", "\t": out.append(scalar)
        default: out.append(scalar.isControl ? "\u{FFFD}" : scalar)
        }
    }
    return String(out)
}

extension Unicode.Scalar {
    /// C0 and C1 controls, and the marks that turn the direction of what follows.
    fileprivate var isControl: Bool {
        value < 0x20 || (0x7F...0x9F).contains(value) || (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value)
    }
}
