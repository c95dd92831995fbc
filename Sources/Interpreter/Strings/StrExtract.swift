import Diagnostics
import Kernels
import Values

// `extract` and `extractall`.
extension Call where Receiver == StrAccessor {
    private func groupPattern() throws(Failure) -> Pattern {
        let pattern = try pattern()
        guard pattern.groupCount > 0 else { throw Failure(.valueError, "pattern contains no capture groups") }
        return pattern
    }

    func extract() throws(Failure) -> Value {
        let expand: Bool
        switch arguments["expand"] {
        case nil: expand = true
        case .bool(let flag)?: expand = flag
        default: throw Failure(.valueError, "expand must be True or False")
        }
        let pattern = try groupPattern()
        if !expand, pattern.groupCount > 1, receiver.isIndex {
            throw Failure(.valueError, "only one regex group is supported with Index")
        }
        if expand || pattern.groupCount > 1 { return .frame(try extractFrame(pattern)) }
        return try extractOne(pattern)
    }

    /// A column a group; NaN where nothing matched or the group took no part.
    private func extractFrame(_ pattern: Pattern) throws(Failure) -> Frame {
        let labels = groupLabels(pattern)
        let cells = receiver.column
        guard cells.count > 0 else {
            return Frame(labels.values.map { _ in .object([]) }, index: Index(count: 0), columns: labels)
        }
        try interpreter.charge(cells: cells.count * (pattern.groupCount + 1))
        try interpreter.charge(bytes: cells.count * pattern.groupCount * 8)
        let found = try groups(pattern, cells)
        let columns = found.map { texts in Column.text(TextColumn(texts)) }
        return Frame(columns, index: receiver.rows, columns: labels)
    }

    /// For each group, its text in every row.
    private func groups(_ pattern: Pattern, _ column: Column) throws(Failure) -> [[Text?]] {
        let matcher = pattern.matcher(.search, cells: column.count)
        var found: [[Text?]] = Array(repeating: [], count: pattern.groupCount)
        for row in 0..<column.count {
            guard case .text(let text) = column[row], try matcher.find(text) else {
                for group in found.indices { found[group].append(nil) }
                continue
            }
            for group in found.indices { found[group].append(matcher.group(group + 1, of: text)) }
        }
        return found
    }

    /// Named groups by name, the others by number from 0.
    private func groupLabels(_ pattern: Pattern) -> Index {
        if pattern.groupNames.isEmpty { return Index(count: pattern.groupCount) }
        var labels = (0..<pattern.groupCount).map { Value.int($0) }
        for group in pattern.groupNames { labels[group.number - 1] = .string(group.name) }
        return Index(Column(values: labels))
    }

    /// One group as a Series: NaN where nothing matched, None where the group took no part.
    private func extractOne(_ pattern: Pattern) throws(Failure) -> Value {
        let matcher = pattern.matcher(.search, cells: receiver.column.count)
        let name = pattern.groupNames.first.map { Value.string($0.name) }
        if case .text(let cells) = receiver.column, let texts = try plainGroup(matcher, cells) {
            return receiver.wrapped(.text(texts), name: name)
        }
        try interpreter.charge(cells: receiver.column.count)
        var values: [Value] = []
        for cell in receiver.column.values {
            if case .text(let text) = cell {
                values.append(try matcher.find(text) ? matcher.group(1, of: text).map(Value.text) ?? .none : .float(.nan))
            } else {
                values.append(cell.isMissing ? cell : .float(.nan))
            }
        }
        return receiver.wrapped(objectColumn(values), name: name)
    }

    /// Nil where some group took no part in a match.
    private func plainGroup(_ matcher: Matcher, _ cells: TextColumn) throws(Failure) -> TextColumn? {
        var unmatched = false
        let texts = try sliced(cells) { (text) throws(Failure) in
            guard try matcher.find(text) else { return nil }
            let group = matcher.group(1, of: text)
            if group == nil { unmatched = true }
            return group
        }
        return unmatched ? nil : texts
    }

    /// A row a match, labelled by the row it comes from and its number there.
    func extractAll() throws(Failure) -> Frame {
        let pattern = try groupPattern()
        let matcher = pattern.matcher(.search, cells: receiver.column.count)
        var found: [[Text?]] = Array(repeating: [], count: pattern.groupCount)
        var sources: [Int] = []
        var numbers: [Int] = []
        for (row, cell) in receiver.column.values.enumerated() {
            guard case .text(let text) = cell else { continue }
            var number = 0
            try matcher.forEachMatch(in: text) { () throws(Failure) in
                try interpreter.charge(cells: pattern.groupCount)
                try interpreter.charge(bytes: pattern.groupCount * 24)
                for group in found.indices {
                    let part = matcher.group(group + 1, of: text)
                    found[group].append(part?.isEmpty == true ? nil : part)
                }
                sources.append(row)
                numbers.append(number)
                number += 1
                return true
            }
        }
        let rows = receiver.rows
        let levels = (0..<rows.levelCount).map { rows.level($0).gather(sources) } + [.int(numbers)]
        let index = Index(.multi(levels), names: rows.names + [.string("match")])
        return Frame(found.map { .text(TextColumn($0)) }, index: index, columns: groupLabels(pattern))
    }
}
