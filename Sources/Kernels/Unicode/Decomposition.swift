/// Compatibility decomposition (NFKD), by the table of Unicode 14.
public enum Decomposition {
    /// The text's code points decomposed, without those that only mark others (category Mn).
    public static func withoutMarks(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 >= 128 }) else { return text }
        var out: [Unicode.Scalar] = []
        for scalar in text.unicodeScalars { decompose(scalar, into: &out) }
        var scalars = String.UnicodeScalarView()
        scalars.append(contentsOf: ordered(out).filter { !isMark($0) })
        return String(scalars)
    }

    private static func decompose(_ scalar: Unicode.Scalar, into out: inout [Unicode.Scalar]) {
        if scalar.isASCII {
            out.append(scalar)
        } else if hangul.contains(scalar.value) {
            decomposeHangul(scalar.value - hangul.lowerBound, into: &out)
        } else if let target = table[scalar.value] {
            out += target
        } else {
            out.append(scalar)
        }
    }

    /// A mark to Unicode 14; later ones are unassigned there.
    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        guard !scalar.isASCII, scalar.properties.generalCategory == .nonspacingMark, let age = scalar.properties.age else { return false }
        return age.major <= 14
    }

    /// Marks in canonical order (The Unicode Standard, section 3.11): those of one base by class, stably.
    private static func ordered(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
        var out = scalars
        for at in out.indices {
            let rank = out[at].properties.canonicalCombiningClass.rawValue
            guard rank > 0 else { continue }
            var to = at
            while to > 0, out[to - 1].properties.canonicalCombiningClass.rawValue > rank { to -= 1 }
            if to < at { out.insert(out.remove(at: at), at: to) }
        }
        return out
    }

    // MARK: Hangul (The Unicode Standard, section 3.12)

    private static let hangul: ClosedRange<UInt32> = 0xAC00...0xD7A3

    private static func decomposeHangul(_ index: UInt32, into out: inout [Unicode.Scalar]) {
        let parts = [0x1100 + index / 588, 0x1161 + index % 588 / 28, 0x11A7 + index % 28]
        out += parts.prefix(index % 28 == 0 ? 2 : 3).compactMap(Unicode.Scalar.init)
    }

    // MARK: The table

    private static let table: [UInt32: [Unicode.Scalar]] = {
        var table: [UInt32: [Unicode.Scalar]] = [:]
        table.reserveCapacity(6000)
        let text = decompositionTable.withUTF8Buffer { String(decoding: $0, as: UTF8.self) }
        for line in text.utf8.split(separator: UInt8(ascii: ";")) { add(line, to: &table) }
        return table
    }()

    private static func add(_ line: Substring.UTF8View, to table: inout [UInt32: [Unicode.Scalar]]) {
        let words = line.split(separator: UInt8(ascii: " "))
        let ends = (words.first ?? line).split(separator: UInt8(ascii: "-")).compactMap(number)
        let targets = words.dropFirst().compactMap(number)
        guard let first = ends.first, let last = ends.last, first <= last else { return }
        for code in first...last {
            table[code] = targets.compactMap { Unicode.Scalar($0 + (targets.count == 1 ? code - first : 0)) }
        }
    }

    private static func number(_ word: Substring.UTF8View) -> UInt32? { UInt32(Substring(word), radix: 16) }
}
