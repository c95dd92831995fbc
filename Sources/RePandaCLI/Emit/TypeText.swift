import Plan

/// A static type as the dumps and `check` write it: `Series[int]`, `DataFrame[name: text, crowd: int]`.
func typeText(_ type: StaticType) -> String {
    switch type {
    case .dynamic: "dynamic"
    case .none: "None"
    case .bool: "bool"
    case .int: "int"
    case .float: "float"
    case .text: "text"
    case .timestamp: "Timestamp"
    case .timedelta: "Timedelta"
    case .date: "date"
    case .series(let element): "Series[\(element.rawValue)]"
    case .frame(let frame): "DataFrame\(columnsText(frame))"
    case .groupBy(let frame): "GroupBy\(columnsText(frame))"
    case .index(let element): "Index[\(element.rawValue)]"
    case .array(let element): "array[\(element.rawValue)]"
    case .list(let item): "list[\(typeText(item))]"
    case .tuple(let items): "tuple[\(items.map(typeText).joined(separator: ", "))]"
    case .set(let item): "set[\(typeText(item))]"
    case .dict(let key, let value): "dict[\(typeText(key)), \(typeText(value))]"
    case .function: "function"
    case .type: "type"
    case .slice: "slice"
    case .accessor(let kind, let base): "\(typeText(base)).\(kind.rawValue)"
    case .module(let module): "module \(module.rawValue)"
    }
}

/// The columns where they are known; wide tables show their first ones.
private func columnsText(_ frame: FrameType) -> String {
    guard let columns = frame.columns else { return "" }
    let shown = columns.prefix(8).map { "\($0.label): \($0.element.rawValue)" }
    return "[" + (shown + (columns.count > 8 ? ["… \(columns.count - 8) more"] : [])).joined(separator: ", ") + "]"
}
