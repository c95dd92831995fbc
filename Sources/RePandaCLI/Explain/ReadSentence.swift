import HTML
import Ranking

/// A sentence on a page with what each part of it was read as: a chosen part marks its cells.
struct ReadSentence {
    let text: String
    let spans: [SpanReading]
    /// How sure the reading is, in words and as a number.
    let sureness: String

    /// The sentence, its parts numbered.
    var sentence: Markup {
        let bytes = Array(text.utf8)
        let ranges = spans.map { $0.bytes.clamped(to: 0..<bytes.count) }
        let cuts = Set(ranges.flatMap { [$0.lowerBound, $0.upperBound] } + [0, bytes.count]).sorted()
        return zip(cuts, cuts.dropFirst()).map { start, end -> Markup in
            let inside = ranges.indices.filter { ranges[$0].lowerBound <= start && end <= ranges[$0].upperBound }
            let piece = String(decoding: bytes[start..<end], as: UTF8.self)
            guard !inside.isEmpty else { return "\(piece)" }
            let numbers: [Markup] = ranges.indices.filter { ranges[$0].upperBound == end }.map { "<sup>\($0 + 1)</sup>" }
            return "<u\(ReadSentence.classes(inside))>\(piece)</u>\(numbers)"
        }.joined()
    }

    /// A choice for each part: how it was read.
    var parts: Markup {
        """
        <h2>How it was read</h2>
        <p><span class="faint">Sure</span> \(sureness)</p>
        <fieldset class="steps"><legend class="faint">A chosen part of the sentence marks its cells.</legend>
        \(spans.enumerated().map(part))
        </fieldset>

        """
    }

    private func part(_ at: Int, _ span: SpanReading) -> Markup {
        "<label for=\"l\(at)\"><input type=\"radio\" name=\"step\" id=\"l\(at)\"> \(at + 1). \(span.said): <strong>\(span.meaning)</strong></label>\n"
    }

    var names: [String] { spans.indices.map { "l\($0)" } }

    private static func classes(_ spans: [Int]) -> Markup { " class=\"\(spans.map { "l\($0)" }.joined(separator: " "))\"" }
}

extension SpanReading {
    /// `venue 'princes park', spelled otherwise`
    var meaning: String {
        let what = cell.map { "\(column) '\($0)'" } ?? column
        switch manner {
        case .cell: return what
        case .part: return "\(what), which has it"
        case .spelling: return "\(what), spelled otherwise"
        case .date: return "\(what), the day"
        case .ordinal: return "\(what), a place in the order"
        case .synonym: return "\(what), in another word"
        case .comparison: return "\(column), compared with it"
        case .blank: return "\(what), where there is nothing"
        case .absent: return "\(column), where no cell has it"
        case .column: return "the column \(column)"
        }
    }
}
