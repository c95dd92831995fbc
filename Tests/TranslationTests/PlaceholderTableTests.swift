import Foundation
import Testing
import Translation

/// README.md lists every placeholder with the words that the code has for it.
@Suite struct PlaceholderTableTests {
    @Test func readmeListsEveryPlaceholder() throws {
        let readme = try String(contentsOf: URL(filePath: #filePath).appending(path: "../../../README.md").standardized, encoding: .utf8)
        for placeholder in Placeholder.allCases { #expect(readme.contains("| `{{\(placeholder.rawValue)}}` | \(placeholder.summary) |")) }
    }
}
