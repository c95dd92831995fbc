import Values

/// A column of results, such as `w 31 - 28` or `5-2`: two numbers a cell.
public struct ScoreColumn: Sendable {
    /// What the two numbers come to.
    public enum Measure: Int, CaseIterable, Sendable { case sum, gap, higher }

    public let column: Int
    /// nil where the cell is no result.
    public let sides: [(Double, Double)?]

    init?(_ column: Column, at position: Int) {
        guard case .text(let cells) = column else { return nil }
        sides = (0..<cells.count).map { cells[$0].flatMap(ScoreColumn.read) }
        guard cells.count > 0, Double(sides.lazy.filter { $0 != nil }.count) >= 0.6 * Double(cells.count) else { return nil }
        self.column = position
    }

    /// One number a row; NaN where the cell is no result.
    public func values(_ measure: Measure) -> [Double] {
        sides.map { sides in
            guard let (one, other) = sides else { return .nan }
            switch measure {
            case .sum: return one + other
            case .gap: return abs(one - other)
            case .higher: return max(one, other)
            }
        }
    }

    /// `^\s*(?:[wld]\s+)?([0-9]{1,3})\s*[-–:]\s*([0-9]{1,3})`, not followed by a third number.
    private static func read(_ text: Text) -> (Double, Double)? {
        guard text.count <= 40 else { return nil }
        let scalars = Array(text.string.lowercased().unicodeScalars)
        var at = skipBlanks(scalars, 0)
        if at + 1 < scalars.count, ["w", "l", "d"].contains(scalars[at]), scalars[at + 1] == " " { at = skipBlanks(scalars, at + 1) }
        guard let (one, afterOne) = number(scalars, at), let second = afterDash(scalars, afterOne), let (other, end) = number(scalars, second) else { return nil }
        if let third = afterDash(scalars, end), third < scalars.count, ("0"..."9").contains(scalars[third]) { return nil }
        return (one, other)
    }

    private static func skipBlanks(_ scalars: [Unicode.Scalar], _ at: Int) -> Int { scalars[at...].firstIndex { $0 != " " } ?? scalars.count }

    private static func afterDash(_ scalars: [Unicode.Scalar], _ at: Int) -> Int? {
        let dash = skipBlanks(scalars, at)
        guard dash < scalars.count, ["-", "–", ":"].contains(scalars[dash]) else { return nil }
        return skipBlanks(scalars, dash + 1)
    }

    private static func number(_ scalars: [Unicode.Scalar], _ at: Int) -> (Double, Int)? {
        let end = scalars[at...].firstIndex { !("0"..."9").contains($0) } ?? scalars.count
        guard (1...3).contains(end - at) else { return nil }
        return (scalars[at..<end].reduce(0) { $0 * 10 + Double($1.value - 48) }, end)
    }
}
