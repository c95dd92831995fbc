import Linking
import Ranking
import Scoring
import Searching
import Training

/// Makes lessons of what is said about one table.
final class TableLessons {
    private let index: TableIndex
    private let headers: [[String]]
    private lazy var questions = QuestionTable(index)

    init(_ index: TableIndex) {
        self.index = index
        headers = index.headerTerms
    }

    /// nil for a claim without a label.
    func lesson(_ claim: ClaimRecord, about table: String) -> Lesson? {
        guard let label = claim.label else { return nil }
        let sentence = LinkedSentence(claim.statement, caption: claim.caption ?? "", index)
        let space = SearchSpace(sentence)
        let matrix = FeatureMatrix.claim(space, ClaimSearch.candidates(space))
        return Lesson(
            table: table, matrix: matrix, answers: matrix.truths.map { $0 ? 1 : 0 }, isRight: matrix.truths.map { $0 == label }, terms: sentence.terms,
            headers: headers)
    }

    /// What is right is what the official rule of WikiTableQuestions takes.
    func lesson(_ question: QuestionRecord, about table: String) -> Lesson {
        let sentence = LinkedSentence(question.question, caption: "", index)
        let space = SearchSpace(sentence)
        let candidates = QuestionSearch.candidates(space, questions)
        let groups = AnswerGroups(candidates, questions)
        return Lesson(
            table: table, matrix: .question(space, candidates, questions), answers: groups.places, isRight: right(candidates, groups, question),
            terms: sentence.terms, headers: headers)
    }

    /// Each answer is judged once.
    private func right(_ candidates: [QuestionCandidate], _ groups: AnswerGroups, _ question: QuestionRecord) -> [Bool] {
        let gold = WikiTableQuestionsRule.values(question.answer, question.canonical)
        var known = [Bool?](repeating: nil, count: groups.count)
        return candidates.indices.map { at in
            let place = groups.places[at]
            if let judged = known[place] { return judged }
            let judged = WikiTableQuestionsRule.accepts(WikiTableQuestionsRule.values(candidates[at].answer.items(in: index)), answer: gold)
            known[place] = judged
            return judged
        }
    }
}
