import Diagnostics
import Values

// Operations that change row and column labels.
extension Call where Receiver == Frame {
    func setIndex() throws(Failure) -> Value {
        let given = try arguments.require("keys")
        let keys: [Value]
        if case .list(let list) = given { keys = list.items } else { keys = [given] }
        var levels: [Column] = []
        var names: [Value] = []
        var dropped: [Int] = []
        if try arguments.bool("append", default: false) {
            levels = (0..<receiver.index.levelCount).map(receiver.index.level)
            names = receiver.index.names
        }
        for key in keys {
            let (level, name, at) = try indexKey(key)
            levels += level
            names += name
            if let at { dropped.append(at) }
        }
        guard !levels.isEmpty else { throw Failure(.valueError, "Must pass non-zero number of levels/codes") }
        let index = Index(levels.count == 1 ? .column(levels[0]) : .multi(levels), names: names)
        if try arguments.bool("verify_integrity", default: false), !index.isUnique {
            throw Failure(.valueError, "Index has duplicate keys")
        }
        guard try arguments.bool("drop", default: true) else { return .frame(receiver.with(index: index)) }
        return .frame(receiver.select((0..<receiver.columnCount).filter { !dropped.contains($0) }).with(index: index))
    }

    /// A column by label, or labels given as they are.
    private func indexKey(_ key: Value) throws(Failure) -> (levels: [Column], names: [Value], position: Int?) {
        let made: ([Column], [Value])
        switch key {
        case .series(let series): made = ([series.column], [series.name])
        case .index(let index): made = ((0..<index.levelCount).map(index.level), index.names)
        case .array(let array): made = ([array.column], [.none])
        case .list(let list): made = ([Column(values: list.items)], [.none])
        default:
            guard key.isHashable, let at = receiver.columns.position(of: key) else {
                throw Failure(.keyError, "None of [\(Interpreter.brief(key))] are in the columns")
            }
            return ([receiver.column(at)], [key], at)
        }
        guard made.0.first?.count == receiver.rowCount else {
            throw Failure(.valueError, "Length mismatch: Expected \(receiver.rowCount) rows, received array of length \(made.0.first?.count ?? 0)")
        }
        return (made.0, made.1, nil)
    }

    func resetIndex() throws(Failure) -> Value {
        let index = receiver.index
        var moved = Array(0..<index.levelCount)
        if let level = arguments.given("level") {
            moved = []
            for key in try interpreter.labels(level) { moved.append(try index.levelPosition(key)) }
            moved.sort()
        }
        let kept = (0..<index.levelCount).filter { !moved.contains($0) }
        let labels = kept.isEmpty ? Index(count: receiver.rowCount)
            : Index(kept.count == 1 ? .column(index.level(kept[0])) : .multi(kept.map(index.level)), names: kept.map { index.names[$0] })
        if try arguments.bool("drop", default: false) { return .frame(receiver.with(index: labels)) }
        return .frame(try interpreter.insertingLevels(of: receiver, moved, names: arguments.given("names"), newIndex: labels))
    }

    func rename() throws(Failure) -> Value {
        var frame = receiver
        if let mapper = arguments.given("mapper") {
            guard arguments.given("index") == nil, arguments.given("columns") == nil else {
                throw Failure(.typeError, "Cannot specify both 'mapper' and any of 'index' or 'columns'")
            }
            frame = try renaming(frame, axis: arguments.axis(), by: mapper)
        } else if arguments.given("index") == nil, arguments.given("columns") == nil {
            throw Failure(.typeError, "must pass an index to rename")
        }
        if let mapper = arguments.given("index") { frame = try renaming(frame, axis: 0, by: mapper) }
        if let mapper = arguments.given("columns") { frame = try renaming(frame, axis: 1, by: mapper) }
        return .frame(frame)
    }

    private func renaming(_ frame: Frame, axis: Int, by mapper: Value) throws(Failure) -> Frame {
        let index = axis == 0 ? frame.index : frame.columns
        let strict = try arguments.word("errors", default: "ignore") == "raise"
        let renamed = try interpreter.renamed(index, by: mapper, strict: strict)
        return axis == 0 ? frame.with(index: renamed) : frame.with(columns: renamed)
    }

    /// Names of the labels themselves; a dict or a function would rename each level's name.
    func renameAxis() throws(Failure) -> Value {
        var frame = receiver
        if arguments["mapper"] != nil {
            let axis = try arguments.axis()
            frame = axis == 0 ? frame.with(index: try named(frame.index, arguments["mapper"])) : frame.with(columns: try named(frame.columns, arguments["mapper"]))
        }
        if let names = arguments["index"] { frame = frame.with(index: try named(frame.index, names)) }
        if let names = arguments["columns"] { frame = frame.with(columns: try named(frame.columns, names)) }
        return .frame(frame)
    }

    private func named(_ index: Index, _ names: Value?) throws(Failure) -> Index { try interpreter.named(index, names ?? .none) }

    func setAxis() throws(Failure) -> Value {
        let labels = try interpreter.index(of: arguments.require("labels"))
        let axis = try arguments.axis()
        let count = axis == 0 ? receiver.rowCount : receiver.columnCount
        guard labels.count == count else {
            throw Failure(.valueError, "Length mismatch: Expected axis has \(count) elements, new values have \(labels.count) elements")
        }
        return .frame(axis == 0 ? receiver.with(index: labels) : receiver.with(columns: labels))
    }

    func drop() throws(Failure) -> Value {
        var frame = receiver
        if let labels = arguments.given("labels") {
            guard arguments.given("index") == nil, arguments.given("columns") == nil else {
                throw Failure(.valueError, "Cannot specify both 'labels' and 'index'/'columns'")
            }
            return .frame(try dropping(frame, axis: arguments.axis(), labels))
        }
        guard arguments.given("index") != nil || arguments.given("columns") != nil else {
            throw Failure(.valueError, "Need to specify at least one of 'labels', 'index' or 'columns'")
        }
        if let labels = arguments.given("index") { frame = try dropping(frame, axis: 0, labels) }
        if let labels = arguments.given("columns") { frame = try dropping(frame, axis: 1, labels) }
        return .frame(frame)
    }

    private func dropping(_ frame: Frame, axis: Int, _ labels: Value) throws(Failure) -> Frame {
        let index = axis == 0 ? frame.index : frame.columns
        var wanted = try interpreter.labels(labels)
        if case .range = labels { wanted = try interpreter.iterate(labels) }
        let kept = try interpreter.positions(in: index, without: wanted, strict: arguments.word("errors", default: "raise") == "raise")
        return axis == 0 ? frame.gather(kept) : frame.select(kept)
    }

    /// By exact labels, by a part of the label, or by a pattern.
    func filter() throws(Failure) -> Value {
        let axis = try arguments.axis(default: 1)
        let index = axis == 0 ? receiver.index : receiver.columns
        let given = [arguments.given("items"), arguments.given("like"), arguments.given("regex")].filter { $0 != nil }
        guard given.count <= 1 else { throw Failure(.typeError, "Keyword arguments `items`, `like`, or `regex` are mutually exclusive") }
        let positions: [Int]
        if let items = arguments.given("items") {
            var seen: Set<HashKey> = []
            positions = try interpreter.iterate(items).filter { seen.insert(HashKey($0)).inserted }.flatMap(index.positions(of:))
        } else if let like = arguments.given("like") {
            guard case .text(let part) = like else { throw Failure(.typeError, "'in <string>' requires string as left operand") }
            positions = (0..<index.count).filter { interpreter.labelText(index[$0]).contains(part.string) }
        } else if let pattern = arguments.given("regex") {
            positions = try interpreter.matching(index, pattern)
        } else {
            throw Failure(.typeError, "Must pass either `items`, `like`, or `regex`")
        }
        return .frame(axis == 0 ? receiver.gather(positions) : receiver.select(positions))
    }

    func affix(_ parameter: StaticString, prefix: Bool) throws(Failure) -> Value {
        let axis = try arguments.axis(default: 1)
        let index = axis == 0 ? receiver.index : receiver.columns
        let word = try arguments.text(parameter).string
        func affixed(_ label: Value) -> Value {
            let text = interpreter.labelText(label)
            return Value.string(prefix ? word + text : text + word)
        }
        let levels = (0..<index.levelCount).map { Column(values: index.level($0).values.map(affixed)) }
        let renamed = Index(levels.count == 1 ? .column(levels[0]) : .multi(levels), names: index.names)
        return .frame(axis == 0 ? receiver.with(index: renamed) : receiver.with(columns: renamed))
    }

    func dropLevel() throws(Failure) -> Value {
        let axis = try arguments.axis()
        let index = axis == 0 ? receiver.index : receiver.columns
        var gone: [Int] = []
        for key in try interpreter.labels(arguments.require("level")) { gone.append(try index.levelPosition(key)) }
        let kept = (0..<index.levelCount).filter { !gone.contains($0) }
        guard !kept.isEmpty else {
            throw Failure(.valueError, "Cannot remove \(gone.count) levels from an index with \(index.levelCount) levels: at least one level must be left.")
        }
        let labels = Index(kept.count == 1 ? .column(index.level(kept[0])) : .multi(kept.map(index.level)), names: kept.map { index.names[$0] })
        return .frame(axis == 0 ? receiver.with(index: labels) : receiver.with(columns: labels))
    }

    func swapLevel() throws(Failure) -> Value {
        let axis = try arguments.axis()
        let index = axis == 0 ? receiver.index : receiver.columns
        guard index.isMulti else { throw Failure(.typeError, "Can only swap levels on a hierarchical axis.") }
        let a = try index.levelPosition(arguments["i"] ?? .int(-2)), b = try index.levelPosition(arguments["j"] ?? .int(-1))
        var order = Array(0..<index.levelCount)
        order.swapAt(a, b)
        let labels = Index(.multi(order.map(index.level)), names: order.map { index.names[$0] })
        return .frame(axis == 0 ? receiver.with(index: labels) : receiver.with(columns: labels))
    }

    /// New and replaced columns; a function gets the frame as it is so far.
    func assign() throws(Failure) -> Value {
        var frame = receiver
        for (name, value) in arguments.keywordRest("kwargs") {
            let made = if case .function = value { try interpreter.call(value, [.frame(frame)]) } else { value }
            frame = try interpreter.assigned(frame, .string(name), made)
        }
        return .frame(frame)
    }

    /// The frame with a new column at a position; the core puts it back where the receiver came from.
    func insert() throws(Failure) -> Value {
        let at = try arguments.int("loc", default: 0)
        let label = try arguments.require("column")
        guard try arguments.bool("allow_duplicates", default: false) || receiver.columns.position(of: label) == nil else {
            throw Failure(.valueError, "cannot insert \(Interpreter.brief(label)), already exists")
        }
        guard (0...receiver.columnCount).contains(at) else {
            throw Failure(.indexError, "index \(at) is out of bounds for axis 0 with size \(receiver.columnCount)")
        }
        let wider = try interpreter.assigned(receiver, label, arguments.require("value"))
        guard wider.columnCount == receiver.columnCount + 1 else {
            throw Failure(.unsupportedArgument, "insert() of a label that is there already is not supported")
        }
        var order = Array(0..<receiver.columnCount)
        order.insert(receiver.columnCount, at: at)
        return .frame(wider.select(order))
    }

    /// The column; the core takes it out of whatever holds the receiver.
    func pop() throws(Failure) -> Value {
        let item = try arguments.require("item")
        return .series(receiver.series(try receiver.position(ofColumn: item)))
    }

    /// Cells replaced by another frame's that are not missing, under the same labels.
    func update() throws(Failure) -> Value {
        let other = try interpreter.mergeOperand(arguments.require("other"))
        guard try arguments.bool("overwrite", default: true), arguments.given("filter_func") == nil else {
            throw Failure(.unsupportedArgument, "update() without overwriting is not supported")
        }
        let news = try interpreter.placed(other, receiver.index, receiver.columns)
        return .frame(try receiver.mapColumns { (series) throws(Failure) in
            let new = news.column(receiver.columns.position(of: series.name) ?? 0)
            let missing = new.missing
            guard missing.contains(false) else { return series.column }
            return Column(values: missing.enumerated().map { $1 ? series.column[$0] : new[$0] })
        })
    }

    func selectTypes() throws(Failure) -> Value {
        guard arguments.given("include") != nil || arguments.given("exclude") != nil else {
            throw Failure(.valueError, "at least one of include or exclude must be nonempty")
        }
        let included = try typeFilter(arguments.given("include"))
        let excluded = try typeFilter(arguments.given("exclude"))
        return .frame(receiver.select((0..<receiver.columnCount).filter { at in
            let type = receiver.dtype(at)
            return included.map { $0.contains(type) } ?? true && !(excluded.map { $0.contains(type) } ?? false)
        }))
    }

    private func typeFilter(_ value: Value?) throws(Failure) -> Set<DType>? {
        guard let value else { return nil }
        var types: Set<DType> = []
        for item in try interpreter.labels(value) { types.formUnion(try FrameTypes.named(item)) }
        return types
    }
}

/// What `select_dtypes` means by a name or a type.
enum FrameTypes {
    static func named(_ value: Value) throws(Failure) -> Set<DType> {
        switch value {
        case .dtype(let type): return [type]
        case .type(let type): return try of(type)
        case .text(let text): return try of(text.string)
        default: throw Failure(.typeError, "data type \(Interpreter.brief(value)) not understood")
        }
    }

    private static func of(_ type: PythonType) throws(Failure) -> Set<DType> {
        switch type {
        case .int, .numpyInt, .numpyInteger: [.int64]
        case .float, .numpyFloat, .numpyFloating: [.float64]
        case .numpyNumber: [.int64, .float64, .timedelta]
        case .bool, .numpyBool: [.bool]
        case .object: [.object]
        case .str: throw Failure(.typeError, "string dtypes are not allowed, use 'object' instead")
        case .timestamp, .datetime: [.datetime]
        case .timedelta, .span: [.timedelta]
        case .list, .tuple, .set, .dict, .noneType, .range, .series, .frame, .index, .array, .date, .time, .function:
            throw Failure(.typeError, "data type \(type.rawValue) not understood")
        }
    }

    private static func of(_ name: String) throws(Failure) -> Set<DType> {
        switch name {
        case "number": [.int64, .float64, .timedelta]
        case "int", "integer", "int64", "i8": [.int64]
        case "float", "floating", "float64", "f8": [.float64]
        case "bool", "boolean", "bool_", "?": [.bool]
        case "object", "object_", "O": [.object]
        case "datetime", "datetime64", "datetime64[ns]": [.datetime]
        case "timedelta", "timedelta64", "timedelta64[ns]": [.timedelta]
        case "int32", "int16", "int8", "uint8", "float32", "category", "datetimetz", "complex": []
        case "str", "string", "unicode": throw Failure(.typeError, "string dtypes are not allowed, use 'object' instead")
        default: throw Failure(.typeError, "data type '\(name)' not understood")
        }
    }
}
