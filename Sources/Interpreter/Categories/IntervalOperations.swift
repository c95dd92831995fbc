import Catalog
import Diagnostics
import Values

extension Call where Receiver == IntervalValue {
    func perform(_ operation: IntervalOperation) -> Value {
        switch operation {
        case .left: end(receiver.left)
        case .right: end(receiver.right)
        case .mid: .float((receiver.left + receiver.right) / 2)
        case .length: end(receiver.right - receiver.left)
        case .closed: .string(receiver.isClosedRight ? "right" : "left")
        }
    }

    private func end(_ number: Double) -> Value {
        if receiver.isWhole, let whole = Int(exactly: number) { .int(whole) } else { .float(number) }
    }
}

extension Interpreter {
    /// `number in interval`
    func contains(_ interval: IntervalValue, _ item: Value) throws(Failure) -> Bool {
        if case .interval(let other) = item { return interval.left <= other.left && other.right <= interval.right }
        guard let number = item.number else {
            throw Failure(.typeError, "'<' not supported between instances of 'float' and '\(item.typeName)'")
        }
        return interval.contains(number)
    }
}
