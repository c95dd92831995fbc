import Catalog
import Plan
import SQL
import Values

/// What a node of the plan is lowered to: the SQL side of a Python value.
indirect enum Term {
    case none
    case cell(Cell)
    case series(SeriesTerm)
    case frame(FrameTerm)
    case groups(GroupsTerm)
    /// Cells of the rows of a relation as a list, an array, a set …
    case items(ItemsTerm)
    /// A Series of known labels: a row of a frame, a reduction of each column.
    case record(RecordTerm)
    /// A list, a tuple or a set that the query spells out.
    case display(Display, [Term])
    /// One of two values by a truth value: `x and series`.
    case choice(Cell, then: Term, otherwise: Term)
    case slice(lower: Term?, upper: Term?, step: Term?)
    case accessor(AccessorKind, Term)
    case operation(Operation)
    case lambda(Node.Lambda)
    case type(PythonType)
    case module(Module)

    enum Display: Hashable { case list, tuple, set, index }
}

/// A Series: a cell of each row of a relation.
struct SeriesTerm: Hashable {
    var relation: Relation
    var cell: Cell
    var name: Labels.Name
}

/// A frame: some cells of each row of a relation, under labels.
struct FrameTerm {
    struct Column {
        var label: Labels.Name
        /// nil where the cells are of several types, which SQL cannot hold.
        var cell: Cell?
    }

    var relation: Relation
    var columns: [Column]

    /// The positions of a label.
    func positions(of label: Labels.Name) -> [Int] { columns.indices.filter { columns[$0].label == label } }
}

/// A group-by: the rows of a relation and what they are grouped by.
struct GroupsTerm {
    var frame: FrameTerm
    var keys: [(name: Labels.Name, cell: Cell)]
    /// Positions of keys within the frame, which reductions leave out.
    var keyPositions: [Int]
    /// The columns chosen by `groupby(…)[…]`.
    var selection: [Int]?
    var isSeries: Bool
    var asIndex: Bool
    var isSorted: Bool
}

/// Cells of the rows of a relation, without labels.
struct ItemsTerm: Hashable {
    enum Kind { case list, array, set, index, iterator }
    var kind: Kind
    var relation: Relation
    var cell: Cell
    /// An index's name.
    var name: Labels.Name = .none
}

/// A Series with one cell for each of some known labels.
struct RecordTerm {
    var labels: [Labels.Name]
    var cells: [Cell]
    /// The name: a row's label.
    var name: Cell?
    /// Whether the cells are objects rather than numbers of one dtype.
    var isObject: Bool
}
