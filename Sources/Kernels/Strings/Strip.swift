import Values

/// `strip`, `lstrip`, `rstrip`, `removeprefix`, `removesuffix`: slices of the text, never copies.
extension Text {
    /// Without the code points of `chars` (blanks where nil) at both ends.
    public func strip(_ chars: Text? = nil) -> Text { trimmed(left: true, right: true, chars) }
    public func lstrip(_ chars: Text? = nil) -> Text { trimmed(left: true, right: false, chars) }
    public func rstrip(_ chars: Text? = nil) -> Text { trimmed(left: false, right: true, chars) }

    public func removePrefix(_ prefix: Text) -> Text {
        starts(with: prefix) ? slice(Int(prefix.count), Int(count)) : self
    }

    public func removeSuffix(_ suffix: Text) -> Text {
        ends(with: suffix) ? slice(0, Int(count - suffix.count)) : self
    }

    private func trimmed(left: Bool, right: Bool, _ chars: Text?) -> Text {
        guard let chars else { return trimmed(left: left, right: right) { Unicode14.isSpace($0) } }
        return chars.withBytes { set in
            trimmed(left: left, right: right) { set.contains(scalar: $0) }
        }
    }

    @inline(__always)
    private func trimmed(left: Bool, right: Bool, where drop: (Unicode.Scalar) -> Bool) -> Text {
        withBytes { bytes in
            var from = 0
            var to = bytes.count
            while left, from < to {
                let (scalar, next) = bytes.scalar(at: from)
                guard drop(scalar) else { break }
                from = next
            }
            while right, to > from {
                let (scalar, start) = bytes.scalar(before: to)
                guard drop(scalar) else { break }
                to = start
            }
            return slice(from, to)
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    func contains(scalar wanted: Unicode.Scalar) -> Bool {
        if wanted.value < 128 { return contains(UInt8(wanted.value)) }
        return !allScalars { $0 != wanted }
    }
}
