import Diagnostics
import Values

// Labels added, taken out, repeated or replaced.
extension Call where Receiver == Index {
    func appended() throws(Failure) -> Index {
        let value = try arguments.require("other")
        let items = value.list?.items ?? value.tuple ?? [value]
        var parts = [receiver]
        for item in items {
            guard case .index(let index) = item else { throw Failure(.typeError, "all inputs must be Index") }
            parts.append(index)
        }
        try interpreter.charge(cells: parts.reduce(0) { $0 &+ $1.count })
        return Index.stacked(parts)
    }

    /// `drop`: an absent label is an error, unless errors are ignored.
    func dropped() throws(Failure) -> Index {
        let labels = try interpreter.labels(arguments.require("labels"))
        let strict = try arguments.word("errors", default: "raise") != "ignore"
        return receiver.gather(try interpreter.positions(in: receiver, without: labels, strict: strict))
    }

    func deleted() throws(Failure) -> Index {
        let gone = Set(try places(arguments.require("loc")))
        return receiver.gather((0..<receiver.count).filter { !gone.contains($0) })
    }

    func taken() throws(Failure) -> Index {
        let indices = try arguments.require("indices")
        guard indices.isNumpySequence else { throw Failure(.typeError, "Index.take() needs a list of positions") }
        return receiver.gather(try places(indices))
    }

    /// Positions that an integer, a slice or a list of integers names.
    private func places(_ value: Value) throws(Failure) -> [Int] {
        if case .slice(let slice) = value { return try Slices.positions(slice, count: receiver.count) }
        var places: [Int] = []
        for item in value.isNumpySequence ? try interpreter.iterate(value) : [value] {
            let number = try interpreter.index(item)
            guard let at = Slices.position(number, count: receiver.count) else {
                throw Failure(.indexError, "index \(number) is out of bounds for axis 0 with size \(receiver.count)")
            }
            places.append(at)
        }
        return places
    }

    func inserted() throws(Failure) -> Index {
        guard !receiver.isMulti else { throw Failure(.unsupportedOperation, "'insert' of a MultiIndex is not supported") }
        let number = try interpreter.index(arguments.require("loc"))
        guard let at = number == receiver.count ? number : Slices.position(number, count: receiver.count) else {
            throw Failure(.indexError, "index \(number) is out of bounds for axis 0 with size \(receiver.count)")
        }
        var labels = receiver.column.values
        labels.insert(try arguments.require("item"), at: at)
        let column: Column = receiver.column.dtype == .object ? Column.objects(labels) : Column(values: labels)
        return Index(column, name: receiver.name)
    }

    func repeated() throws(Failure) -> Index {
        let repeats = try arguments.require("repeats")
        let rows = try interpreter.invoke(
            .numpy(.repeat), on: .none, [.array(NDArray(.int(Array(0..<receiver.count)))), repeats])
        return receiver.gather(rows.array?.column.integers ?? [])
    }

    func withoutGaps() throws(Failure) -> Index {
        let how = try arguments.word("how", default: "any")
        guard how == "any" || how == "all" else { throw Failure(.valueError, "invalid how option: \(how)") }
        let gaps = (0..<receiver.levelCount).map { receiver.level($0).missing }
        return receiver.gather((0..<receiver.count).filter { row in
            how == "any" ? gaps.allSatisfy { !$0[row] } : gaps.contains { !$0[row] }
        })
    }

    func filled() throws(Failure) -> Index {
        let value = try arguments.require("value")
        guard !receiver.isMulti else { throw Failure(.notImplemented, "isna is not defined for MultiIndex") }
        guard !value.isNumpySequence, value.dict == nil else {
            throw Failure(.typeError, "'value' must be a scalar, passed: '\(value.typeName)'")
        }
        guard receiver.column.missing.contains(true) else { return receiver }
        return try wrapped("fillna", [value])
    }

    /// `where`: labels without a condition become the other value, or missing.
    func chosen() throws(Failure) -> Index {
        guard !receiver.isMulti else { throw Failure(.notImplemented, ".where is not supported for MultiIndex operations") }
        let flags = try interpreter.numpyArray(arguments.require("cond")).column
        guard case .bool(let kept) = flags, kept.count == receiver.count else {
            throw Failure(.valueError, "operands could not be broadcast together")
        }
        let column = receiver.column
        let other = arguments.given("other")
        let others = try other.flatMap { (value) throws(Failure) in
            value.isNumpySequence ? try interpreter.numpyArray(value).column : nil
        }
        guard others.map({ $0.count == kept.count }) ?? true else { throw Failure(.valueError, "operands could not be broadcast together") }
        let gap: Value = column.dtype == .object ? .none : receiver.isTimes ? .timestamp(Column.missingTime) : .float(.nan)
        let cells = kept.indices.map { kept[$0] ? column[$0] : others?[$0] ?? other ?? gap }
        return Index(column.dtype == .object ? Column.objects(cells) : Column(values: cells), name: receiver.name)
    }

    func shifted() throws(Failure) -> Value {
        guard receiver.isTimes else {
            throw Failure(
                .notImplemented, "This method is only implemented for DatetimeIndex, PeriodIndex and TimedeltaIndex; Got type \(receiver.typeName)")
        }
        throw Failure(.unsupportedOperation, "'shift' of a \(receiver.typeName) is not supported")
    }
}
