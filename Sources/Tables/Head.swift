import Diagnostics
import Values

/// What the first two rows of a table say of all others.
struct Head {
    let headers: Headers
    /// Fields a row: the more of the header's and the first row's.
    let width: Int
    /// Whether a row follows the header.
    let hasRows: Bool

    /// The columns that are row labels, because the first row has more fields than the header.
    var labelColumns: Int { width - headers.names.count }

    static let empty = Diagnostic(.emptyTable, "the table has no columns", notes: ["the file holds nothing but blank lines"])
}

extension Tokenizer {
    /// Reads the header and the first row, whose cells stay in `cells`; nil where the bytes hold no whole header, or, in an earlier
    /// piece of a file, no whole first row.
    mutating func head(into cells: inout CellBuffer, storage: TextStorage, limits: Limits) throws(Diagnostic) -> Head? {
        guard let headerWidth = try nextRow(into: &cells, keeping: limits.columns) else { return nil }
        try limits.check(columns: headerWidth)
        let headers = Headers(UnsafeBufferPointer(start: cells.base, count: cells.count), storage: storage)
        cells.resize(to: 0)
        guard let firstWidth = try nextRow(into: &cells, keeping: limits.columns) else {
            return isLast ? Head(headers: headers, width: headerWidth, hasRows: false) : nil
        }
        try limits.check(columns: firstWidth)
        let width = max(headerWidth, firstWidth)
        cells.resize(to: width)
        return Head(headers: headers, width: width, hasRows: true)
    }
}

extension Limits {
    fileprivate func check(columns count: Int) throws(Diagnostic) {
        guard count <= columns else { throw Diagnostic(.tableLimit, "the table has \(count) columns; the limit is \(columns)") }
    }

    func check(rows count: Int) throws(Diagnostic) {
        guard count <= rows else { throw Diagnostic(.tableLimit, "the table has more than \(rows) rows") }
    }
}
