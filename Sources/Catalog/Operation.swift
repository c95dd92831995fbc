/// Every operation of the language, by receiver.
public enum Operation: Hashable, Sendable {
    case builtin(BuiltinOperation)
    case pandas(PandasOperation)
    case numpy(NumpyOperation)
    case standard(StandardOperation)
    case series(SeriesOperation)
    case frame(FrameOperation)
    case groupBy(GroupByOperation)
    case index(IndexOperation)
    case array(ArrayOperation)
    case str(StrOperation)
    case dt(DtOperation)
    case text(TextOperation)
    case list(ListOperation)
    case tuple(TupleOperation)
    case set(SetOperation)
    case dict(DictOperation)
    case number(NumberOperation)
    case timestamp(TimestampOperation)
    case timedelta(TimedeltaOperation)
    case date(DateOperation)
    case rolling(RollingOperation)
    case interval(IntervalOperation)
    case match(MatchOperation)
    case pattern(PatternOperation)
}

extension Operation {
    public var receiver: Receiver {
        switch self {
        case .builtin: .builtin
        case .pandas: .pandas
        case .numpy: .numpy
        case .standard: .standard
        case .series: .series
        case .frame: .frame
        case .groupBy: .groupBy
        case .index: .index
        case .array: .array
        case .str: .str
        case .dt: .dt
        case .text: .text
        case .list: .list
        case .tuple: .tuple
        case .set: .set
        case .dict: .dict
        case .number: .number
        case .timestamp: .timestamp
        case .timedelta: .timedelta
        case .date: .date
        case .rolling: .rolling
        case .interval: .interval
        case .match: .match
        case .pattern: .pattern
        }
    }

    /// The name as a query writes it.
    public var name: String {
        switch self {
        case .builtin(let name): name.rawValue
        case .pandas(let name): name.rawValue
        case .numpy(let name): name.rawValue
        case .standard(let name): name.rawValue
        case .series(let name): name.rawValue
        case .frame(let name): name.rawValue
        case .groupBy(let name): name.rawValue
        case .index(let name): name.rawValue
        case .array(let name): name.rawValue
        case .str(let name): name.rawValue
        case .dt(let name): name.rawValue
        case .text(let name): name.rawValue
        case .list(let name): name.rawValue
        case .tuple(let name): name.rawValue
        case .set(let name): name.rawValue
        case .dict(let name): name.rawValue
        case .number(let name): name.rawValue
        case .timestamp(let name): name.rawValue
        case .timedelta(let name): name.rawValue
        case .date(let name): name.rawValue
        case .rolling(let name): name.rawValue
        case .interval(let name): name.rawValue
        case .match(let name): name.rawValue
        case .pattern(let name): name.rawValue
        }
    }

    /// Parameters, result and documentation.
    public var facts: Facts {
        switch self {
        case .builtin(let name): Book.builtin[name]
        case .pandas(let name): Book.pandas[name]
        case .numpy(let name): Book.numpy[name]
        case .standard(let name): Book.standard[name]
        case .series(let name): Book.series[name]
        case .frame(let name): Book.frame[name]
        case .groupBy(let name): Book.groupBy[name]
        case .index(let name): Book.index[name]
        case .array(let name): Book.array[name]
        case .str(let name): Book.str[name]
        case .dt(let name): Book.dt[name]
        case .text(let name): Book.text[name]
        case .list(let name): Book.list[name]
        case .tuple(let name): Book.tuple[name]
        case .set(let name): Book.set[name]
        case .dict(let name): Book.dict[name]
        case .number(let name): Book.number[name]
        case .timestamp(let name): Book.timestamp[name]
        case .timedelta(let name): Book.timedelta[name]
        case .date(let name): Book.date[name]
        case .rolling(let name): Book.rolling[name]
        case .interval(let name): Book.interval[name]
        case .match(let name): Book.match[name]
        case .pattern(let name): Book.pattern[name]
        }
    }
}

extension Receiver {
    /// The operation of that name, or nil.
    public func operation(named name: String) -> Operation? {
        switch self {
        case .builtin: Book.builtin.operation(named: name)
        case .pandas: Book.pandas.operation(named: name)
        case .numpy: Book.numpy.operation(named: name)
        case .standard: Book.standard.operation(named: name)
        case .series: Book.series.operation(named: name)
        case .frame: Book.frame.operation(named: name)
        case .groupBy: Book.groupBy.operation(named: name)
        case .index: Book.index.operation(named: name)
        case .array: Book.array.operation(named: name)
        case .str: Book.str.operation(named: name)
        case .dt: Book.dt.operation(named: name)
        case .text: Book.text.operation(named: name)
        case .list: Book.list.operation(named: name)
        case .tuple: Book.tuple.operation(named: name)
        case .set: Book.set.operation(named: name)
        case .dict: Book.dict.operation(named: name)
        case .number: Book.number.operation(named: name)
        case .timestamp: Book.timestamp.operation(named: name)
        case .timedelta: Book.timedelta.operation(named: name)
        case .date: Book.date.operation(named: name)
        case .rolling: Book.rolling.operation(named: name)
        case .interval: Book.interval.operation(named: name)
        case .match: Book.match.operation(named: name)
        case .pattern: Book.pattern.operation(named: name)
        }
    }

    /// All names, in the catalogue's order.
    public var names: [String] {
        switch self {
        case .builtin: BuiltinOperation.allCases.map(\.rawValue)
        case .pandas: PandasOperation.allCases.map(\.rawValue)
        case .numpy: NumpyOperation.allCases.map(\.rawValue)
        case .standard: StandardOperation.allCases.map(\.rawValue)
        case .series: SeriesOperation.allCases.map(\.rawValue)
        case .frame: FrameOperation.allCases.map(\.rawValue)
        case .groupBy: GroupByOperation.allCases.map(\.rawValue)
        case .index: IndexOperation.allCases.map(\.rawValue)
        case .array: ArrayOperation.allCases.map(\.rawValue)
        case .str: StrOperation.allCases.map(\.rawValue)
        case .dt: DtOperation.allCases.map(\.rawValue)
        case .text: TextOperation.allCases.map(\.rawValue)
        case .list: ListOperation.allCases.map(\.rawValue)
        case .tuple: TupleOperation.allCases.map(\.rawValue)
        case .set: SetOperation.allCases.map(\.rawValue)
        case .dict: DictOperation.allCases.map(\.rawValue)
        case .number: NumberOperation.allCases.map(\.rawValue)
        case .timestamp: TimestampOperation.allCases.map(\.rawValue)
        case .timedelta: TimedeltaOperation.allCases.map(\.rawValue)
        case .date: DateOperation.allCases.map(\.rawValue)
        case .rolling: RollingOperation.allCases.map(\.rawValue)
        case .interval: IntervalOperation.allCases.map(\.rawValue)
        case .match: MatchOperation.allCases.map(\.rawValue)
        case .pattern: PatternOperation.allCases.map(\.rawValue)
        }
    }

    /// Whether pandas or Python has the name though this subset does not.
    public func hasOutside(_ name: String) -> Bool {
        switch self {
        case .builtin: BuiltinOperation.outside.contains(name)
        case .pandas: PandasOperation.outside.contains(name)
        case .numpy: NumpyOperation.outside.contains(name)
        case .standard: StandardOperation.outside.contains(name)
        case .series: SeriesOperation.outside.contains(name)
        case .frame: FrameOperation.outside.contains(name)
        case .groupBy: GroupByOperation.outside.contains(name)
        case .index: IndexOperation.outside.contains(name)
        case .array: ArrayOperation.outside.contains(name)
        case .str: StrOperation.outside.contains(name)
        case .dt: DtOperation.outside.contains(name)
        case .text: TextOperation.outside.contains(name)
        case .list: ListOperation.outside.contains(name)
        case .tuple: TupleOperation.outside.contains(name)
        case .set: SetOperation.outside.contains(name)
        case .dict: DictOperation.outside.contains(name)
        case .number: NumberOperation.outside.contains(name)
        case .timestamp: TimestampOperation.outside.contains(name)
        case .timedelta: TimedeltaOperation.outside.contains(name)
        case .date: DateOperation.outside.contains(name)
        case .rolling: RollingOperation.outside.contains(name)
        case .interval: IntervalOperation.outside.contains(name)
        case .match: MatchOperation.outside.contains(name)
        case .pattern: PatternOperation.outside.contains(name)
        }
    }
}

/// One receiver's rows, indexed by name on first use.
enum Book {
    static let builtin = Chapter<BuiltinOperation>()
    static let pandas = Chapter<PandasOperation>()
    static let numpy = Chapter<NumpyOperation>()
    static let standard = Chapter<StandardOperation>()
    static let series = Chapter<SeriesOperation>()
    static let frame = Chapter<FrameOperation>()
    static let groupBy = Chapter<GroupByOperation>()
    static let index = Chapter<IndexOperation>()
    static let array = Chapter<ArrayOperation>()
    static let str = Chapter<StrOperation>()
    static let dt = Chapter<DtOperation>()
    static let text = Chapter<TextOperation>()
    static let list = Chapter<ListOperation>()
    static let tuple = Chapter<TupleOperation>()
    static let set = Chapter<SetOperation>()
    static let dict = Chapter<DictOperation>()
    static let number = Chapter<NumberOperation>()
    static let timestamp = Chapter<TimestampOperation>()
    static let timedelta = Chapter<TimedeltaOperation>()
    static let date = Chapter<DateOperation>()
    static let rolling = Chapter<RollingOperation>()
    static let interval = Chapter<IntervalOperation>()
    static let match = Chapter<MatchOperation>()
    static let pattern = Chapter<PatternOperation>()
}
