extension String {
    /// Python's `len`: code points.
    var length: Int { unicodeScalars.count }

    func leftJustified(_ width: Int) -> String { self + blanks(width - length) }

    func rightJustified(_ width: Int) -> String { blanks(width - length) + self }

    /// Python's `str.center`, which puts the odd blank to the left where the width is odd.
    func centered(_ width: Int) -> String {
        let room = max(0, width - length)
        let left = room / 2 + (room & width & 1)
        return blanks(left) + self + blanks(room - left)
    }

    func prefixScalars(_ count: Int) -> String { String(String.UnicodeScalarView(unicodeScalars.prefix(count))) }

    /// Python's `rstrip()` of blanks.
    var rightStripped: String {
        var end = unicodeScalars.endIndex
        while end > unicodeScalars.startIndex, unicodeScalars[unicodeScalars.index(before: end)].properties.isWhitespace {
            end = unicodeScalars.index(before: end)
        }
        return String(unicodeScalars[..<end])
    }

    /// Lines; nothing for an empty text (Swift would see CRLF as one character, so scalars are compared).
    var lines: [String] {
        unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { String(String.UnicodeScalarView($0)) }
    }
}

func blanks(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }

enum Justification { case left, right }

/// The longest cell that pandas shows in full.
let maximumCellWidth = 50

/// pandas' `_make_fixed_width`: cells of one width, the long ones cut with dots.
func fixedWidth(_ cells: [String], _ side: Justification, minimum: Int = 0) -> [String] {
    let width = min(max(cells.map(\.length).max() ?? 0, minimum), maximumCellWidth)
    return cells.map { cell in
        let text = cell.length > width ? cell.prefixScalars(width - 3) + "..." : cell
        return justified(text, width, side)
    }
}

func justified(_ text: String, _ width: Int, _ side: Justification) -> String {
    switch side {
    case .left: text.leftJustified(width)
    case .right: text.rightJustified(width)
    }
}

/// pandas' `adjoin`: columns of text side by side; shorter columns stand at the bottom.
func adjoin(_ space: Int, _ columns: [[String]]) -> [String] {
    let height = columns.map(\.count).max() ?? 0
    var lines = Array(repeating: "", count: height)
    for (at, column) in columns.enumerated() {
        let width = (column.map(\.length).max() ?? 0) + (at == columns.count - 1 ? 0 : space)
        let missing = height - column.count
        for row in 0..<height { lines[row] += row < missing ? blanks(width) : column[row - missing].leftJustified(width) }
    }
    return lines
}

/// pandas' `trim_front`: takes away the blanks that all texts begin with.
func trimFront(_ texts: [String]) -> [String] {
    let common = texts.map { text in text.unicodeScalars.prefix { $0 == " " }.count }.min() ?? 0
    return texts.map { String(String.UnicodeScalarView($0.unicodeScalars.dropFirst(common))) }
}
