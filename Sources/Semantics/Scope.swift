import Catalog
import Plan
import Syntax
import Values

/// What the names of a query mean.
struct Scope {
    enum Meaning {
        case slot(Int)
        case module(Module)
        case operation(Catalog.Operation)
        case type(PythonType)
        case constant(Value)
    }

    private var names: [String: Meaning]
    private(set) var slotNames = ["df"]
    /// What is known of each slot's value now.
    var types: [StaticType]
    /// Slots whose value is the table itself, unchanged.
    var tableSlots: Set<Int> = [0]
    /// Slots whose value is a literal of the query.
    var constants: [Int: Literal] = [:]

    /// What every query can name.
    private static let given: [String: Meaning] = ["df": .slot(0), "pd": .module(.pandas), "np": .module(.numpy)]

    init(table: FrameType) {
        names = Scope.given
        types = [.frame(table)]
    }

    func meaning(of name: String) -> Meaning? { names[name] }

    /// In an order that does not change from run to run.
    var known: [String] { names.keys.sorted() }

    /// A new variable that hides another of the same name until `restore`.
    mutating func shadow(_ name: String, type: StaticType) -> (slot: Int, hidden: Meaning?) {
        let hidden = names[name]
        let slot = newSlot(name, type)
        names[name] = .slot(slot)
        return (slot, hidden)
    }

    mutating func restore(_ name: String, _ hidden: Meaning?) { names[name] = hidden }

    mutating func bind(_ name: String, to meaning: Meaning) { names[name] = meaning }

    /// The slot of a variable, made on its first assignment.
    mutating func slot(assigning name: String, type: StaticType) -> Int {
        if case .slot(let slot)? = names[name] {
            types[slot] = type
            tableSlots.remove(slot)
            constants[slot] = nil
            return slot
        }
        let slot = newSlot(name, type)
        names[name] = .slot(slot)
        return slot
    }

    mutating func newSlot(_ name: String, _ type: StaticType) -> Int {
        slotNames.append(name)
        types.append(type)
        return slotNames.count - 1
    }

    mutating func remove(_ name: String) { names[name] = nil }
}
