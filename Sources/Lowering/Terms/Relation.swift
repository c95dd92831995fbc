import SQL

/// Rows in an order, with labels: what a Series and a frame stand on.
///
/// The columns in scope are the source's. Filters, orders and slices keep the scope, so that an expression over a table's rows means the same
/// over the rows that a filter left.
struct Relation: Hashable, Sendable {
    var source: Source
    var conditions: [Expression] = []
    /// What orders the rows completely; empty where the one row needs no order.
    var order: [Ordering]
    var slice: Slice?
    var labels: Labels
    /// The number of rows, where it is known before anything runs.
    var count: Int?
    /// No more rows than this.
    var most: Int
    /// Whether the order is another than the one the source gives its rows in.
    var isSorted = false
    /// How many sources were put inside one another, to name what is added.
    var depth = 0

    /// Some of the rows by position.
    struct Slice: Hashable, Sendable {
        var offset: Int
        /// nil for all that follow.
        var count: Int?
    }

    /// The rows of this relation are among the other's, and expressions over the other's rows hold for them.
    func isWithin(_ other: Relation) -> Bool {
        guard source == other.source, labels.cells == other.labels.cells else { return false }
        guard other.slice == nil else { return slice == other.slice && conditions == other.conditions && order == other.order }
        return Set(other.conditions).isSubset(of: conditions)
    }

    /// The same rows in the same order.
    func hasRows(of other: Relation) -> Bool {
        source == other.source && conditions == other.conditions && order == other.order && slice == other.slice && labels.cells == other.labels.cells
    }

    /// A statement over the rows, in any order.
    func select(_ outputs: [Select.Output]) -> Select {
        guard slice == nil else {
            return Select(outputs, from: .rows(ordered([])))
        }
        var select = Select(outputs, from: source)
        select.conditions = conditions
        return select
    }

    func select(_ expression: Expression) -> Select { select([Select.Output(expression)]) }

    /// A statement that gives the rows in their order.
    func ordered(_ outputs: [Select.Output]) -> Select {
        var select = Select(outputs, from: source)
        select.conditions = conditions
        select.order = order
        if let slice {
            select.limit = slice.count.map { .integer($0) }
            select.offset = slice.offset > 0 ? .integer(slice.offset) : nil
        }
        return select
    }

    /// One value over all rows.
    func scalar(_ expression: Expression) -> Expression { .rows(select(expression)) }
}

/// The labels of a relation's rows.
struct Labels: Hashable, Sendable {
    /// One cell a level.
    var cells: [Cell]
    var names: [Name]
    /// 0, 1, 2 … in the rows' order, whatever the rows are: `cells` is then empty, or holds the column that says so.
    var isRange: Bool
    var areUnique: Bool

    /// A label's or a column's name.
    enum Name: Hashable, Sendable {
        case none
        case text(String)
        case int(Int)
    }
}
