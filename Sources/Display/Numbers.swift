import Kernels

/// Python's `f"{value:.{digits}f}"`, correctly rounded.
func fixed(_ value: Double, _ digits: Int) -> String { value.isNaN ? "nan" : printed(value, precision: digits, conversion: "f") }

/// Python's `f"{value:.{digits}e}"`.
func scientific(_ value: Double, _ digits: Int) -> String { value.isNaN ? "nan" : printed(value, precision: digits, conversion: "e") }
