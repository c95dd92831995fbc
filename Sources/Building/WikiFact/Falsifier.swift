import Random
import Scoring
import Wording

/// Changes a right answer to a plausible wrong one: another value of the same column and type, or where the answer is counted and not looked
/// up, a number near it. What it gives is never right under the official rule.
struct Falsifier {
    /// An answer that is wrong, and where it comes from.
    struct Falsified {
        let answers: [String]
        /// The column whose cell took the place; nothing where it is a number nearby, the other of two, or the other of yes and no.
        let column: String
    }

    let cells: CellTexts
    /// How many rows the table has.
    let rows: Int

    /// - Returns: nil where no other value is plausible.
    func falsify(_ answer: RightAnswer, of wording: Wording, asked question: String, _ random: inout SeededGenerator) -> Falsified? {
        let found: Falsified?
        switch wording.answers {
        case .oneOfMany: found = nil
        case .truth: found = Falsified(answers: [answer.items[0].lowercased() == "yes" ? "no" : "yes"], column: "")
        case .choice(let options): found = other(of: options, answer)
        case .count: found = count(answer, question, &random)
        case .any, .time: found = replaced(answer, question, &random) ?? near(answer, &random)
        }
        guard let found, !answer.accepts(found.answers) else { return nil }
        return found
    }

    /// The one of two that the answer is not.
    private func other(of options: [String], _ answer: RightAnswer) -> Falsified? {
        guard answer.items.count == 1 else { return nil }
        let right = Occurrences(answer.items[0])
        let isRight = options.map { right.has($0) || Occurrences($0).has(answer.items[0]) }
        guard isRight.count(where: { $0 }) == 1, let wrong = isRight.firstIndex(of: false) else { return nil }
        return Falsified(answers: [options[wrong]], column: "")
    }

    /// A count of rows is in no cell, though its number may be.
    private func count(_ answer: RightAnswer, _ question: String, _ random: inout SeededGenerator) -> Falsified? {
        guard let number = Int(answer.items[0]), number <= rows else { return replaced(answer, question, &random) ?? near(answer, &random) }
        return near(answer, &random)
    }

    /// One item replaced by another cell of its column.
    private func replaced(_ answer: RightAnswer, _ question: String, _ random: inout SeededGenerator) -> Falsified? {
        let at = random.below(answer.items.count)
        let asked = Occurrences.folded(question)
        for column in cells.columns where column.cells.contains(where: { answer.values[at].matches($0.value) }) {
            let others = column.cells.filter { cell in
                Falsifier.isSameType(cell, answer, at) && !answer.values.contains { $0.matches(cell.value) } && !asked.contains(cell.folded)
            }
            guard !others.isEmpty else { continue }
            var items = answer.items
            items[at] = others[random.below(others.count)].text
            return Falsified(answers: items, column: column.name)
        }
        return nil
    }

    /// Both numbers, both dates, both words with digits, or both words without.
    private static func isSameType(_ cell: CellTexts.Cell, _ answer: RightAnswer, _ at: Int) -> Bool {
        switch (cell.value.kind, answer.values[at].kind) {
        case (.number, .number), (.date, .date): true
        case (.words, .words): hasDigit(cell.text) == hasDigit(answer.items[at])
        case (.words, .number), (.words, .date): hasDigit(cell.text) && AnswerValue(answer.items[at]).kind == .words
        case (.number, .date), (.number, .words), (.date, .number), (.date, .words): false
        }
    }

    private static func hasDigit(_ text: String) -> Bool { text.contains { $0.isNumber } }

    /// A whole number near the right one, written as that is.
    private func near(_ answer: RightAnswer, _ random: inout SeededGenerator) -> Falsified? {
        guard answer.items.count == 1 else { return nil }
        let text = answer.items[0]
        guard let number = Int(text.filter { $0 != "," }), abs(number) < 1_000_000_000 else { return nil }
        let isYear = (1000...2100).contains(number) && !text.contains(",")
        let reach = isYear ? 4 : max(2, min(abs(number) / 5, 100_000))
        let step = 1 + random.below(reach)
        let other = random.chance(2) && number - step >= 0 ? number - step : number + step
        return Falsified(answers: [text.contains(",") ? Falsifier.grouped(other) : String(other)], column: "")
    }

    private static func grouped(_ number: Int) -> String {
        var digits = String(abs(number))
        var groups: [String] = []
        while digits.count > 3 {
            groups.insert(String(digits.suffix(3)), at: 0)
            digits.removeLast(3)
        }
        return (number < 0 ? "-" : "") + ([digits] + groups).joined(separator: ",")
    }
}
