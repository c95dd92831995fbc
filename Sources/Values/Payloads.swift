/// The payload of a value of one type, or nil.
extension Value {
    public var text: Text? { if case .text(let text) = self { text } else { nil } }
    public var list: ListValue? { if case .list(let list) = self { list } else { nil } }
    public var tuple: [Value]? { if case .tuple(let tuple) = self { tuple.items } else { nil } }
    public var set: SetValue? { if case .set(let set) = self { set } else { nil } }
    public var dict: DictValue? { if case .dict(let dict) = self { dict } else { nil } }
    public var series: Series? { if case .series(let series) = self { series } else { nil } }
    public var frame: Frame? { if case .frame(let frame) = self { frame } else { nil } }
    public var index: Index? { if case .index(let index) = self { index } else { nil } }
    public var array: NDArray? { if case .array(let array) = self { array } else { nil } }
    public var interval: IntervalValue? { if case .interval(let interval) = self { interval } else { nil } }
    public var groupBy: GroupBy? { if case .groupBy(let groupBy) = self { groupBy } else { nil } }
}
