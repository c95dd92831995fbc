import JSON
import Values

extension Ranker {
    /// The ranker that comes with repanda; without a model where its data is damaged.
    public static let shipped: Ranker = {
        let bytes = shippedRanker.withUTF8Buffer { Array($0) }
        return (try? Ranker(json: JSONValue.parse(bytes))) ?? Ranker(source: "", claims: nil, questions: nil)
    }()
}
