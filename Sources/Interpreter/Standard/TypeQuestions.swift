import Catalog
import Diagnostics
import Values

// The questions of `pandas.api.types`.
extension Call where Receiver == StandardModule {
    func isOfType(_ question: StandardOperation) throws(Failure) -> Bool {
        let value = try arguments.require("arr_or_dtype")
        let column: Column? = switch value {
        case .series(let series): series.column
        case .index(let index): index.column
        case .array(let array): array.column
        default: nil
        }
        let known: DType? = if case .dtype(let dtype) = value { dtype } else { column?.dtype }
        guard let dtype = known else {
            throw Failure(.unsupportedValue, "\(arguments.operation)() of a \(value.typeName) is not supported")
        }
        switch question {
        case .is_numeric_dtype: return dtype.isNumeric
        case .is_object_dtype: return dtype == .object
        case .is_bool_dtype: return dtype == .bool
        case .is_integer_dtype: return dtype == .int64
        case .is_float_dtype: return dtype == .float64
        case .is_datetime64_any_dtype: return dtype == .datetime
        default: return dtype == .object && column?.values.allSatisfy { $0.text != nil } ?? true
        }
    }
}

extension DType {
    /// `dtype.name`, `dtype.kind`
    func member(_ name: String) -> Value? {
        switch name {
        case "name": .string(rawValue)
        case "kind": .string(kind)
        default: nil
        }
    }

    private var kind: String {
        switch self {
        case .bool: "b"
        case .int64: "i"
        case .float64: "f"
        case .object, .category: "O"
        case .datetime: "M"
        case .timedelta: "m"
        }
    }
}
