import Linking
import Tables

/// A claim in words, with what its table is called.
public struct ClaimText: Sendable {
    public let text: String
    public let caption: String

    public init(_ text: String, caption: String = "") {
        self.text = text
        self.caption = caption
    }
}
