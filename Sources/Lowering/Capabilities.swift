import Catalog
import Diagnostics
import SQL

/// How an operation is done in SQLite.
public enum Means: Sendable {
    /// In SQL itself.
    case sql
    /// In SQL with functions of ours, which share the in-memory engine's kernels.
    case functions
}

/// One row of the table of what SQLite is asked to do; an operation without a row is refused by name.
struct Rule<Name: Hashable & Sendable, Receiver>: Sendable {
    /// Throws nothing but `Failure`; closures do not say so by themselves.
    typealias Lower = @Sendable (Lowerer, Receiver, Arguments) throws -> Term

    let operations: [Name]
    let means: Means
    let lower: Lower

    init(_ operations: Name..., means: Means = .sql, lower: @escaping Lower) {
        self.operations = operations
        self.means = means
        self.lower = lower
    }
}

/// The rules of one receiver, by operation.
struct Rules<Name: OperationName, Receiver>: Sendable {
    private let byName: [Name: Rule<Name, Receiver>]

    init(_ rules: [Rule<Name, Receiver>]) {
        var byName: [Name: Rule<Name, Receiver>] = [:]
        for rule in rules { for name in rule.operations { byName[name] = rule } }
        self.byName = byName
    }

    func means(_ name: Name) -> Means? { byName[name]?.means }

    func lower(_ name: Name, _ receiver: Receiver, _ arguments: Arguments) throws(Failure) -> Term {
        guard let rule = byName[name] else { throw arguments.lowerer.refuse("'\(name.rawValue)' of \(Name.receiver.label)") }
        do {
            return try rule.lower(arguments.lowerer, receiver, arguments)
        } catch let failure as Failure {
            throw failure
        } catch {
            throw Failure(.internalFault, "lowering threw \(error)")
        }
    }
}

/// What SQLite is asked to do, operation by operation.
public enum Capabilities {
    /// How an operation is done in SQLite; nil where it is refused.
    public static func means(_ operation: Operation) -> Means? {
        switch operation {
        case .series(let name): seriesRules.means(name)
        case .frame(let name): frameRules.means(name)
        case .groupBy(let name): groupByRules.means(name)
        case .index(let name): indexRules.means(name)
        case .array(let name): arrayRules.means(name)
        case .str(let name): strRules.means(name)
        case .text(let name): textRules.means(name)
        case .list(let name): listRules.means(name)
        case .number(let name): numberRules.means(name)
        case .builtin(let name): builtinRules.means(name)
        case .pandas(let name): pandasRules.means(name)
        case .dt(let name): dtRules.means(name)
        case .timestamp(let name): timestampRules.means(name)
        case .numpy, .standard, .tuple, .set, .dict, .timedelta, .date, .rolling, .interval, .match, .pattern: nil
        }
    }

    /// Why an operation is refused.
    public static func reason(_ operation: Operation) -> String {
        switch operation.receiver {
        case .numpy, .array: "arrays have their own rules of shape and type"
        case .standard, .match, .pattern: "it works on single Python values, of which a statement has none beside its rows"
        case .tuple, .set, .dict, .list: "a Python container is no table"
        case .timedelta, .interval, .rolling: "its results have no type that SQLite can hold exactly"
        case .date, .timestamp: "what it gives only Python has a type for"
        case .number, .text, .builtin: "it gives a Python value that SQLite has no type for"
        case .pandas: "it makes a table of its own"
        case .groupBy: "it gives groups other than one row each"
        case .index: "row labels are numbers or keys in SQL, not a list"
        case .series, .frame, .str, .dt: "its result is no column or row of a fixed type"
        }
    }
}
