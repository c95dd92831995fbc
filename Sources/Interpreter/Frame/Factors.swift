import Diagnostics
import Values

/// Dense codes for the cells of a column, or for the rows of several: equal cells have equal codes, in order of first appearance.
///
/// Groups, duplicates, joins and pivots all stand on these codes, as pandas' stand on `factorize`.
struct Factors {
    /// Each row's code; -1 where a missing cell was dropped.
    let codes: [Int]
    /// The row where each code first appeared.
    let firsts: [Int]

    var count: Int { firsts.count }

    enum Missing {
        /// A missing cell gets -1.
        case dropped
        /// All missing cells are equal.
        case equal
        /// None, NaN and NaT are different cells, each equal to itself.
        case byKind
    }

    /// - Throws: `typeError` for cells that Python cannot hash.
    init(_ column: Column, missing: Missing) throws(Failure) {
        switch column {
        case .bool(let cells): self.init(count: cells.count, missing: missing) { cells[$0] }
        case .int(let cells): self.init(count: cells.count, missing: missing) { cells[$0] }
        case .timestamp(let cells), .timedelta(let cells):
            self.init(count: cells.count, missing: missing) { cells[$0] == Column.missingTime ? nil : cells[$0] }
        case .float(let cells):
            self.init(count: cells.count, missing: missing) { cells[$0].isNaN ? nil : cells[$0] == 0 ? 0 : cells[$0].bitPattern }
        case .text(let cells): self.init(count: cells.count, missing: missing) { cells[$0] }
        case .categorical(let cells): self.init(count: cells.count, missing: missing) { cells.codes[$0] < 0 ? nil : cells.codes[$0] }
        case .object(let cells):
            try Factors.requireHashable(cells)
            self.init(count: cells.count, missing: missing) {
                missing != .byKind && cells[$0].isMissing ? nil : HashKey(cells[$0])
            }
        }
    }

    private static func requireHashable(_ cells: [Value]) throws(Failure) {
        if let stray = cells.first(where: { !$0.isHashable }) {
            throw Failure(.typeError, "unhashable type: '\(stray.typeName)'")
        }
    }

    /// A nil key is a missing cell.
    private init<Key: Hashable>(count: Int, missing: Missing, key: (Int) -> Key?) {
        var seen: [Key?: Int] = [:]
        var codes: [Int] = []
        var firsts: [Int] = []
        codes.reserveCapacity(count)
        for row in 0..<count {
            let key = key(row)
            if key == nil, missing == .dropped {
                codes.append(-1)
            } else if let code = seen[key] {
                codes.append(code)
            } else {
                seen[key] = firsts.count
                codes.append(firsts.count)
                firsts.append(row)
            }
        }
        self.init(codes: codes, firsts: firsts)
    }

    init(codes: [Int], firsts: [Int]) {
        self.codes = codes
        self.firsts = firsts
    }

    /// The codes of rows: two rows are equal where all their codes are; a -1 anywhere makes the row -1.
    init(joining parts: [Factors], rows: Int) {
        guard var joined = parts.first else {
            self.init(codes: Array(repeating: 0, count: rows), firsts: rows > 0 ? [0] : [])
            return
        }
        for part in parts.dropFirst() { joined = Factors(joined, part) }
        self = joined
    }

    private init(_ a: Factors, _ b: Factors) {
        struct Pair: Hashable { let a: Int, b: Int }
        self.init(count: a.codes.count, missing: .dropped) { row in
            a.codes[row] < 0 || b.codes[row] < 0 ? nil : Pair(a: a.codes[row], b: b.codes[row])
        }
    }

    /// The same rows with the codes renumbered: `order[new] = old`.
    func reordered(_ order: [Int]) -> Factors {
        var place = Array(repeating: 0, count: count)
        for (new, old) in order.enumerated() { place[old] = new }
        return Factors(codes: codes.map { $0 < 0 ? -1 : place[$0] }, firsts: order.map { firsts[$0] })
    }

    /// The rows of each code, in order.
    var rows: [[Int]] { Factors.rows(codes, count: count) }

    static func rows(_ codes: [Int], count: Int) -> [[Int]] {
        var rows = Array(repeating: [Int](), count: count)
        for (row, code) in codes.enumerated() where code >= 0 { rows[code].append(row) }
        return rows
    }
}

extension Factors {
    /// The column's codes in the order of its cells, so that comparing codes compares cells; missing cells last or dropped.
    ///
    /// - Throws: `typeError` for cells that have no order, unless `mixed` lets numbers come before text as pandas' group keys do.
    static func ordered(_ column: Column, missing: Missing, mixed: Bool = true) throws(Failure) -> Factors {
        let factors = try Factors(column, missing: missing)
        let labels = column.gather(factors.firsts)
        return factors.reordered(try CellOrder.positions(of: labels, mixed: mixed))
    }
}
