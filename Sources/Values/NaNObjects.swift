import Synchronization

/// How many NaN objects were made apart.
private let made = Atomic<UInt64>(0)

/// The payload that tells NaN objects apart; the lowest bits of a NaN.
private let payload: UInt64 = 0xFFFF_FFFF

extension Double {
    /// A NaN object of its own, as Python makes one of every gap of a float column that it reads: two of them are two items of a set, and
    /// a list that holds one does not hold the other. `Double.nan` stands for the one object `np.nan`, which is what gaps among texts are.
    public static var freshNaN: Double {
        Double(bitPattern: Double.nan.bitPattern | (made.wrappingAdd(1, ordering: .relaxed).newValue & payload))
    }

    /// The number as an object read out of a float column.
    @inlinable public var asObject: Double { isNaN ? .freshNaN : self }

    /// Whether this is a NaN that `freshNaN` made.
    fileprivate var isFreshNaN: Bool { bitPattern & payload != 0 && bitPattern & ~payload == Double.nan.bitPattern }
}

extension Value {
    /// Whether both are one NaN object, which containers take for equal.
    public func isSameNaN(as other: Value) -> Bool {
        switch (self, other) {
        case (.float(let a), .float(let b)): a.bitPattern == b.bitPattern && (a.isFreshNaN || a.bitPattern == Double.nan.bitPattern)
        case (.numpyFloat(let a), .numpyFloat(let b)): a.bitPattern == b.bitPattern && a.isFreshNaN
        default: false
        }
    }
}
