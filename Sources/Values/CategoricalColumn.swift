/// A column of few different labels: pandas' `category`, as `pd.cut` and `pd.qcut` give it.
public struct CategoricalColumn: Sendable {
    /// Each row's category, or -1 where it has none.
    public var codes: [Int]
    public let categories: Categories

    public init(codes: [Int], categories: Categories) {
        self.codes = codes
        self.categories = categories
    }

    public var count: Int { codes.count }

    public func gather(_ rows: [Int]) -> CategoricalColumn {
        CategoricalColumn(codes: rows.map { codes[$0] }, categories: categories)
    }

    /// The labels themselves, row by row: what the column is where categories play no part.
    public var decoded: Column { categories.labels.gatherWithGaps(codes) }
}

/// The labels that a categorical column can hold, shared by all columns made of it.
public final class Categories: Sendable {
    public let labels: Column
    /// Whether the labels compare by their order.
    public let isOrdered: Bool

    public init(_ labels: Column, isOrdered: Bool) {
        self.labels = labels
        self.isOrdered = isOrdered
    }

    public var count: Int { labels.count }

    /// The code of a label, or nil where it is none of them.
    public func code(of label: Value) -> Int? {
        let wanted = HashKey(label)
        return (0..<labels.count).first { HashKey(labels[$0]) == wanted }
    }
}
