import Diagnostics
import Values

/// `ljust`, `rjust`, `center`, `zfill`, `expandtabs`: widths count code points, and a text that is wide enough stays as it is.
extension Text {
    public func ljust(_ width: Int, fill: Text = " ") throws(Failure) -> Text {
        try padded(to: width, fill, method: "ljust") { _ in 0 }
    }

    public func rjust(_ width: Int, fill: Text = " ") throws(Failure) -> Text {
        try padded(to: width, fill, method: "rjust") { $0 }
    }

    /// An odd blank goes to the left where the width is odd, to the right otherwise: CPython's rule.
    public func center(_ width: Int, fill: Text = " ") throws(Failure) -> Text {
        try padded(to: width, fill, method: "center") { $0 / 2 + ($0 & width & 1) }
    }

    /// Zeros between the sign and the rest.
    public func zfill(_ width: Int) throws(Failure) -> Text {
        let missing = width.subtractingReportingOverflow(length).partialValue
        guard width > 0, missing > 0 else { return self }
        try Text.check(size: missing.addingReportingOverflow(Int(count)).partialValue)
        return withBytes { bytes in
            let sign = bytes.first == UInt8(ascii: "+") || bytes.first == UInt8(ascii: "-") ? 1 : 0
            return Text.written(bytes: missing + bytes.count) { out in
                out.append(Bytes(rebasing: bytes[..<sign]))
                for _ in 0..<missing { out.append(byte: UInt8(ascii: "0")) }
                out.append(Bytes(rebasing: bytes[sign...]))
            }
        }
    }

    /// `expandtabs(tabsize)`: blanks up to the next column that `size` divides; none where it is not positive.
    public func expandTabs(_ size: Int = 8) throws(Failure) -> Text {
        let tabs = withBytes { $0.reduce(0) { $0 + ($1 == 9 ? 1 : 0) } }
        if tabs == 0 { return self }
        let most = tabs.multipliedReportingOverflow(by: max(size, 0))
        try Text.check(size: most.overflow ? .max : most.partialValue)
        return Text.written { out in
            var column = 0
            withBytes { bytes in
                bytes.forEachScalar { scalar, _ in
                    switch scalar {
                    case "\t":
                        let blanks = size > 0 ? size - column % size : 0
                        for _ in 0..<blanks { out.append(byte: 32) }
                        column += blanks
                    case "\n", "\r":
                        out.append(scalar)
                        column = 0
                    default:
                        out.append(scalar)
                        column += 1
                    }
                }
            }
        }
    }

    private func padded(to width: Int, _ fill: Text, method: String, left: (Int) -> Int) throws(Failure) -> Text {
        guard fill.length == 1 else {
            throw Failure(.typeError, "\(method)(): the fill character must be exactly one character long")
        }
        let length = length
        guard width > length else { return self }
        let missing = width - length
        let total = missing.multipliedReportingOverflow(by: Int(fill.count))
        try Text.check(size: total.overflow ? .max : total.partialValue.addingReportingOverflow(Int(count)).partialValue)
        let before = left(missing)
        return Text.written(bytes: total.partialValue + Int(count)) { out in
            for _ in 0..<before { out.append(fill) }
            out.append(self)
            for _ in before..<missing { out.append(fill) }
        }
    }
}
