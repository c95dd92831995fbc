import Linking

/// The distinct values of a column in some rows: the first row of each, and how many rows have it.
struct FirstRows {
    private(set) var rows: [Int] = []
    private(set) var counts: [Int] = []
    private let codes: [Int32]
    private let selected: RowSet
    /// The place of each value of the column among those of the rows; -1 where none of the rows has it.
    private var places: [Int32]

    init(_ table: QuestionTable, _ column: Int, _ selected: RowSet) {
        let codes = table.codes(column)
        var places = [Int32](repeating: -1, count: table.distinctCounts[column])
        var (rows, counts) = ([Int](), [Int]())
        selected.forEach { row in
            let code = codes[row]
            guard code >= 0 else { return }
            if places[Int(code)] < 0 {
                places[Int(code)] = Int32(clamping: rows.count)
                rows.append(row)
                counts.append(0)
            }
            counts[Int(places[Int(code)])] += 1
        }
        self.codes = codes
        self.selected = selected
        self.places = places
        self.rows = rows
        self.counts = counts
    }

    /// What the rows of each value come to.
    func sums(_ key: [Double]) -> [Double] {
        var sums = Array(repeating: 0.0, count: rows.count)
        selected.forEach { row in
            let code = codes[row]
            if code >= 0, !key[row].isNaN { sums[Int(places[Int(code)])] += key[row] }
        }
        return sums
    }
}
