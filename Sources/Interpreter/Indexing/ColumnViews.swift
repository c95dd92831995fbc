import Diagnostics
import Plan
import Values

/// `s = df['a']`: pandas' Series is a window on the frame's column, so that `s[0] = 1` and `s.fillna(0, inplace=True)` show in the frame.
struct ColumnView {
    let series: Series
    let frame: Frame
    let label: Value
}

extension Interpreter {
    /// Takes note of a variable that got a column of a variable's frame.
    func noteView(_ series: Series, _ node: Node) throws(Failure) {
        let owner: Node, label: Value
        switch node.kind {
        case .column(let base, _, let name): (owner, label) = (base, .text(name))
        case .property(let base, let attribute): (owner, label) = (base, .string(attribute.name))
        case .subscripted(let base, let key):
            guard case .constant(.text(let name)) = key.kind else { return }
            (owner, label) = (base, .text(name))
        default: return
        }
        guard case .local(let slot) = owner.kind, case .frame(let frame)? = slots[slot], frame.columns.positions(of: label).count == 1 else { return }
        views.append(ColumnView(series: series, frame: frame, label: label))
    }

    func isViewed(_ series: Series) -> Bool { views.contains { $0.series === series } }

    /// The frame of a Series that was replaced gets its column replaced.
    func replaceViewed(_ old: Value, with new: Value) throws(Failure) {
        guard !views.isEmpty, case .series(let before) = old, case .series(let after) = new else { return }
        guard let at = views.firstIndex(where: { $0.series === before }) else { return }
        let view = views.remove(at: at)
        guard after.index.equals(view.frame.index) else { return }
        for slot in slots.indices {
            guard case .frame(let frame)? = slots[slot], frame === view.frame else { continue }
            let changed = try assigned(frame, view.label, new)
            for other in slots.indices { if case .frame(let held)? = slots[other], held === frame { slots[other] = .frame(changed) } }
            views.append(ColumnView(series: after, frame: changed, label: view.label))
            return
        }
    }
}
