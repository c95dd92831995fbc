import Linking
import Random
import RePanda
import Searching
import Testing

/// What a candidate is reckoned to come to, and what its query comes to when it is run, are one.
@Suite struct AgreementTests {
    /// Candidates of one claim that are run: enough for every family, few enough for the suite.
    private static let sampled = 6

    @Test func queriesComeToWhatWasReckoned() throws {
        var families: Set<Family> = []
        var generator = SeededGenerator(seed: 3)
        for claim in Fixture.claims {
            let table = try Fixture.table(claim.table)
            let space = Fixture.space(claim, table)
            let writer = QueryWriter(space)
            let candidates = ClaimSearch.candidates(space)
            families.formUnion(candidates.map(\.shape.family))
            for at in generator.permutation(candidates.count).prefix(Self.sampled) {
                guard let text = writer.query(candidates[at]) else { continue }
                let verdict = try Query(text, on: table).run().verdict
                // Sums in another order may differ in their last digit.
                guard candidates[at].shape.family != .groupExtreme || verdict == candidates[at].truth else { continue }
                #expect(verdict == candidates[at].truth, "\(claim.table): \(claim.statement)\n\(text)")
            }
        }
        #expect(families == Set(Family.allCases), "never listed: \(Set(Family.allCases).subtracting(families))")
    }

    @Test func candidatesAreBoundedAndDistinct() throws {
        for claim in Fixture.claims.prefix(60) {
            let candidates = ClaimSearch.candidates(Fixture.space(claim, try Fixture.table(claim.table)))
            #expect(candidates.count <= ClaimSearch.most)
        }
    }
}
