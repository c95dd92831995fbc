/// A thread that makes items for another, a few ahead of it.
///
///     let numbers = ReadAhead<Int> { give in for number in 1...3 where give(number) {} }
///     while let number = numbers.next() { print(number) }
///
/// At most `capacity` items wait, so that memory is bounded however slow the reader is.
public final class ReadAhead<Item: Sendable>: @unchecked Sendable {
    /// Hands an item over, when there is room for it; false where nobody will take it.
    public typealias Give = (Item) -> Bool

    private let capacity: Int
    private let monitor = Monitor()
    private let itemCame = Monitor.Event()
    private let roomCame = Monitor.Event()
    private var thread: BigStack?

    // Guarded by the monitor.
    private var items: [Item] = []
    private var isDone = false
    private var isStopped = false

    /// - Parameter make: makes all items; it runs on a thread of its own, and returns early once an item is not taken.
    public init(capacity: Int = 2, make: @escaping @Sendable (Give) -> Void) {
        self.capacity = max(capacity, 1)
        thread = BigStack { [self] in
            make { give($0) }
            monitor.locked {
                isDone = true
                itemCame.happenedForAll()
            }
        }
    }

    /// The next item; nil after the last.
    public func next() -> Item? {
        monitor.locked {
            while items.isEmpty, !isDone { monitor.wait(for: itemCame) }
            guard !items.isEmpty else { return nil }
            roomCame.happened()
            return items.removeFirst()
        }
    }

    /// Takes no more items, and waits for the thread to end.
    public func stop() {
        monitor.locked {
            isStopped = true
            items = []
            roomCame.happenedForAll()
        }
        thread?.join()
        thread = nil
    }

    private func give(_ item: Item) -> Bool {
        monitor.locked {
            while items.count >= capacity, !isStopped { monitor.wait(for: roomCame) }
            guard !isStopped else { return false }
            items.append(item)
            itemCame.happened()
            return true
        }
    }
}
