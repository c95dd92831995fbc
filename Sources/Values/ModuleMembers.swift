// What modules hold besides functions.
extension Module {
    /// A value that the module holds by name.
    public func constant(_ name: String) -> Value? {
        switch (self, name) {
        case (.pandas, "NaT"): .timestamp(Column.missingTime)
        case (.numpy, "nan"), (.math, "nan"): .float(.nan)
        case (.numpy, "inf"), (.math, "inf"): .float(.infinity)
        case (.numpy, "pi"), (.math, "pi"): .float(.pi)
        case (.numpy, "e"), (.math, "e"): .float(2.718281828459045)
        case (.math, "tau"): .float(2 * .pi)
        case (.pandas, "api"), (.types, "types"): .module(.types)
        case (.numpy, "euler_gamma"): .float(0.5772156649015329)
        case (.numpy, "newaxis"): Value.none
        case (.numpy, "True_"): .numpyBool(true)
        case (.numpy, "False_"): .numpyBool(false)
        case (.re, "IGNORECASE"), (.re, "I"): .int(2)
        case (.re, "MULTILINE"), (.re, "M"): .int(8)
        case (.re, "DOTALL"), (.re, "S"): .int(16)
        case (.re, "UNICODE"), (.re, "U"): .int(32)
        case (.re, "VERBOSE"), (.re, "X"): .int(64)
        case (.re, "ASCII"), (.re, "A"): .int(256)
        default: nil
        }
    }

    /// A type that the module holds by name.
    public func type(_ name: String) -> PythonType? {
        switch (self, name) {
        case (.pandas, "Series"): .series
        case (.pandas, "DataFrame"): .frame
        case (.pandas, "Index"): .index
        case (.pandas, "Timestamp"): .timestamp
        case (.pandas, "Timedelta"): .timedelta
        case (.numpy, "ndarray"): .array
        case (.numpy, "int64"), (.numpy, "int_"), (.numpy, "intp"), (.numpy, "long"), (.numpy, "longlong"): .numpyInt
        case (.numpy, "float64"), (.numpy, "double"): .numpyFloat
        case (.numpy, "bool_"), (.numpy, "bool"): .numpyBool
        case (.numpy, "integer"), (.numpy, "signedinteger"): .numpyInteger
        case (.numpy, "floating"): .numpyFloating
        case (.numpy, "number"): .numpyNumber
        case (.datetime, "datetime"): .datetime
        case (.datetime, "date"): .date
        case (.datetime, "time"): .time
        case (.datetime, "timedelta"): .span
        default: nil
        }
    }
}
