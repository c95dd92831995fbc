import Diagnostics
import JSON
import Values

/// What was learned of claims and of questions: a file that `repanda train` writes.
public struct Ranker: Sendable {
    /// What it was learned from, in words.
    public let source: String
    public let claims: RankerModel?
    public let questions: RankerModel?

    public init(source: String, claims: RankerModel?, questions: RankerModel?) {
        self.source = source
        self.claims = claims
        self.questions = questions
    }

    /// What it has, and what it lacks from another.
    public func completed(by other: Ranker) -> Ranker {
        Ranker(source: source, claims: claims ?? other.claims, questions: questions ?? other.questions)
    }

    private static let format = "repanda ranker 2"
}

extension Ranker {
    /// The ranker as JSON; reading it gives the same ranker to the bit.
    public var json: [UInt8] {
        var writer = JSONWriter()
        writer.beginObject()
        writer.key("format")
        writer.string(Ranker.format)
        writer.key("source")
        writer.string(source)
        writer.key("claims")
        claims.write(to: &writer)
        writer.key("questions")
        questions.write(to: &writer)
        writer.endObject()
        writer.endLine()
        return writer.bytes
    }

    /// - Throws: `invalidRanker` for a file of another form, or of another version's features.
    public init(json: JSONValue) throws(Diagnostic) {
        let object = try json.requireObject()
        guard try object.text("format").string == Ranker.format else { throw Ranker.invalid("it is no '\(Ranker.format)'") }
        source = try object.text("source").string
        claims = try RankerModel(object.optionalObject("claims"), .claim)
        questions = try RankerModel(object.optionalObject("questions"), .question)
    }

    static func invalid(_ reason: String) -> Diagnostic {
        Diagnostic(.invalidRanker, "the ranker cannot be used: \(reason)", helps: ["write it anew with: repanda train"])
    }
}

extension RankerModel? {
    fileprivate func write(to writer: inout JSONWriter) {
        guard let self else { return writer.null() }
        self.write(to: &writer)
    }
}

extension RankerModel {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.key("terms")
        writer.string(terms.joined(separator: "\n"))
        writer.key("headers")
        writer.string(headerTerms.joined(separator: "\n"))
        writer.key("threshold")
        writer.double(calibration.threshold)
        writer.key("calibration")
        writer.beginArray()
        for point in calibration.points {
            writer.beginArray()
            writer.double(point.share)
            writer.double(point.chance)
            writer.endArray()
        }
        writer.endArray()
        writer.key("blind")
        writer.beginArray()
        for network in blind { network.write(to: &writer) }
        writer.endArray()
        writer.key("aware")
        writer.beginArray()
        for network in aware { network.write(to: &writer) }
        writer.endArray()
        writer.endObject()
    }

    fileprivate init?(_ object: JSONObject?, _ form: FeatureForm) throws(Diagnostic) {
        guard let object else { return nil }
        let (terms, headerTerms) = (try object.lines("terms"), try object.lines("headers"))
        let calibration = Calibration(points: try object.array("calibration").points, threshold: try object.double("threshold"))
        let empty = { hidden, isBlind in
            Network(form, hidden: hidden, terms: terms.count, headerTerms: headerTerms.count, isBlind: isBlind)
        }
        var (blind, aware): ([Network], [Network]) = ([], [])
        for value in try object.array("blind") { blind.append(try Network(value) { empty($0, true) }) }
        for value in try object.array("aware") { aware.append(try Network(value) { empty($0, false) }) }
        guard !aware.isEmpty else { throw Ranker.invalid("it has no network") }
        self.init(terms: terms, headerTerms: headerTerms, blind: blind, aware: aware, calibration: calibration)
    }
}

extension JSONObject {
    fileprivate func lines(_ key: String) throws(Diagnostic) -> [String] { try text(key).string.split(separator: "\n").map(String.init) }
}

extension [JSONValue] {
    fileprivate var points: [Calibration.Point] {
        get throws(Diagnostic) {
            var points: [Calibration.Point] = []
            for point in self {
                guard let pair = point.array, pair.count == 2, let share = pair[0].double, let chance = pair[1].double else { throw Ranker.invalid("a point is no pair of numbers") }
                points.append(Calibration.Point(share: share, chance: chance))
            }
            return points
        }
    }
}

extension Network {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.key("hidden")
        writer.int(hidden)
        writer.key("weights")
        writer.string(PackedWeights.text(weights))
        writer.endObject()
    }

    /// - Parameter empty: a network with so many hidden units.
    fileprivate init(_ value: JSONValue, _ empty: (Int) -> Network) throws(Diagnostic) {
        let object = try value.requireObject()
        let hidden = try object.int("hidden")
        guard (8...256).contains(hidden), hidden % 8 == 0 else { throw Ranker.invalid("a hidden layer of \(hidden) units") }
        self = empty(hidden)
        guard let weights = PackedWeights.weights(try object.text("weights"), count: weights.count) else {
            throw Ranker.invalid("its weights are not \(self.weights.count), as this version's features want")
        }
        self.weights = weights
    }

    /// The network with weights as a file holds them.
    public var packed: Network {
        var packed = self
        packed.weights = PackedWeights.weights(Text(PackedWeights.text(weights)), count: weights.count) ?? weights
        return packed
    }
}
