import Testing

/// The rules of the house: who may look into which room, and what nobody does.
@Suite struct StructureTests {
    /// Libraries that come with the compiler.
    static let system: Set<String> = ["Swift", "Glibc", "Synchronization"]

    /// A module imports only what its row in the manifest lists, and the row lists only what it imports.
    @Test func importsAreThoseOfTheManifest() throws {
        for target in try PackageTarget.all() where !target.isTest {
            var used: Set<String> = []
            for file in Repository.swiftFiles(below: "Sources/\(target.name)") {
                let imports = try Repository.text(file).matches(of: /(?m)^(?:@\w+ )*import (?:enum |struct |class |func )?(\w+)/).map { String($0.1) }
                for name in imports where !Self.system.contains(name) {
                    used.insert(name)
                    #expect(target.dependencies.contains(name), "\(file) imports \(name), which \(target.name) may not")
                }
            }
            #expect(target.dependencies.subtracting(used) == [], "\(target.name) lists \(target.dependencies.subtracting(used)), which it does not import")
        }
    }

    @Test func dependenciesGoOneWay() throws {
        let targets = try PackageTarget.all().filter { !$0.isTest }
        var left = targets
        var done: Set<String> = []
        let own = Set(targets.map(\.name))
        while let next = left.firstIndex(where: { $0.dependencies.intersection(own).isSubset(of: done) }) { done.insert(left.remove(at: next).name) }
        #expect(left.map(\.name) == [], "these depend on each other")
    }

    /// The engines meet at the plan: neither sees the other, the syntax or the checker.
    @Test func enginesKnowOnlyThePlan() throws {
        let forbidden: Set<String> = ["Syntax", "Semantics", "Grammar"]
        for target in try PackageTarget.all() where ["Interpreter", "Lowering", "SQL", "SQLite", "Loading"].contains(target.name) {
            #expect(target.dependencies.isDisjoint(with: forbidden), "\(target.name) looks beyond the plan")
            #expect(target.name == "Interpreter" || !target.dependencies.contains("Interpreter"), "\(target.name) sees the other engine")
        }
    }

    /// Nothing in the sources can trap by design, and only the command line prints or reads the environment.
    @Test func nobodyTrapsOrPrints() throws {
        let traps = ["try!", "as!", "fatalError(", "preconditionFailure(", "assertionFailure("]
        let speech = ["print(", "getenv(", "setenv("]
        for file in Repository.swiftFiles(below: "Sources") {
            let lines = try Repository.text(file).split(separator: "\n").map { $0.drop(while: \.isWhitespace) }.filter { !$0.hasPrefix("//") }
            for line in lines {
                #expect(!traps.contains { line.contains($0) }, "\(file) may trap: \(line)")
                guard !file.hasPrefix("Sources/RePandaCLI/") else { continue }
                #expect(!speech.contains { line.hasPrefix($0) || line.contains(" = " + $0) }, "\(file) speaks to the world: \(line)")
            }
        }
    }

    @Test func topLevelIsAsDescribed() throws {
        #expect(try Repository.names(in: "").filter { $0 != "Package.resolved" } == ["Datasets", "Grammar", "Package.swift", "README.md", "Sources", "Tests"])
    }

    @Test func everyFolderOfSourcesIsATarget() throws {
        let targets = try PackageTarget.all().filter { !$0.isTest }.map(\.name)
        #expect(try Repository.names(in: "Sources") == targets.sorted())
    }

    /// The test suites that exist are the ones the manifest runs.
    @Test func everyFolderOfTestsIsATarget() throws {
        let tests = try PackageTarget.all().filter(\.isTest).map(\.name)
        #expect(try Repository.names(in: "Tests").filter { $0.hasSuffix("Tests") } == tests.sorted())
    }
}
