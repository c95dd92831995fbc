import Catalog
import Diagnostics
import Kernels
import Values

/// An int, a float, a bool or a numpy scalar.
struct ScalarReceiver {
    let value: Value

    init(_ value: Value) { self.value = value }

    /// - Throws: `attributeError` where Python's number lacks what numpy's has, or the other way round.
    func require(_ operation: NumberOperation) throws(Failure) {
        guard has(operation) else { throw Failure(.attributeError, "'\(value.typeName)' object has no attribute '\(operation.rawValue)'") }
    }
}

extension Call where Receiver == ScalarReceiver {
    func perform(_ operation: NumberOperation) throws(Failure) -> Value {
        try receiver.require(operation)
        return switch operation {
        case .all, .any: .numpyBool(receiver.value.number != 0)
        case .asIntegerRatio: try fraction()
        case .astype: try converted()
        case .bitCount: .int(try whole().magnitude.nonzeroBitCount)
        case .bitLength: .int(Int.bitWidth - (try whole()).magnitude.leadingZeroBitCount)
        case .conjugate, .real: receiver.widened
        case .copy, .max, .min: receiver.value
        case .denominator: receiver.like(1)
        case .dtype: .dtype(receiver.dtype)
        case .imag: receiver.like(0)
        case .isInteger: .bool(isInteger())
        case .item, .tolist: receiver.value.asPython
        case .mean: .numpyFloat(receiver.value.number ?? .nan)
        case .ndim: .int(0)
        case .numerator: receiver.widened
        case .round: try rounded()
        case .shape: .tuple([])
        case .size: .int(1)
        case .sum: summed()
        }
    }

    private func whole() throws(Failure) -> Int {
        guard let whole = receiver.value.integer else { throw Failure(.attributeError, "'\(receiver.value.typeName)' object is no integer") }
        return whole
    }

    private func isInteger() -> Bool {
        guard let x = receiver.value.number else { return false }
        return x.isFinite && x == x.rounded()
    }

    private func summed() -> Value {
        if case .numpyBool(let b) = receiver.value { return .numpyInt(b ? 1 : 0) }
        return receiver.value
    }

    private func rounded() throws(Failure) -> Value {
        let decimals = try arguments.int("decimals", default: 0)
        switch receiver.value {
        case .numpyInt(let i): return .numpyInt(try Rounding.python(i, digits: decimals))
        case .numpyFloat(let x): return .numpyFloat(Rounding.numpy(x, decimals: decimals))
        default: throw Failure(.unsupportedOperation, "rounding a bool is not supported")
        }
    }

    /// The fraction of a float in lowest terms.
    private func fraction() throws(Failure) -> Value {
        if let whole = receiver.value.integer { return .tuple([.int(whole), .int(1)]) }
        guard let x = receiver.value.number, x.isFinite else {
            throw Failure(.valueError, "cannot convert NaN or infinity to an integer ratio")
        }
        var (top, bottom) = (x, 1.0)
        while top != top.rounded(), bottom < 0x1p62 { (top, bottom) = (top * 2, bottom * 2) }
        guard top == top.rounded(), let up = Int(exactly: top), let down = Int(exactly: bottom) else { throw interpreter.beyond64Bits }
        return .tuple([.int(up), .int(down)])
    }

    private func converted() throws(Failure) -> Value {
        switch try arguments.require("dtype") {
        case .type(.int), .type(.numpyInt): return .numpyInt(try interpreter.int(receiver.value))
        case .type(.float), .type(.numpyFloat): return .numpyFloat(receiver.value.number ?? .nan)
        case .type(.bool), .type(.numpyBool): return .numpyBool(receiver.value.number != 0)
        case .type(.str): return .text(try interpreter.str(receiver.value))
        case .text(let text) where text == "int" || text == "int64": return .numpyInt(try interpreter.int(receiver.value))
        case .text(let text) where text == "float" || text == "float64": return .numpyFloat(receiver.value.number ?? .nan)
        case .text(let text) where text == "bool": return .numpyBool(receiver.value.number != 0)
        case .text(let text) where text == "str": return .text(try interpreter.str(receiver.value))
        default: throw Failure(.unsupportedArgument, "this type is not supported by astype()")
        }
    }
}

extension ScalarReceiver {
    var isNumpy: Bool {
        switch value {
        case .numpyInt, .numpyFloat, .numpyBool: true
        default: false
        }
    }

    private var isFloat: Bool {
        switch value {
        case .float, .numpyFloat: true
        default: false
        }
    }

    /// Whether Python's or numpy's type has the attribute.
    func has(_ operation: NumberOperation) -> Bool {
        switch operation {
        case .all, .any, .astype, .copy, .dtype, .item, .max, .mean, .min, .ndim, .round, .shape, .size, .sum, .tolist: isNumpy
        case .asIntegerRatio: isNumpy ? isFloat : true
        case .bitCount, .denominator, .numerator: !isFloat && !isNumpyBool
        case .bitLength: !isNumpy && !isFloat
        case .conjugate, .imag, .real: true
        case .isInteger: isFloat || isNumpy && !isNumpyBool
        }
    }

    private var isNumpyBool: Bool { if case .numpyBool = value { true } else { false } }

    /// A bool as the int that it is; any other number as it is.
    var widened: Value { if case .bool(let b) = value { .int(b ? 1 : 0) } else { value } }

    /// An integer in the receiver's own type.
    func like(_ i: Int) -> Value {
        switch value {
        case .float: .float(Double(i))
        case .numpyFloat: .numpyFloat(Double(i))
        case .numpyInt: .numpyInt(i)
        case .numpyBool: .numpyBool(i != 0)
        default: .int(i)
        }
    }

    var dtype: DType {
        switch value {
        case .numpyBool: .bool
        case .numpyInt: .int64
        default: .float64
        }
    }
}
