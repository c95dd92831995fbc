/// A table of text for reports: columns as wide as their longest cell, numbers to the right.
///
///     column  type     missing
///     ------  -------  -------
///     crowd   int64          0
///
/// Cells are escaped by `visible`; widths are those of a terminal.
public struct TextTable: Sendable {
    public enum Alignment: Sendable {
        case left, right
        /// Right where every cell that is not empty is a number.
        case automatic
    }

    private let headers: [String]
    private let alignments: [Alignment]
    private let maximumWidth: Int
    private var rows: [[String]] = []
    /// Per row, the cells that are marked.
    private var marks: [Set<Int>] = []

    /// `maximumWidth`: longer cells are cut, and end in `…`.
    public init(_ headers: [String], alignments: [Alignment] = [], maximumWidth: Int = 60) {
        self.headers = headers.map { cut(visible($0), to: maximumWidth) }
        self.alignments = headers.indices.map { $0 < alignments.count ? alignments[$0] : .automatic }
        self.maximumWidth = maximumWidth
    }

    /// Adds a row; cells that are left out are empty, those past the last header are dropped.
    ///
    /// - Parameter marked: the positions of cells that colours set apart.
    public mutating func append(_ cells: [String], marked: Set<Int> = []) {
        marks.append(marked)
        let shown = cells.prefix(headers.count).map { cut(visible($0), to: maximumWidth) }
        rows.append(shown + Array(repeating: "", count: headers.count - shown.count))
    }

    public var isEmpty: Bool { rows.isEmpty }

    /// The lines, without blanks at their ends and without the last newline.
    ///
    /// - Parameter color: whether marked cells are in colour.
    public func render(color: Bool = false) -> String {
        let widths = headers.indices.map { at in ([headers[at]] + rows.map { $0[at] }).map { displayWidth($0) }.max() ?? 0 }
        let right = headers.indices.map(isRight)
        let rule = widths.map { String(repeating: "-", count: $0) }
        let lines = [headers, rule].map { line($0, widths, right, []) } + rows.indices.map { line(rows[$0], widths, right, color ? marks[$0] : []) }
        return lines.joined(separator: "\n")
    }

    private func line(_ cells: [String], _ widths: [Int], _ right: [Bool], _ marked: Set<Int>) -> String {
        let shown = cells.indices.map { at in
            let room = blanks(widths[at] - displayWidth(cells[at]))
            let cell = marked.contains(at) ? "\u{1B}[1;33m\(cells[at])\u{1B}[0m" : cells[at]
            return right[at] ? room + cell : cell + room
        }
        return shown.joined(separator: "  ").rightStripped
    }

    private func isRight(_ column: Int) -> Bool {
        switch alignments[column] {
        case .left: return false
        case .right: return true
        case .automatic:
            let filled = rows.map { $0[column] }.filter { !$0.isEmpty && $0 != "-" }
            return !filled.isEmpty && filled.allSatisfy(looksNumeric)
        }
    }
}

/// Digits with what goes with them: sign, point, thousands, per cent, a unit after a blank.
private func looksNumeric(_ text: String) -> Bool {
    let number = text.prefix { $0 != " " }
    let digits = number.utf8.filter { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
    return !digits.isEmpty && number.utf8.allSatisfy { byte in
        byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") || "+-.,%e".utf8.contains(byte)
    }
}

private func cut(_ text: String, to width: Int) -> String {
    guard displayWidth(text) > width else { return text }
    var out = String.UnicodeScalarView()
    var used = 1
    for scalar in text.unicodeScalars {
        used += displayWidth(scalar)
        if used > width { break }
        out.append(scalar)
    }
    return String(out) + "…"
}
