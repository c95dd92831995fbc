import Diagnostics
import Kernels
import Values

// `pd.date_range`.
extension Call where Receiver == NoReceiver {
    func dateRange() throws(Failure) -> Value {
        let (start, end) = (try bound("start"), try bound("end"))
        let periods = try arguments.given("periods").map { (value) throws(Failure) in try interpreter.index(value) }
        let frequency = try arguments.given("freq").map { (value) throws(Failure) in try self.frequency(value) }
        guard arguments.keywordRest("kwargs").isEmpty else { throw Failure(.typeError, "date_range() got an unexpected keyword argument") }
        if let periods, periods < 0 { throw Failure(.valueError, "Number of periods must be non-negative") }
        let given = [start, end, periods].count { $0 != nil }
        guard given == 2 || given == 3 && frequency == nil else {
            throw Failure(.valueError, "Of the four parameters: start, end, periods, and freq, exactly three must be specified")
        }
        let times: [Int]
        if given == 3 {
            times = try evenly(start ?? 0, end ?? 0, periods ?? 0)
        } else {
            times = try stepped(start, end, periods, frequency ?? .daily)
        }
        let kept = try within(times, start, end)
        return .index(Index(.timestamp(kept), name: arguments["name"] ?? .none))
    }

    private func bound(_ name: StaticString) throws(Failure) -> Int? {
        guard let value = arguments.given(name) else { return nil }
        let time = try interpreter.timestamp(value)
        guard time != Column.missingTime else { throw Failure(.valueError, "Neither `start` nor `end` can be NaT") }
        return try arguments.bool("normalize", default: false) ? interpreter.midnight(Calendar.split(time).days) : time
    }

    private func frequency(_ value: Value) throws(Failure) -> Frequency {
        switch value {
        case .text(let name): return try Frequency(name)
        default: throw Failure(.unsupportedArgument, "a frequency of type \(value.typeName) is not supported")
        }
    }

    /// So many points from one end to the other.
    private func evenly(_ start: Int, _ end: Int, _ periods: Int) throws(Failure) -> [Int] {
        try charge(periods)
        guard periods > 1 else { return periods == 1 ? [start] : [] }
        let step = (Double(end) - Double(start)) / Double(periods - 1)
        return (0..<periods).map { $0 == periods - 1 ? end : start &+ Int((step * Double($0)).rounded(.toNearestOrEven)) }
    }

    private func stepped(_ start: Int?, _ end: Int?, _ periods: Int?, _ frequency: Frequency) throws(Failure) -> [Int] {
        if let span = frequency.span { return try spaced(start, end, periods, span) }
        let anchor = Calendar.split(start ?? end ?? 0)
        let first = frequency.nearest(anchor.days, backwards: start == nil)
        let limit = start != nil ? end : nil
        var times: [Int] = []
        var steps = 0
        while times.count < periods ?? .max, let day = frequency.advanced(first, by: start == nil ? -steps : steps) {
            guard let time = Calendar.time(days: day, clock: anchor.clock) else { throw Failure(.outOfBoundsDate, "a date of the range is out of bounds") }
            if let limit, time > limit { break }
            try charge(1)
            times.append(time)
            steps += frequency.count
        }
        return start == nil ? times.reversed() : times
    }

    private func spaced(_ start: Int?, _ end: Int?, _ periods: Int?, _ span: Int) throws(Failure) -> [Int] {
        let count: Int
        if let periods {
            count = periods
        } else {
            let (room, overflow) = (end ?? 0).subtractingReportingOverflow(start ?? 0)
            guard !overflow else { throw Interpreter.spanOutOfBounds }
            count = room < 0 ? 0 : room / span + 1
        }
        try charge(count)
        let (length, overflow) = span.multipliedReportingOverflow(by: max(0, count - 1))
        guard !overflow else { throw Failure(.outOfBoundsDate, "Cannot generate range: out of bounds") }
        let far = start.map { $0.addingReportingOverflow(length) } ?? (end ?? 0).subtractingReportingOverflow(length)
        guard !far.overflow else { throw Failure(.outOfBoundsDate, "Cannot generate range: out of bounds") }
        return (0..<count).map { (start ?? far.partialValue) + $0 * span }
    }

    private func within(_ times: [Int], _ start: Int?, _ end: Int?) throws(Failure) -> [Int] {
        let word = try arguments.word("inclusive", default: "both")
        guard ["both", "left", "right", "neither"].contains(word) else {
            throw Failure(.valueError, "Inclusive has to be either 'both', 'neither', 'left' or 'right'")
        }
        let (left, right) = (word == "both" || word == "left", word == "both" || word == "right")
        return times.filter { (left || $0 != start) && (right || $0 != end) }
    }

    private func charge(_ count: Int) throws(Failure) {
        try interpreter.charge(cells: count)
        try interpreter.charge(bytes: count.multipliedReportingOverflow(by: 8).overflow ? .max : count * 8)
    }
}
