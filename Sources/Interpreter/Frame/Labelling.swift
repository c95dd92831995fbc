import Diagnostics
import Values

// What operations on frames, groups and `pd` share about labels.
extension Interpreter {
    /// A label as `str` gives it, for the operations that read labels as text.
    func labelText(_ label: Value) -> String {
        switch label {
        case .text(let text): text.string
        case .int(let number), .numpyInt(let number): String(number)
        default: (try? construct(.str, [label.asPython], []).text?.string) ?? Interpreter.brief(label)
        }
    }

    /// The positions of the labels that a pattern finds something in.
    func matching(_ index: Index, _ pattern: Value) throws(Failure) -> [Int] {
        let texts = Series(.object(index.values.map { .string(labelText($0)) }))
        let accessor = Value.accessor(AccessorValue(.str, .series(texts)))
        guard case .series(let found) = try invoke("contains", on: accessor, [pattern]), case .bool(let flags) = found.column else {
            throw Failure(.internalFault, "'contains' gives flags")
        }
        return flags.indices.filter { flags[$0] }
    }

    /// Labels renamed by a dict or a function; every level of several is renamed (pandas' `_transform_index`).
    func renamed(_ index: Index, by mapper: Value, strict: Bool) throws(Failure) -> Index {
        if strict, case .dict(let dict) = mapper {
            let absent = dict.keys.filter { key in index.position(of: key) == nil }
            guard absent.isEmpty else { throw Failure(.keyError, "\(absent.map(Interpreter.brief)) not found in axis") }
        }
        guard index.isMulti else {
            return Index(.column(Column(values: try index.values.map { (label) throws(Failure) in try mapped(label, mapper) })), names: index.names)
        }
        var levels: [Column] = []
        for at in 0..<index.levelCount {
            levels.append(Column(values: try index.level(at).values.map { (label) throws(Failure) in try mapped(label, mapper) }))
        }
        return Index(.multi(levels), names: index.names)
    }

    /// One label through a dict (absent: as it is), a Series or a function.
    private func mapped(_ label: Value, _ mapper: Value) throws(Failure) -> Value {
        switch mapper {
        case .dict(let dict): dict[label] ?? label
        case .series(let series): series.index.position(of: label).map { series.column[$0] } ?? label
        default: try call(mapper, [label.asPython])
        }
    }

    /// The index under other names.
    func named(_ index: Index, _ names: Value) throws(Failure) -> Index {
        switch names {
        case .dict(let dict): return index.renamed(index.names.map { dict[$0] ?? $0 })
        case .function:
            var renamed: [Value] = []
            for name in index.names { renamed.append(try call(names, [name])) }
            return index.renamed(renamed)
        case .list(let list):
            guard list.items.count == index.names.count else {
                throw Failure(.valueError, "Length of new names must be \(index.names.count), got \(list.items.count)")
            }
            return index.renamed(list.items)
        default:
            guard !index.isMulti else {
                throw Failure(.typeError, "Must pass list-like as `names`.")
            }
            return index.renamed([names])
        }
    }

    /// A value as labels: an index as it is, a list as pandas' `Index(...)` reads it.
    func index(of value: Value) throws(Failure) -> Index {
        if case .range(let range) = value { try charge(bytes: range.count.multipliedReportingOverflow(by: 8).partialValue) }
        return switch value {
        case .index(let index): index
        case .series(let series): Index(.column(series.column), names: [series.name])
        case .array(let array): Index(.column(array.column), names: [.none])
        case .range(let range): Index(.range(range), names: [.none])
        default: Index.of(try iterate(value))
        }
    }

    /// The positions of all labels but these.
    func positions(in index: Index, without labels: [Value], strict: Bool) throws(Failure) -> [Int] {
        var gone = Set<Int>()
        var absent: [Value] = []
        for label in labels {
            guard label.isHashable else { throw Failure(.typeError, "unhashable type: '\(label.typeName)'") }
            let found = dropped(label, in: index)
            if found.isEmpty { absent.append(label) }
            gone.formUnion(found)
        }
        guard absent.isEmpty || !strict else {
            throw Failure(.keyError, "[\(absent.map(Interpreter.brief).joined(separator: ", "))] not found in axis")
        }
        return (0..<index.count).filter { !gone.contains($0) }
    }

    /// In several levels a label that is no tuple means the outermost level.
    private func dropped(_ label: Value, in index: Index) -> [Int] {
        let found = index.positions(of: label)
        guard found.isEmpty, index.isMulti, label.tuple == nil else { return found }
        let key = HashKey(label)
        let level = index.level(0)
        return (0..<level.count).filter { HashKey(level[$0]) == key }
    }

    /// A frame with levels of its row labels as columns in front.
    func insertingLevels(of frame: Frame, _ levels: [Int], names: Value?, newIndex: Index) throws(Failure) -> Frame {
        let given = try names.map { (value) throws(Failure) in try self.labels(value) }
        if let given, given.count != levels.count {
            throw Failure(.valueError, "The number of provided names (\(given.count)) does not match the number of MultiIndex levels (\(levels.count))")
        }
        var labels: [Value] = []
        for (at, level) in levels.enumerated() {
            let label = given?[at] ?? levelLabel(frame, level)
            guard frame.columns.position(of: label) == nil, !labels.contains(where: { HashKey($0) == HashKey(label) }) else {
                throw Failure(.valueError, "cannot insert \(Interpreter.brief(label)), already exists")
            }
            labels.append(label)
        }
        let columns = levels.map(frame.index.level) + frame.allColumns
        return Frame(columns, index: newIndex, columns: prepending(labels, to: frame.columns))
    }

    /// `index`, `level_0`, or the level's own name.
    private func levelLabel(_ frame: Frame, _ level: Int) -> Value {
        let name = frame.index.names[level]
        guard name.isMissing else { return name }
        if frame.index.isMulti { return .string("level_\(level)") }
        return frame.columns.position(of: .string("index")) == nil ? .string("index") : .string("level_0")
    }

    /// Column labels with more in front; among several levels a single label stands in the first.
    func prepending(_ labels: [Value], to columns: Index) -> Index {
        guard columns.isMulti else { return Index(.column(Column(values: labels + columns.values)), names: columns.names) }
        let filled = labels.map { label in
            Value.tuple(label.tuple ?? [label] + Array(repeating: .string(""), count: columns.levelCount - 1))
        }
        return Index.of(filled + columns.values, names: columns.names)
    }

    /// Where each label of `wanted` stands in `index`, -1 where it is absent.
    func rows(of wanted: Index, in index: Index) throws(Failure) -> [Int] {
        guard index.isUnique else { throw Failure(.valueError, "cannot reindex on an axis with duplicate labels") }
        try charge(cells: index.count + wanted.count)
        var places: [HashKey: Int] = [:]
        for (row, label) in index.values.enumerated() { places[HashKey(label)] = row }
        return wanted.values.map { places[HashKey($0)] ?? -1 }
    }
}

extension Index {
    /// pandas does not look for numbers among bools, nor for bools among numbers.
    func tellsApart(_ other: Index) -> Bool {
        guard !isMulti, !other.isMulti else { return false }
        let (mine, theirs) = (level(0).dtype, other.level(0).dtype)
        return mine != theirs && (mine == .bool && theirs.isNumeric || theirs == .bool && mine.isNumeric)
    }
}
