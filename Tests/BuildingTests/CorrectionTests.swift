import Correcting
import Diagnostics
import Interpreter
import RePanda
import Testing

@testable import Building

/// The offline corrector makes the edits that are certain, says so, and makes no other.
@Suite struct CorrectionTests {
    static let table = "Home Team,crowd,venue\nmilan,31,a\nroma,22,b\n"

    static let mended = [
        ("df['home team'].iloc[0] == 'milan'", "df['Home Team'].iloc[0] == 'milan'"),
        ("df['home_team'].iloc[0] == ‘milan’", "df['Home Team'].iloc[0] == 'milan'"),
        ("df[df['crowd'] = 31].shape[0] == 1", "df[df['crowd'] == 31].shape[0] == 1"),
        ("df['crowd'].max() <> 3", "df['crowd'].max() != 3"),
        ("(df['crowd'] ≥ 22).all() == true", "(df['crowd'] >= 22).all() == True"),
        ("crowd.max() == 31", "df['crowd'].max() == 31"),
        ("df[crowd].max() == 31", "df['crowd'].max() == 31"),
        ("len(df[df['crowd'] > 25 & df['venue'] == 'a']) == 1", "len(df[(df['crowd'] > 25) & (df['venue'] == 'a')]) == 1"),
        ("len(df[df['venue'] == 'a' & df['crowd'] > 25 | df['crowd'] < 1]) == 1", "len(df[(df['venue'] == 'a') & (df['crowd'] > 25) | (df['crowd'] < 1)]) == 1"),
        ("len(df[df['crowd'] > 25 and df['venue'] == 'a']) == 1", "len(df[(df['crowd'] > 25) & (df['venue'] == 'a')]) == 1"),
        ("len(df[(df['crowd'] > 25) && (df['venue'] == 'a')]) == 1", "len(df[(df['crowd'] > 25) & (df['venue'] == 'a')]) == 1"),
        ("len(df[(df['crowd'] > 40) || (df['venue'] == 'a')]) == 1", "len(df[(df['crowd'] > 40) | (df['venue'] == 'a')]) == 1"),
        ("len(df[not df['crowd'] > 25]) == 1", "len(df[~(df['crowd'] > 25)]) == 1"),
        ("len(df[25 < df['crowd'] <= 31]) == 1", "len(df[(25 < df['crowd']) & (df['crowd'] <= 31)]) == 1"),
        ("df['crowd'].max() == 31 && df['crowd'].min() == 22", "df['crowd'].max() == 31  and  df['crowd'].min() == 22"),
        ("df['Crowd'].max() == df['CROWD'].max()", "df['crowd'].max() == df['crowd'].max()"),
    ]

    @Test(arguments: mended) func certainEdits(_ query: String, _ expected: String) throws {
        let trial = try run(query)
        #expect(trial.code == expected)
        #expect(trial.answer != nil)
        #expect(trial.isCorrected && trial.firstError != nil)
    }

    /// A misspelt name has a near one, but another may have been meant; a mask where a truth is asked may want `any` or `all`.
    @Test(arguments: ["df['crowd'] > 3 and df['crowd'].max() == 31", "not df['crowd']", "!df['crowd'].any()",
        "df['croud'].max() == 31", "df['venues'].iloc[0] == 'a'", "df['crowd'].maxx() == 31", "df['attendance'].max() == 1"])
    func nothingElse(_ query: String) throws {
        let trial = try run(query)
        #expect(trial.code == query)
        #expect(trial.error != nil && !trial.isCorrected)
    }

    @Test func whatSurroundsCodeIsStrippedAndTold() throws {
        let trial = try run("Here is the query:\n```python\n    df['crowd'].max() == 31\n```\nIt works.")
        #expect(trial.code == "df['crowd'].max() == 31")
        #expect(trial.edits.contains { $0.contains("fence") })
    }

    @Test func roundsAreCounted() throws {
        let trial = try run("df['crowd'].max() <> 3", rounds: 0)
        #expect(trial.error?.code == .foreignOperator)
    }

    /// A corrector that knows the label is told of it only where the verdict differs.
    @Test func aVerdictThatIsNotTheLabelGoesBack() throws {
        let corrector = LabelCorrector()
        let mended = try run("df['crowd'].max() == 30", label: true, corrector)
        #expect(mended.code == "df['crowd'].max() == 31")
        #expect(mended.edits == ["model: False is not True"])
        #expect(mended.firstError == nil)
        let agreeing = try run("df['crowd'].max() == 30", label: false, corrector)
        #expect(agreeing.code == "df['crowd'].max() == 30" && !agreeing.isCorrected)
        #expect(try run("df['crowd'].max() == 30", rounds: 0, label: true, corrector).code == "df['crowd'].max() == 30")
    }

    /// A column for a verdict: certain where it has one cell.
    @Test func aClaimsValueWithoutAVerdictIsMended() throws {
        #expect(try run("df[df['venue'] == 'a']['crowd'] == 31", label: true).code == "(df[df['venue'] == 'a']['crowd'] == 31).iloc[0]")
        #expect(try run("df['crowd'] == 31", label: true).answer != nil)
    }

    /// As with a verdict: a query that finds another answer, or none, goes back with the right one.
    @Test func anAnswerThatIsNotTheRightOneGoesBack() throws {
        let asked = "df['venue'].iloc[0]"
        let mended = try run(asked, goal: .answer(RightAnswer(["31"])), LabelCorrector())
        #expect(mended.code == "df['crowd'].max() == 31" && mended.edits == ["model: 'a' is not '31'"])
        #expect(try run(asked, goal: .answer(RightAnswer(["A"])), LabelCorrector()).edits.isEmpty)
        #expect(try run("df.groupby('venue')", rounds: 1, goal: .answer(RightAnswer(["a"])), LabelCorrector()).edits == ["model: a DataFrameGroupBy is not 'a'"])
    }

    private struct LabelCorrector: Corrector {
        func correct(_ attempt: Attempt) -> Correction? {
            guard case .disagrees(let value, let expected) = attempt.complaint else { return nil }
            return Correction(query: "df['crowd'].max() == 31", edits: ["model: \(value) is not \(expected)"])
        }
    }

    private func run(_ query: String, rounds: Int = 4, label: Bool, _ corrector: any Corrector = CertainEdits()) throws -> Trial {
        try run(query, rounds: rounds, goal: .label(label), corrector)
    }

    private func run(_ query: String, rounds: Int = 4, goal: Goal = .answer(RightAnswer([])), _ corrector: any Corrector = CertainEdits()) throws -> Trial {
        let trier = Trier(
            table: try Table(csv: CorrectionTests.table), text: "a claim", caption: "", goal: goal, corrector: corrector, rounds: rounds, budget: .standard)
        return trier.run(Candidate(rank: 1, query: query))
    }
}
