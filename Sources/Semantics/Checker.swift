import Catalog
import Diagnostics
import Plan
import Syntax
import Values

/// What checking a query gave: the program where nothing must fail, and all that is to be said.
public struct Checked: Sendable {
    /// nil where there is an error.
    public let program: Program?
    public let diagnostics: [Diagnostic]
}

/// Checks a syntax tree against a table and lowers it to a typed program.
///
/// What must fail is an error. What fails only if it is reached (the right side of `and`, a branch, a lambda's body) becomes a failure
/// in the program and a warning, because pandas too fails only when it gets there.
public final class Checker {
    let table: TableView
    let warns: Bool
    var scope: Scope
    var diagnostics: [Diagnostic] = []
    /// Above 0 inside what may never run.
    var lazyDepth = 0
    /// Whether the query names the table at all.
    var readsTable = false

    init(table: TableView, warns: Bool) {
        self.table = table
        self.warns = warns
        scope = Scope(table: table.type)
    }

    /// - Parameters:
    ///   - table: the table that `df` names.
    ///   - warns: whether to look for what runs but means nothing.
    public static func check(_ script: Script, on table: TableView, warns: Bool = true) -> Checked {
        let checker = Checker(table: table, warns: warns)
        let program = checker.program(script)
        let failed = checker.diagnostics.contains { $0.severity == .error }
        return Checked(program: failed ? nil : program, diagnostics: checker.diagnostics)
    }

    private func program(_ script: Script) -> Program? {
        guard let last = script.statements.last else {
            report(Diagnostic(.emptyQuery, "the query is empty"))
            return nil
        }
        let before = script.statements.dropLast().map(step)
        guard let (extra, result) = value(of: last) else {
            report(Diagnostic(.noValue, "the last statement has no value", at: last.span, helps: ["end with an expression, or with 'name = expression'"]))
            return nil
        }
        let program = Program(statements: before + extra, result: result, slotNames: scope.slotNames)
        if warns { lint(program) }
        return program
    }

    /// The last statement's value: an expression's, or what it assigns to one name.
    private func value(of statement: Statement) -> (steps: [Step], result: Node)? {
        switch statement.kind {
        case .expression(let expression): return ([], check(expression))
        case .assign(let targets, let value):
            guard targets.count == 1, case .name = targets[0].kind else { return nil }
            return ([], check(value))
        case .augmented, .importing, .conditional, .loop, .assert, .delete, .pass, .breaking, .continuing: return nil
        }
    }

    // MARK: Reporting

    func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

    /// An error where the code must run; where it may not, a failure in the program and a warning.
    func fail(_ diagnostic: Diagnostic, at span: Span) -> Node {
        var placed = diagnostic
        placed.span = placed.span ?? span
        if lazyDepth == 0 {
            report(placed)
        } else if warns {
            placed.severity = .warning
            placed.notes.append("this fails only if it is reached")
            report(placed)
        }
        let failure = Failure(placed.code, placed.message, at: placed.span, helps: placed.helps)
        return Node(.failure(failure), type: .dynamic, span: span)
    }

    /// Checks something that may never run.
    func lazily<T>(_ body: () -> T) -> T {
        lazyDepth += 1
        defer { lazyDepth -= 1 }
        return body()
    }
}
