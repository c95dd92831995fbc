import Diagnostics
import Plan
import Values

extension Column {
    /// What an operation says that is not defined on categories.
    static func noCategories(_ name: String) -> Failure {
        Failure(.typeError, "'Categorical' with dtype category does not support operation '\(name)'", helps: ["convert it first: '.astype(str)'"])
    }

    /// The column as plain cells.
    var withoutCategories: Column {
        if case .categorical(let cells) = self { cells.decoded } else { self }
    }

    /// Categorical columns one below the other: plain cells where the categories differ.
    static func stackedCategories(_ columns: [Column]) -> Column {
        let parts = columns.compactMap { if case .categorical(let cells) = $0 { cells } else { nil } }
        guard let first = parts.first, parts.allSatisfy({ $0.categories.isSame(as: first.categories) }) else {
            return stacked(columns.map(\.withoutCategories))
        }
        return .categorical(CategoricalColumn(codes: parts.flatMap(\.codes), categories: first.categories))
    }
}

extension Value {
    /// A Series or an index of plain cells.
    var withoutCategories: Value {
        switch self {
        case .series(let series) where series.column.dtype == .category: .series(series.with(series.column.withoutCategories))
        case .index(let index) where !index.isMulti && index.level(0).dtype == .category:
            .index(Index(.column(index.level(0).withoutCategories), names: index.names))
        default: self
        }
    }
}

extension Categories {
    func isSame(as other: Categories) -> Bool {
        if self === other { return true }
        return isOrdered == other.isOrdered && count == other.count && (0..<count).allSatisfy { HashKey(labels[$0]) == HashKey(other.labels[$0]) }
    }

    /// - Throws: `typeError` where the label is no category.
    func requireCode(of label: Value) throws(Failure) -> Int {
        guard let code = code(of: label) else {
            throw Failure(.typeError, "Cannot setitem on a Categorical with a new category (\(Interpreter.brief(label))), set the categories first")
        }
        return code
    }
}

extension Operand {
    var isCategorical: Bool {
        if case .column(.categorical) = self { true } else { false }
    }
}

extension ColumnComparison {
    /// Categories compare by their order, with each other or with one label (`pandas.core.arrays.categorical._cat_compare_op`).
    func categories(_ left: Operand, _ right: Operand) throws(Failure) -> [Bool]? {
        switch (left, right) {
        case (.column(.categorical(let a)), .column(.categorical(let b))):
            guard a.categories.isSame(as: b.categories) else {
                throw Failure(.typeError, "Categoricals can only be compared if 'categories' are the same.")
            }
            try requireOrder(a.categories)
            return Swift.zip(a.codes, b.codes).map { $0 < 0 || $1 < 0 ? symbol == .notEqual : Comparisons.holds(symbol, $0 - $1) }
        case (.column(.categorical(let cells)), .scalar(let label)): return try compare(cells, label, symbol)
        case (.scalar(let label), .column(.categorical(let cells))): return try compare(cells, label, symbol.mirrored)
        case (.column(.categorical(let cells)), .column(let other)): return try plainly(.column(cells.decoded), .column(other))
        case (.column(let other), .column(.categorical(let cells))): return try plainly(.column(other), .column(cells.decoded))
        default: return nil
        }
    }

    private func requireOrder(_ categories: Categories) throws(Failure) {
        guard categories.isOrdered || symbol == .equal || symbol == .notEqual else {
            throw Failure(.typeError, "Unordered Categoricals can only compare equality or not")
        }
    }

    private func compare(_ cells: CategoricalColumn, _ label: Value, _ symbol: ComparisonOperator) throws(Failure) -> [Bool] {
        try requireOrder(cells.categories)
        guard let code = cells.categories.code(of: label) else {
            guard symbol == .equal || symbol == .notEqual else {
                throw Failure(.typeError, "Invalid comparison between dtype=category and \(label.typeName)")
            }
            return Array(repeating: symbol == .notEqual, count: rows)
        }
        return cells.codes.map { $0 < 0 ? symbol == .notEqual : Comparisons.holds(symbol, $0 - code) }
    }

    private func plainly(_ left: Operand, _ right: Operand) throws(Failure) -> [Bool] {
        guard symbol == .equal || symbol == .notEqual else {
            throw Failure(.typeError, "Cannot compare a Categorical with the given type.")
        }
        return try apply(left, right)
    }
}
