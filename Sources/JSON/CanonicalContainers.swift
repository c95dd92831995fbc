import Diagnostics
import Values

extension CanonicalForm {
    func write(list items: [Value], _ depth: Int, _ writer: inout JSONWriter) throws(Failure) {
        writer.beginObject()
        writer.key("list")
        try writeItems(items, depth, &writer)
        writer.endObject()
    }

    /// Sets have no order of their own: sorted by the text that `json.dumps` gives each item.
    func write(set: SetValue, _ depth: Int, _ writer: inout JSONWriter) throws(Failure) {
        var keyed: [(key: [UInt8], item: Value)] = []
        keyed.reserveCapacity(set.items.count)
        var total = 0
        for item in set.items {
            var key = JSONWriter(asciiOnly: true)
            try write(item, depth: depth + 1, &key)
            total += key.count
            try reserve(total, writer)
            keyed.append((key.bytes, item))
        }
        keyed.sort { $0.key.lexicographicallyPrecedes($1.key) }
        try write(list: keyed.map(\.item), depth, &writer)
    }

    func write(dict: DictValue, _ depth: Int, _ writer: inout JSONWriter) throws(Failure) {
        writer.beginObject()
        writer.key("dict")
        writer.beginArray()
        for (key, value) in zip(dict.keys, dict.values) {
            writer.beginArray()
            try write(key, depth: depth + 1, &writer)
            try write(value, depth: depth + 1, &writer)
            writer.endArray()
        }
        writer.endArray()
        writer.endObject()
    }

    /// Rows of a 2-D array are lists, because numpy's `tolist` makes lists of them; times are written flat.
    func write(array: NDArray, _ depth: Int, _ writer: inout JSONWriter) throws(Failure) {
        guard array.column.dtype != .category else { return write(other: "Categorical", &writer) }
        writer.beginObject()
        writer.key("array")
        let isTime = array.column.dtype == .datetime || array.column.dtype == .timedelta
        if array.isFlat || isTime {
            try write(column: array.column, depth, &writer)
        } else {
            try write(rowsOf: array, depth, &writer)
        }
        writer.endObject()
    }

    private func write(rowsOf array: NDArray, _ depth: Int, _ writer: inout JSONWriter) throws(Failure) {
        let width = array.shape.count > 1 ? array.shape[1] : 1
        writer.beginArray()
        for row in 0..<array.count {
            try write(list: (row * width..<(row + 1) * width).map { array.column[$0] }, depth + 1, &writer)
        }
        writer.endArray()
    }

    func write(series: Series, _ depth: Int, _ writer: inout JSONWriter) throws(Failure) {
        writer.beginObject()
        writer.key("series")
        try write(column: series.column, depth, &writer)
        writer.key("index")
        try write(labels: series.index, depth, &writer)
        writer.key("dtype")
        writer.string(series.column.dtype.rawValue)
        writer.key("name")
        try write(series.name, depth: depth + 1, &writer)
        writer.endObject()
    }

    func write(index: Index, _ depth: Int, _ writer: inout JSONWriter) throws(Failure) {
        writer.beginObject()
        writer.key("index")
        try write(labels: index, depth, &writer)
        writer.endObject()
    }

    /// A frame without columns has no rows here: `itertuples` gives none.
    func write(frame: Frame, _ depth: Int, _ writer: inout JSONWriter) throws(Failure) {
        let columns = frame.allColumns
        writer.beginObject()
        writer.key("frame")
        writer.beginArray()
        for row in 0..<(columns.isEmpty ? 0 : frame.rowCount) {
            writer.beginArray()
            for column in columns { try write(column[row], depth: depth + 1, &writer) }
            writer.endArray()
        }
        writer.endArray()
        writer.key("index")
        try write(labels: frame.index, depth, &writer)
        writer.key("columns")
        try write(labels: frame.columns, depth, &writer)
        writer.key("dtypes")
        writer.beginArray()
        for column in columns { writer.string(column.dtype.rawValue) }
        writer.endArray()
        writer.endObject()
    }

    private func write(labels: Index, _ depth: Int, _ writer: inout JSONWriter) throws(Failure) {
        if case .column(let column) = labels.labels { return try write(column: column, depth, &writer) }
        writer.beginArray()
        for position in 0..<labels.count { try write(labels[position], depth: depth + 1, &writer) }
        writer.endArray()
    }

    /// The commonest columns without making a `Value` of each cell.
    private func write(column: Column, _ depth: Int, _ writer: inout JSONWriter) throws(Failure) {
        switch column {
        case .int(let cells): try write(ints: cells, &writer)
        case .bool, .float, .text, .object, .timestamp, .timedelta, .categorical: try writeCells(column, depth, &writer)
        }
    }

    private func write(ints cells: [Int], _ writer: inout JSONWriter) throws(Failure) {
        writer.beginArray()
        for cell in cells {
            try reserve(24, writer)
            writer.int(cell)
        }
        writer.endArray()
    }

    private func writeCells(_ column: Column, _ depth: Int, _ writer: inout JSONWriter) throws(Failure) {
        writer.beginArray()
        for row in 0..<column.count { try write(column[row], depth: depth + 1, &writer) }
        writer.endArray()
    }

    private func writeItems(_ items: [Value], _ depth: Int, _ writer: inout JSONWriter) throws(Failure) {
        writer.beginArray()
        for item in items { try write(item, depth: depth + 1, &writer) }
        writer.endArray()
    }
}
