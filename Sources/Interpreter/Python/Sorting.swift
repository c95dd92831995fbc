import Diagnostics
import Values

extension Interpreter {
    /// Python's `sorted`: stable, also when reversed, comparing with `<` alone.
    func sorted(_ items: [Value], key: Value?, reverse: Value?) throws(Failure) -> [Value] {
        let backwards = try reverse.map { value throws(Failure) in try index(value) != 0 } ?? false
        try charge(cells: items.count &* (Int.bitWidth - items.count.leadingZeroBitCount + 1))
        var keys = items
        if let key {
            for at in items.indices { keys[at] = try call(key, [items[at]]) }
        }
        if backwards { keys.reverse() }
        let order = try sortedOrder(keys)
        let ordered = backwards ? order.reversed().map { items.count - 1 - $0 } : order
        return ordered.map { items[$0] }
    }

    /// The positions of the keys in ascending order.
    func sortedOrder(_ keys: [Value]) throws(Failure) -> [Int] {
        if let order = quickOrder(keys) { return order }
        return try TimSort(count: keys.count) { (a, b) throws(Failure) in try self.truth(self.compare(.less, keys[a], keys[b])) }.order()
    }

    /// Keys of one type that is totally ordered need no interpreter.
    private func quickOrder(_ keys: [Value]) -> [Int]? {
        if let texts = all(keys, \.text) { return ordered(texts) }
        if let numbers = all(keys, { if case .int(let i) = $0 { i } else { nil } }) { return ordered(numbers) }
        if let numbers = all(keys, { if case .float(let x) = $0, !x.isNaN { x } else { nil } }) { return ordered(numbers) }
        return nil
    }

    private func all<Key>(_ keys: [Value], _ read: (Value) -> Key?) -> [Key]? {
        var found: [Key] = []
        found.reserveCapacity(keys.count)
        for key in keys {
            guard let one = read(key) else { return nil }
            found.append(one)
        }
        return found
    }

    private func ordered<Key: Comparable>(_ keys: [Key]) -> [Int] {
        keys.indices.sorted { keys[$0] == keys[$1] ? $0 < $1 : keys[$0] < keys[$1] }
    }
}

/// CPython's list sort, comparison by comparison: with NaN among the keys the result depends on which are made.
struct TimSort {
    private var slots: [Int]
    private let isLess: (Int, Int) throws(Failure) -> Bool
    private var runs: [Run] = []
    private var minGallop = TimSort.gallop
    private static let gallop = 7

    private struct Run {
        var start: Int
        var count: Int
        var power = 0
    }

    init(count: Int, isLess: @escaping (Int, Int) throws(Failure) -> Bool) {
        slots = Array(0..<count)
        self.isLess = isLess
    }

    /// The items' numbers in sorted order.
    consuming func order() throws(Failure) -> [Int] {
        guard slots.count > 1 else { return slots }
        let minimum = TimSort.minimumRun(slots.count)
        var low = 0
        while low < slots.count {
            var run = try countRun(low)
            if run < minimum {
                let forced = min(slots.count - low, minimum)
                try insertionSort(low, low + forced, sortedTo: low + run)
                run = forced
            }
            try push(Run(start: low, count: run))
            low += run
        }
        try collapse()
        return slots
    }

    private static func minimumRun(_ count: Int) -> Int {
        var (rest, odd) = (count, 0)
        while rest >= 64 {
            odd |= rest & 1
            rest >>= 1
        }
        return rest + odd
    }

    /// The length of the run at `low`, turned round where it descends.
    private mutating func countRun(_ low: Int) throws(Failure) -> Int {
        var at = low + 1
        guard at < slots.count else { return 1 }
        let descending = try isLess(slots[at], slots[at - 1])
        at += 1
        while at < slots.count, try isLess(slots[at], slots[at - 1]) == descending { at += 1 }
        if descending { slots[low..<at].reverse() }
        return at - low
    }

    private mutating func insertionSort(_ low: Int, _ high: Int, sortedTo: Int) throws(Failure) {
        for start in max(sortedTo, low + 1)..<max(high, sortedTo, low + 1) {
            let pivot = slots[start]
            var (left, right) = (low, start)
            while left < right {
                let middle = left + (right - left) >> 1
                if try isLess(pivot, slots[middle]) { right = middle } else { left = middle + 1 }
            }
            for at in stride(from: start, to: left, by: -1) { slots[at] = slots[at - 1] }
            slots[left] = pivot
        }
    }

    private mutating func push(_ run: Run) throws(Failure) {
        if let last = runs.last {
            let power = TimSort.power(last.start, last.count, run.count, slots.count)
            while runs.count > 1, runs[runs.count - 2].power > power { try merge(runs.count - 2) }
            runs[runs.count - 1].power = power
        }
        runs.append(run)
    }

    private static func power(_ start: Int, _ first: Int, _ second: Int, _ total: Int) -> Int {
        var power = 0
        var a = 2 * start + first
        var b = a + first + second
        while true {
            power += 1
            if a >= total {
                a -= total
                b -= total
            } else if b >= total {
                return power
            }
            a <<= 1
            b <<= 1
        }
    }

    private mutating func collapse() throws(Failure) {
        while runs.count > 1 {
            var at = runs.count - 2
            if at > 0, runs[at - 1].count < runs[at + 1].count { at -= 1 }
            try merge(at)
        }
    }

    /// Merges the runs at `at` and after it, leaving what is already in place.
    private mutating func merge(_ at: Int) throws(Failure) {
        let (a, b) = (runs[at], runs[at + 1])
        runs[at].count = a.count + b.count
        runs.remove(at: at + 1)
        let left = Array(slots[a.start..<a.start + a.count])
        let right = Array(slots[b.start..<b.start + b.count])
        let skipped = try gallopRight(right[0], left[...], hint: 0)
        guard skipped < left.count else { return }
        let kept = try gallopLeft(left[left.count - 1], right[...], hint: right.count - 1)
        guard kept > 0 else { return }
        let merged: [Int]
        if left.count - skipped <= kept {
            merged = try mergeLow(left[skipped...], right[..<kept])
        } else {
            merged = try mergeHigh(left[skipped...], right[..<kept])
        }
        let start = a.start + skipped
        slots.replaceSubrange(start..<start + merged.count, with: merged)
    }

    /// Where in `run` the key belongs, before any equal item.
    private func gallopLeft(_ key: Int, _ run: ArraySlice<Int>, hint: Int) throws(Failure) -> Int {
        let base = run.startIndex
        var (last, offset) = (0, 1)
        if try isLess(run[base + hint], key) {
            let most = run.count - hint
            while offset < most, try isLess(run[base + hint + offset], key) { (last, offset) = (offset, offset << 1 + 1) }
            (last, offset) = (last + hint, min(offset, most) + hint)
        } else {
            let most = hint + 1
            while offset < most, try !isLess(run[base + hint - offset], key) { (last, offset) = (offset, offset << 1 + 1) }
            (last, offset) = (hint - min(offset, most), hint - last)
        }
        last += 1
        while last < offset {
            let middle = last + (offset - last) >> 1
            if try isLess(run[base + middle], key) { last = middle + 1 } else { offset = middle }
        }
        return offset
    }

    /// Where in `run` the key belongs, after any equal item.
    private func gallopRight(_ key: Int, _ run: ArraySlice<Int>, hint: Int) throws(Failure) -> Int {
        let base = run.startIndex
        var (last, offset) = (0, 1)
        if try isLess(key, run[base + hint]) {
            let most = hint + 1
            while offset < most, try isLess(key, run[base + hint - offset]) { (last, offset) = (offset, offset << 1 + 1) }
            (last, offset) = (hint - min(offset, most), hint - last)
        } else {
            let most = run.count - hint
            while offset < most, try !isLess(key, run[base + hint + offset]) { (last, offset) = (offset, offset << 1 + 1) }
            (last, offset) = (last + hint, min(offset, most) + hint)
        }
        last += 1
        while last < offset {
            let middle = last + (offset - last) >> 1
            if try isLess(key, run[base + middle]) { offset = middle } else { last = middle + 1 }
        }
        return offset
    }

    /// Merges from the left; `a` is not the longer. The first of `b` is known to be less than all of `a` from its start.
    private mutating func mergeLow(_ left: ArraySlice<Int>, _ right: ArraySlice<Int>) throws(Failure) -> [Int] {
        var (a, b) = (left, right)
        var out: [Int] = [b.removeFirst()]
        out.reserveCapacity(a.count + b.count + 1)
        if b.isEmpty { return out + a }
        if a.count == 1 { return out + b + a }
        var gallop = minGallop
        defer { minGallop = gallop }
        while true {
            var (wonA, wonB) = (0, 0)
            repeat {
                if try isLess(b[b.startIndex], a[a.startIndex]) {
                    out.append(b.removeFirst())
                    (wonA, wonB) = (0, wonB + 1)
                    if b.isEmpty { return out + a }
                } else {
                    out.append(a.removeFirst())
                    (wonA, wonB) = (wonA + 1, 0)
                    if a.count == 1 { return out + b + a }
                }
            } while max(wonA, wonB) < gallop
            gallop += 1
            repeat {
                gallop -= gallop > 1 ? 1 : 0
                wonA = try gallopRight(b[b.startIndex], a, hint: 0)
                out += a.prefix(wonA)
                a = a.dropFirst(wonA)
                if wonA > 0, a.count == 1 { return out + b + a }
                if a.isEmpty { return out + b }
                out.append(b.removeFirst())
                if b.isEmpty { return out + a }
                wonB = try gallopLeft(a[a.startIndex], b, hint: 0)
                out += b.prefix(wonB)
                b = b.dropFirst(wonB)
                if b.isEmpty { return out + a }
                out.append(a.removeFirst())
                if a.count == 1 { return out + b + a }
            } while wonA >= TimSort.gallop || wonB >= TimSort.gallop
            gallop += 1
        }
    }

    /// Merges from the right; `b` is the shorter. The last of `a` is known to be greater than all of `b`.
    private mutating func mergeHigh(_ left: ArraySlice<Int>, _ right: ArraySlice<Int>) throws(Failure) -> [Int] {
        var (a, b) = (left, right)
        // Built backwards.
        var out: [Int] = [a.removeLast()]
        if a.isEmpty { return b + out }
        if b.count == 1 { return b + a + out.reversed() }
        var gallop = minGallop
        defer { minGallop = gallop }
        while true {
            var (wonA, wonB) = (0, 0)
            repeat {
                if try isLess(b[b.endIndex - 1], a[a.endIndex - 1]) {
                    out.append(a.removeLast())
                    (wonA, wonB) = (wonA + 1, 0)
                    if a.isEmpty { return b + out.reversed() }
                } else {
                    out.append(b.removeLast())
                    (wonA, wonB) = (0, wonB + 1)
                    if b.count == 1 { return b + a + out.reversed() }
                }
            } while max(wonA, wonB) < gallop
            gallop += 1
            repeat {
                gallop -= gallop > 1 ? 1 : 0
                wonA = a.count - (try gallopRight(b[b.endIndex - 1], a, hint: a.count - 1))
                out += a.suffix(wonA).reversed()
                a = a.dropLast(wonA)
                if a.isEmpty { return b + out.reversed() }
                out.append(b.removeLast())
                if b.count == 1 { return b + a + out.reversed() }
                wonB = b.count - (try gallopLeft(a[a.endIndex - 1], b, hint: b.count - 1))
                out += b.suffix(wonB).reversed()
                b = b.dropLast(wonB)
                if wonB > 0, b.count == 1 { return b + a + out.reversed() }
                if b.isEmpty { return a + out.reversed() }
                out.append(a.removeLast())
                if a.isEmpty { return b + out.reversed() }
            } while wonA >= TimSort.gallop || wonB >= TimSort.gallop
            gallop += 1
        }
    }
}
