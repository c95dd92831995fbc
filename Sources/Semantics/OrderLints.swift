import Catalog
import Diagnostics
import Plan
import Values

extension Checker {
    /// Warns of texts that are put in order though their cells are numbers or dates: as texts '9' comes after '10'.
    func lintOrder(_ node: Node) {
        guard let column = ordered(by: node), let at = textColumn(column), let cells = table.texts(at), TextOrder.misleads(cells) else { return }
        report(.warning(
            .textOrder, "the cells of the column are texts, and are ordered as texts", at: node.span,
            helps: ["convert them first: 'pd.to_numeric(…, errors=\"coerce\")' for numbers, 'pd.to_datetime(…)' for dates"]))
    }

    /// What a node puts in order; nil where it orders nothing.
    private func ordered(by node: Node) -> Node? {
        switch node.kind {
        case .comparison(let operands, let symbols): symbols.count == 1 && symbols[0].isOrdering ? operands.first { textColumn($0) != nil } : nil
        case .method(let receiver, let attribute, let arguments): hasKey(arguments) ? nil : ordered(receiver, attribute.name, arguments)
        case .function(let operation, let arguments): Checker.orderingFunctions.contains(operation) && !hasKey(arguments) ? arguments.positional.first : nil
        default: nil
        }
    }

    /// Whether something else than the cells is ordered: `key=pd.to_datetime`.
    private func hasKey(_ arguments: Node.Arguments) -> Bool { arguments.keywords.contains { $0.name == "key" } }

    private func ordered(_ receiver: Node, _ method: String, _ arguments: Node.Arguments) -> Node? {
        guard case .frame = receiver.type else { return Checker.orderingMethods.contains(method) ? receiver : nil }
        guard method == "sort_values" else { return nil }
        let key = arguments.positional.first ?? arguments.keywords.first { $0.name == "by" }?.value
        guard let key, case .list(let items) = key.kind else { return key }
        return items.first
    }

    private static let orderingFunctions: Set<Catalog.Operation> = [.builtin(.max), .builtin(.min), .builtin(.sorted)]
    private static let orderingMethods: Set<String> = ["max", "min", "idxmax", "idxmin", "argmax", "argmin", "sort_values", "argsort", "rank"]

    /// The text column of the table that a node is a part of, or names.
    private func textColumn(_ node: Node) -> Int? {
        switch node.kind {
        case .column(_, _, let label): node.type == .series(.text) ? textColumn(label) : nil
        case .constant(.text(let label)): textColumn(label)
        case .subscripted(let base, _): base.type == node.type && node.type == .series(.text) ? textColumn(base) : nil
        default: nil
        }
    }

    private func textColumn(_ label: Text) -> Int? { table.type.columns?.firstIndex { $0.text == label && $0.element == .text } }
}

/// Whether ordering texts orders the numbers in them.
private enum TextOrder {
    /// Cells beyond these are not looked at.
    private static let mostCells = 200
    /// Of the cells with anything in them, so many must begin with a number, or a month.
    private static let share = 0.6

    static func misleads(_ cells: TextColumn) -> Bool {
        let texts = (0..<min(cells.count, mostCells)).compactMap { cells[$0] }
        let numbered = texts.compactMap { text in leadingNumber(text).map { (text: text, number: $0) } }
        let enough = Double(texts.count) * share
        guard Double(numbered.count) < enough || numbered.count < 2 else {
            let sorted = numbered.sorted { one, other in one.text.withBytes { bytes in other.text.withBytes { bytes.lexicographicallyPrecedes($0) } } }
            return zip(sorted, sorted.dropFirst()).contains { $0.number > $1.number }
        }
        return texts.count > 1 && Double(texts.count(where: beginsWithMonth)) >= enough
    }

    /// The number that a text begins with, commas and a sign before it passed over.
    private static func leadingNumber(_ text: Text) -> Double? {
        let digits = text.withBytes { bytes in
            let start = bytes.firstIndex { !$0.isMark } ?? bytes.endIndex
            return bytes[start...].prefix { $0.isDigit || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ".") }.filter { $0 != UInt8(ascii: ",") }
        }
        guard let first = digits.first, first.isDigit, digits.count <= 15 else { return nil }
        return Double(String(decoding: digits, as: UTF8.self)) ?? Double(String(decoding: digits.prefix { $0.isDigit }, as: UTF8.self))
    }

    private static func beginsWithMonth(_ text: Text) -> Bool {
        let start = String(decoding: text.withBytes { Array($0.prefix(3)) }, as: UTF8.self).lowercased()
        return ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"].contains(start)
    }
}

extension UInt8 {
    fileprivate var isDigit: Bool { self &- UInt8(ascii: "0") < 10 }
    /// A sign, a currency, a blank.
    fileprivate var isMark: Bool { [UInt8(ascii: "$"), UInt8(ascii: "+"), UInt8(ascii: " "), UInt8(ascii: "#")].contains(self) }
}
