import Foundation

/// The files of the repository, read from the place of this source file.
enum Repository {
    static let top = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static func text(_ path: String) throws -> String { try String(contentsOf: top.appending(path: path), encoding: .utf8) }

    /// Names directly inside a folder, dot files left out.
    static func names(in folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: top.appending(path: folder).path(percentEncoded: false))
            .filter { !$0.hasPrefix(".") }.sorted()
    }

    /// Every Swift file below a folder, as paths from it.
    static func swiftFiles(below folder: String) -> [String] {
        let walker = FileManager.default.enumerator(atPath: top.appending(path: folder).path(percentEncoded: false))
        return (walker?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(".swift") }.sorted().map { folder + "/" + $0 }
    }
}

/// A target as `Package.swift` lists it.
struct PackageTarget {
    let name: String
    let dependencies: Set<String>
    let isTest: Bool

    /// The rows of the manifest, read as text: the manifest is data here.
    static func all() throws -> [PackageTarget] {
        let manifest = try Repository.text("Package.swift")
        let row = /\.(systemLibrary|target|executableTarget|testTarget)\(\s*name: "(\w+)"/
        let starts = manifest.matches(of: row)
        return starts.enumerated().map { at, match in
            let end = at + 1 < starts.count ? starts[at + 1].range.lowerBound : manifest.endIndex
            let body = manifest[match.range.upperBound..<end]
            let list = body.firstMatch(of: /dependencies: \[((?:[^\[\]]|\n)*)\]/).map { String($0.1) } ?? ""
            let names = list.replacing(/\.product\(name: "(\w+)"[^)]*\)/) { "\"\($0.1)\"" }.matches(of: /"(\w+)"/).map { String($0.1) }
            return PackageTarget(name: String(match.2), dependencies: Set(names), isTest: match.1 == "testTarget")
        }
    }
}
