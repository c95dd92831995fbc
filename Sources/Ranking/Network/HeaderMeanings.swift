/// What column names make of a sentence: `who` goes with `player`, `how long` with `time`.
extension Network {
    /// A number for every column and every role, column by column.
    public func headerMeanings(of meaning: SIMD8<Float>, _ headers: [[Int]]) -> [Float] {
        headers.flatMap { header in (0..<FeatureMatrix.roles).map { (meaning * headerVector(header, role: $0)).orderedSum } }
    }

    /// The sum of what each word of a name says, over the root of their number.
    public func headerVector(_ header: [Int], role: Int) -> SIMD8<Float> {
        guard !header.isEmpty else { return .zero }
        var sum = SIMD8<Float>.zero
        for term in header { sum += vector(at: headerPlace(term, role: role)) }
        return sum / Float(header.count).squareRoot()
    }

    /// Where a word's weights begin.
    public func headerPlace(_ term: Int, role: Int) -> Int { layout.header + (term * FeatureMatrix.roles + role) * Network.termWidth }
}

extension FeatureMatrix {
    /// What a row's columns come to together.
    @inline(__always) public func sum(_ named: [Float], _ row: Int) -> Float {
        var sum: Float = 0
        forEachPlace(row, below: named.count) { sum += named[$0] }
        return sum
    }

    /// Calls with the place of each of a row's columns among all columns and roles.
    @inline(__always) public func forEachPlace(_ row: Int, below count: Int, _ body: (Int) -> Void) {
        guard count > 0, !columns.isEmpty else { return }
        for (part, role) in FeatureMatrix.parts.enumerated() {
            let column = columns[row * FeatureMatrix.parts.count + part]
            let place = Int(column) * FeatureMatrix.roles + role
            if column != FeatureMatrix.noColumn, place < count { body(place) }
        }
    }
}
