import CSQLite
import Diagnostics
import Values

/// What a function was called with; only valid during the call.
public struct FunctionArguments {
    public let count: Int
    private let values: UnsafeMutablePointer<OpaquePointer?>?
    private let state: ConnectionState

    init(_ count: Int32, _ values: UnsafeMutablePointer<OpaquePointer?>?, _ state: ConnectionState) {
        self.state = state
        self.count = values == nil ? 0 : Int(count)
        self.values = values
    }

    public subscript(at: Int) -> Datum {
        guard let values, at >= 0, at < count else { return .null }
        return datum(values[at], state)
    }

    /// The number of an argument without asking for its text; nil where it is none.
    public func number(_ at: Int) -> Double? {
        guard let values, at >= 0, at < count else { return nil }
        switch sqlite3_value_type(values[at]) {
        case SQLITE_INTEGER, SQLITE_FLOAT: return sqlite3_value_double(values[at])
        default: return nil
        }
    }

    public func isNull(_ at: Int) -> Bool {
        guard let values, at >= 0, at < count else { return true }
        return sqlite3_value_type(values[at]) == SQLITE_NULL
    }
}

/// A function of ours that SQL can call on one row.
public struct ScalarFunction: Sendable {
    public let name: String
    /// nil for any number.
    public let arity: Int?
    public let body: @Sendable (FunctionArguments) throws(Failure) -> Datum

    public init(_ name: String, _ arity: Int?, _ body: @escaping @Sendable (FunctionArguments) throws(Failure) -> Datum) {
        self.name = name
        self.arity = arity
        self.body = body
    }
}

/// What an aggregate of ours keeps between rows.
public protocol Accumulator: AnyObject {
    func add(_ arguments: FunctionArguments) throws(Failure)
    /// The value over the rows added so far. Over a window it is asked once a row, in the rows' order.
    func value() throws(Failure) -> Datum
}

/// An aggregate of ours, also usable over a window that holds all rows of its partition.
public struct AggregateFunction: Sendable {
    public let name: String
    public let arity: Int?
    public let make: @Sendable () -> any Accumulator

    public init(_ name: String, _ arity: Int?, _ make: @escaping @Sendable () -> any Accumulator) {
        self.name = name
        self.arity = arity
        self.make = make
    }
}

extension Database {
    public borrowing func register(_ function: ScalarFunction) throws(Failure) {
        let box = Unmanaged.passRetained(ScalarBox(function, state)).toOpaque()
        let code = sqlite3_create_function_v2(
            handle, function.name, Int32(function.arity ?? -1), SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, box, callScalar, nil, nil, release)
        guard code == SQLITE_OK else { throw DatabaseError(handle, code).failure }
    }

    public borrowing func register(_ function: AggregateFunction) throws(Failure) {
        let box = Unmanaged.passRetained(AggregateBox(function, state)).toOpaque()
        let code = sqlite3_create_window_function(
            handle, function.name, Int32(function.arity ?? -1), SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, box, addRow, finish, currentValue,
            removeRow, release)
        guard code == SQLITE_OK else { throw DatabaseError(handle, code).failure }
    }
}

private final class ScalarBox {
    let function: ScalarFunction
    let state: ConnectionState

    init(_ function: ScalarFunction, _ state: ConnectionState) {
        self.function = function
        self.state = state
    }
}

private final class AggregateBox {
    let function: AggregateFunction
    let state: ConnectionState

    init(_ function: AggregateFunction, _ state: ConnectionState) {
        self.function = function
        self.state = state
    }
}

private func release(_ box: UnsafeMutableRawPointer?) {
    guard let box else { return }
    Unmanaged<AnyObject>.fromOpaque(box).release()
}

private func callScalar(_ context: OpaquePointer?, _ count: Int32, _ arguments: UnsafeMutablePointer<OpaquePointer?>?) {
    guard let context, let pointer = sqlite3_user_data(context) else { return }
    let box = Unmanaged<ScalarBox>.fromOpaque(pointer).takeUnretainedValue()
    do throws(Failure) {
        let result = try box.function.body(FunctionArguments(count, arguments, box.state))
        if let failure = box.state.failure { throw failure }
        give(result, context)
    } catch {
        refuse(error, context, box.state)
    }
}

private func addRow(_ context: OpaquePointer?, _ count: Int32, _ arguments: UnsafeMutablePointer<OpaquePointer?>?) {
    guard let context, let (box, accumulator) = accumulator(context) else { return }
    do throws(Failure) {
        try accumulator.add(FunctionArguments(count, arguments, box.state))
        if let failure = box.state.failure { throw failure }
    } catch {
        refuse(error, context, box.state)
    }
}

/// Our windows hold all rows of their partition, so that no row ever leaves one.
private func removeRow(_ context: OpaquePointer?, _: Int32, _: UnsafeMutablePointer<OpaquePointer?>?) {
    guard let context else { return }
    sqlite3_result_error(context, "a row cannot leave this window", -1)
}

private func currentValue(_ context: OpaquePointer?) {
    guard let context, let (box, accumulator) = accumulator(context) else { return }
    do { give(try accumulator.value(), context) } catch { refuse(error, context, box.state) }
}

private func finish(_ context: OpaquePointer?) {
    guard let context else { return }
    currentValue(context)
    guard let slot = slot(context, makes: false), let held = slot.pointee else { return }
    Unmanaged<Holder>.fromOpaque(held).release()
    slot.pointee = nil
}

private func slot(_ context: OpaquePointer, makes: Bool) -> UnsafeMutablePointer<UnsafeMutableRawPointer?>? {
    sqlite3_aggregate_context(context, makes ? Int32(MemoryLayout<UnsafeMutableRawPointer?>.size) : 0)?
        .assumingMemoryBound(to: UnsafeMutableRawPointer?.self)
}

/// SQLite keeps a pointer's room for each group, zeroed at first.
private func accumulator(_ context: OpaquePointer) -> (AggregateBox, any Accumulator)? {
    guard let pointer = sqlite3_user_data(context), let slot = slot(context, makes: true) else { return nil }
    let box = Unmanaged<AggregateBox>.fromOpaque(pointer).takeUnretainedValue()
    if let held = slot.pointee { return (box, Unmanaged<Holder>.fromOpaque(held).takeUnretainedValue().accumulator) }
    let made = Holder(box.function.make())
    slot.pointee = Unmanaged.passRetained(made).toOpaque()
    return (box, made.accumulator)
}

private final class Holder {
    let accumulator: any Accumulator

    init(_ accumulator: any Accumulator) { self.accumulator = accumulator }
}

private func datum(_ value: OpaquePointer?, _ state: ConnectionState) -> Datum {
    switch sqlite3_value_type(value) {
    case SQLITE_INTEGER: return .integer(Int(sqlite3_value_int64(value)))
    case SQLITE_FLOAT: return .real(sqlite3_value_double(value))
    case SQLITE_NULL: return .null
    default:
        let bytes = sqlite3_value_text(value)
        return .text(state.text(UnsafeBufferPointer(start: bytes, count: Int(sqlite3_value_bytes(value)))))
    }
}

private func give(_ datum: Datum, _ context: OpaquePointer) {
    switch datum {
    case .null: sqlite3_result_null(context)
    case .integer(let number): sqlite3_result_int64(context, Int64(number))
    case .real(let number): sqlite3_result_double(context, number)
    case .text(let text): text.withBytes { repanda_sqlite_result_text(context, $0.baseAddress, UInt64($0.count)) }
    }
}

private func refuse(_ failure: Failure, _ context: OpaquePointer, _ state: ConnectionState) {
    state.failure = failure
    sqlite3_result_error(context, failure.message, -1)
}
