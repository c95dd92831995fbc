import Diagnostics
import Evaluation

extension Doubted {
    /// `0`, `1`, `2`, `3 or more`
    var counts: [(name: String, score: Score)] { byCount.enumerated().map { ($0 == Doubted.most ? "\($0) or more" : String($0), $1) } }

    /// By number.
    var codes: [(code: Code, score: Score)] { byCode.sorted { $0.key.number < $1.key.number }.map { ($0.key, $0.value) } }
}
