import Kernels

/// Text from outside made safe for a terminal: control characters, escape sequences, bidirectional overrides, invisible and
/// unassigned characters become escapes such as `\x1b` and `\u202e`; newlines and tabs become `\n` and `\t`.
///
///     visible("a\u{1B}[31mb")     // a\x1b[31mb
public func visible(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { !isShownAsIs($0) }) else { return text }
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { out.append(contentsOf: visibleScalar(scalar)) }
    return String(out)
}

/// As `visible`, but lines stay lines: for texts of ours that hold several (a printed frame).
public func visibleLines(_ text: String) -> String {
    text.lines.map(visible).joined(separator: "\n")
}

func visibleScalar(_ scalar: Unicode.Scalar) -> String.UnicodeScalarView {
    switch scalar {
    case "\n": "\\n".unicodeScalars
    case "\t": "\\t".unicodeScalars
    case "\r": "\\r".unicodeScalars
    case let other: isShownAsIs(other) ? String(other).unicodeScalars : PythonText.escape(other).unicodeScalars
    }
}

private func isShownAsIs(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case " "..."~": true
    case "\u{A0}", "\u{3000}": true
    case let other: PythonText.isPrintable(other)
    }
}

/// The columns a text takes in a terminal.
func displayWidth(_ text: String) -> Int { text.unicodeScalars.reduce(0) { $0 + displayWidth($1) } }

/// Two columns for East Asian wide characters and emoji, none for marks that stand on the letter before.
func displayWidth(_ scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x300 { return 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return 0
    default: return wideRanges.contains { $0.contains(scalar.value) } ? 2 : 1
    }
}

private let wideRanges: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF, 0xA960...0xA97F,
    0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF,
    0x1F900...0x1F9FF, 0x1FA70...0x1FAFF, 0x20000...0x3FFFD,
]
