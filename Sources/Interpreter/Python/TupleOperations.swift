import Catalog
import Diagnostics
import Values

extension Call where Receiver == [Value] {
    func perform(_ operation: TupleOperation) throws(Failure) -> Value {
        switch operation {
        case .count: .int(try occurrences())
        case .index: .int(try position())
        }
    }

    /// `count` of a list or a tuple.
    func occurrences() throws(Failure) -> Int {
        let value = try arguments.require("value")
        try interpreter.charge(cells: receiver.count)
        var total = 0
        for item in receiver where try interpreter.isSame(item, value) { total += 1 }
        return total
    }

    /// `index` of a list or a tuple.
    func position() throws(Failure) -> Int {
        let value = try arguments.require("value")
        try interpreter.charge(cells: receiver.count)
        let start = try bound("start", default: 0)
        let stop = try bound("stop", default: receiver.count)
        for at in start..<max(start, stop) where try interpreter.isSame(receiver[at], value) { return at }
        throw Failure(.valueError, "\(Interpreter.brief(value)) is not in list")
    }

    private func bound(_ name: StaticString, default standard: Int) throws(Failure) -> Int {
        guard let value = arguments[name] else { return standard }
        let given = try interpreter.index(value)
        return min(max(given < 0 ? given &+ receiver.count : given, 0), receiver.count)
    }
}
