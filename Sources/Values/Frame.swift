/// A pandas `DataFrame`: columns of one length, row labels, column labels.
///
/// A filter or a sort only makes a row selection; a column's cells are gathered when somebody asks for that column.
public final class Frame: Sendable {
    /// The columns before `selection`.
    private let stored: [Column]
    /// Positions into the stored columns, or nil for all rows as they are.
    private let selection: [Int]?
    public let index: Index
    public let columns: Index
    /// The attribute `name` of a group that a function of groups is given: the group's key; nil of any other frame. Copies do not have it.
    public let groupName: Value?

    public init(_ stored: [Column], index: Index, columns: Index) {
        self.stored = stored
        self.selection = nil
        self.index = index
        self.columns = columns
        groupName = nil
    }

    private init(stored: [Column], selection: [Int]?, index: Index, columns: Index, groupName: Value? = nil) {
        self.stored = stored
        self.selection = selection
        self.index = index
        self.columns = columns
        self.groupName = groupName
    }

    /// The same frame as the group of a key.
    public func group(named key: Value) -> Frame { Frame(stored: stored, selection: selection, index: index, columns: columns, groupName: key) }

    public var rowCount: Int { index.count }
    public var columnCount: Int { stored.count }

    /// The cells of the column at a position.
    public func column(_ at: Int) -> Column {
        guard let selection else { return stored[at] }
        return stored[at].gather(selection)
    }

    public func series(_ at: Int) -> Series { Series(column(at), index: index, name: columns[at]) }

    /// One cell, without gathering its column.
    public func cell(row: Int, column: Int) -> Value { stored[column][selection?[row] ?? row] }

    public var allColumns: [Column] { (0..<columnCount).map(column) }

    /// The column's type, without gathering it.
    public func dtype(_ at: Int) -> DType { stored[at].dtype }

    /// The rows at these positions, in this order.
    public func gather(_ rows: [Int]) -> Frame {
        let absolute = selection.map { selection in rows.map { selection[$0] } } ?? rows
        return Frame(stored: stored, selection: absolute, index: index.gather(rows), columns: columns)
    }

    public func slice(_ rows: Range<Int>) -> Frame {
        let absolute = selection.map { Array($0[rows]) } ?? Array(rows)
        return Frame(stored: stored, selection: absolute, index: index.slice(rows), columns: columns)
    }

    /// The columns at these positions, in this order.
    public func select(_ positions: [Int]) -> Frame {
        Frame(stored: positions.map { stored[$0] }, selection: selection, index: index, columns: columns.gather(positions))
    }

    public func with(index: Index) -> Frame { Frame(stored: stored, selection: selection, index: index, columns: columns) }

    public func with(columns: Index) -> Frame { Frame(stored: stored, selection: selection, index: index, columns: columns) }

    /// Replaces the column at a position.
    public func replacing(_ at: Int, with column: Column) -> Frame {
        var all = allColumns
        all[at] = column
        return Frame(all, index: index, columns: columns)
    }

    /// Adds a column at the right, under a label that is not there yet.
    public func appending(_ column: Column, label: Value) -> Frame {
        Frame(allColumns + [column], index: index, columns: Index(.column(Column(values: columns.values + [label])), names: columns.names))
    }
}

/// The groups of a frame or of one of its columns, before they are reduced.
public final class GroupBy: Sendable {
    public let frame: Frame
    /// The key columns as columns of labels, aligned with the frame's rows, and their names.
    public let keys: [Series]
    /// Positions of key columns within `frame`, so that reductions leave them out; empty for outside keys.
    public let keyPositions: [Int]
    /// Each row's group, or -1 where a key is missing and gaps are dropped.
    public let codes: [Int]
    /// Group labels, one column a key, in output order.
    public let labels: [Column]
    public let groupCount: Int
    /// The positions chosen by `groupby(...)[...]`, or nil for all but the keys.
    public let selection: [Int]?
    /// `groupby(...)['x']`: results are Series.
    public let isSeries: Bool
    public let asIndex: Bool
    public let sort: Bool
    /// The keys were given as a list, so that a group's name is a tuple.
    public let keyedByList: Bool
    /// `apply` puts the group labels before the row labels.
    public let groupKeys: Bool

    public init(
        frame: Frame, keys: [Series], keyPositions: [Int], codes: [Int], labels: [Column], groupCount: Int,
        selection: [Int]? = nil, isSeries: Bool = false, asIndex: Bool = true, sort: Bool = true, keyedByList: Bool = false,
        groupKeys: Bool = true
    ) {
        self.frame = frame
        self.keys = keys
        self.keyPositions = keyPositions
        self.codes = codes
        self.labels = labels
        self.groupCount = groupCount
        self.selection = selection
        self.isSeries = isSeries
        self.asIndex = asIndex
        self.sort = sort
        self.keyedByList = keyedByList
        self.groupKeys = groupKeys
    }

    public func selecting(_ positions: [Int], asSeries: Bool) -> GroupBy {
        GroupBy(
            frame: frame, keys: keys, keyPositions: keyPositions, codes: codes, labels: labels, groupCount: groupCount,
            selection: positions, isSeries: asSeries, asIndex: asIndex, sort: sort, keyedByList: keyedByList,
            groupKeys: groupKeys)
    }
}
