import Diagnostics
import Values

/// `text[i]` and `text[lower:upper:step]`, by code point.
extension Text {
    /// `self[position]`, negative positions counting from the end.
    public func character(_ position: Int) throws(Failure) -> Text {
        guard let found = characterIfPresent(position) else { throw Failure(.indexError, "string index out of range") }
        return found
    }

    /// `self[position]`, or nil where there is none: pandas' `.str[i]` and `.str.get`.
    public func characterIfPresent(_ position: Int) -> Text? {
        if isKnownASCII {
            let at = position < 0 ? position.addingReportingOverflow(Int(count)).partialValue : position
            return at >= 0 && at < Int(count) ? slice(at, at + 1) : nil
        }
        let length = length
        let at = position < 0 ? position.addingReportingOverflow(length).partialValue : position
        guard at >= 0, at < length else { return nil }
        let start = byteOffset(ofCodePoint: at)
        return withBytes { slice(start, $0.scalar(at: start).next) }
    }

    /// `self[lower:upper:step]`; a step of one gives a slice of the same storage.
    public func sliced(_ lower: Int?, _ upper: Int?, _ step: Int? = nil) throws(Failure) -> Text {
        let bounds = try SliceBounds(lower, upper, step, length: length)
        if bounds.step == 1 {
            guard bounds.count > 0 else { return slice(0, 0) }
            return slice(byteOffset(ofCodePoint: bounds.start), byteOffset(ofCodePoint: bounds.start + bounds.count))
        }
        let plain = isKnownASCII
        return Text.written(bytes: bounds.count) { out in
            withBytes { bytes in
                let starts = plain ? [] : bytes.codePointStarts
                for item in 0..<bounds.count {
                    let number = bounds.start + item * bounds.step
                    if plain { out.append(byte: bytes[number]) } else { out.append(bytes.scalar(at: starts[number]).scalar) }
                }
            }
        }
    }

    /// Every code point as a text of its own: iteration, `list(text)`.
    public var characters: [Text] {
        withBytes { bytes in
            var all: [Text] = []
            var at = 0
            while at < bytes.count {
                let next = bytes.scalar(at: at).next
                all.append(slice(at, next))
                at = next
            }
            return all
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    fileprivate var codePointStarts: [Int] {
        indices.filter { self[$0] & 0xC0 != 0x80 }
    }
}

/// Python's `slice.indices`: where a slice starts, its step, and how many items it has. Lists and tuples use it too.
public struct SliceBounds: Hashable, Sendable {
    public var start: Int
    public var step: Int
    public var count: Int

    public init(_ lower: Int?, _ upper: Int?, _ step: Int?, length: Int) throws(Failure) {
        let step = step ?? 1
        guard step != 0 else { throw Failure(.valueError, "slice step cannot be zero") }
        let (least, most) = step < 0 ? (-1, length - 1) : (0, length)
        func clamp(_ bound: Int) -> Int {
            min(max(bound < 0 ? bound.addingReportingOverflow(length).partialValue : bound, least), most)
        }
        let start = lower.map(clamp) ?? (step < 0 ? most : least)
        let stop = upper.map(clamp) ?? (step < 0 ? least : most)
        let distance = step < 0 ? start - stop : stop - start
        self.start = start
        // A step beyond the length takes one item at most, and is kept small so that positions cannot overflow.
        self.step = step < 0 ? max(step, -max(length, 1)) : min(step, max(length, 1))
        count = distance > 0 ? (distance - 1) / Int(self.step.magnitude) + 1 : 0
    }
}
