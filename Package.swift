// swift-tools-version: 6.2
import PackageDescription

// One row per module: the rooms of the house, each listing the only rooms it may look into.
// `Tests/StructureTests` reads this file and holds every import to it.
let package = Package(
    name: "repanda",
    products: [
        .executable(name: "repanda", targets: ["RePandaCLI"]),
        .library(name: "RePanda", targets: ["RePanda"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        // Only the tests' server is made of it.
        .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
    ],
    targets: [
        .systemLibrary(name: "CLibCSV", providers: [.apt(["libcsv-dev"])]),
        // Headers only: the library itself is loaded when a model is first asked.
        .systemLibrary(name: "CCurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(name: "CPCRE2", pkgConfig: "libpcre2-8", providers: [.apt(["libpcre2-dev"])]),
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .target(name: "Diagnostics"),
        .target(name: "Syntax", dependencies: ["Diagnostics"]),
        .target(name: "Grammar", dependencies: ["Catalog", "Syntax", "Random", "Tables", "Values"]),
        .target(name: "Values", dependencies: ["Diagnostics"]),
        .target(name: "Tables", dependencies: ["Values", "Kernels", "Diagnostics", "CLibCSV"]),
        .target(name: "Kernels", dependencies: ["Values", "Diagnostics", "CPCRE2"]),
        .target(name: "Catalog", dependencies: ["Diagnostics"]),
        .target(name: "Plan", dependencies: ["Catalog", "Values", "Diagnostics"]),
        .target(name: "Semantics", dependencies: ["Syntax", "Catalog", "Plan", "Values", "Diagnostics"]),
        .target(name: "Interpreter", dependencies: ["Plan", "Catalog", "Display", "JSON", "Kernels", "Values", "Diagnostics"]),
        .target(name: "SQLite", dependencies: ["Values", "Diagnostics", "CSQLite"]),
        .target(name: "SQL", dependencies: ["Values"]),
        .target(name: "Lowering", dependencies: ["SQL", "Plan", "Catalog", "Kernels", "Values", "Diagnostics"]),
        .target(name: "Loading", dependencies: ["SQL", "SQLite", "Tables", "Threads", "Values", "Diagnostics"]),
        .target(name: "SQLEngine", dependencies: ["Lowering", "Loading", "SQL", "SQLite", "Plan", "Kernels", "Values", "Diagnostics"]),
        .target(name: "Display", dependencies: ["Values", "Kernels", "Diagnostics"]),
        .target(name: "JSON", dependencies: ["Values", "Kernels", "Diagnostics"]),
        .target(
            name: "RePanda",
            dependencies: [
                "Syntax", "Semantics", "Plan", "Interpreter", "SQLEngine", "Provenance", "Loading", "Doubting", "Linking", "Searching", "Ranking", "Scoring", "Tables", "Values", "Diagnostics",
            ]),
        .target(name: "Linking", dependencies: ["Kernels", "Tables", "Values"]),
        .target(name: "Doubting", dependencies: ["Linking", "Plan", "Catalog", "Tables", "Values", "Diagnostics"]),
        .target(name: "Searching", dependencies: ["Kernels", "Linking", "Values"]),
        .target(name: "Ranking", dependencies: ["Linking", "Searching", "JSON", "Values", "Diagnostics"]),
        .target(name: "Training", dependencies: ["Ranking", "Random", "Threads"]),
        .target(name: "Random"),
        .target(name: "Wording"),
        .target(name: "Scoring", dependencies: ["Kernels", "Values"]),
        .target(name: "Threads"),
        .target(name: "Provenance", dependencies: ["Interpreter", "Semantics", "Plan", "Catalog", "Values", "Diagnostics"]),
        .target(name: "Probing", dependencies: ["RePanda", "Provenance", "Interpreter", "JSON", "Plan", "Random", "Tables", "Values"]),
        .target(name: "Files", dependencies: ["JSON", "Tables", "Values", "Diagnostics"]),
        .target(name: "Correcting", dependencies: ["Syntax", "Tables", "Diagnostics"]),
        .target(name: "HTML"),
        .target(name: "HTTP", dependencies: ["CCurl"]),
        .target(
            name: "Translation",
            dependencies: [
                "HTTP", "Correcting", "RePanda", "Linking", "Ranking", "Interpreter", "Catalog", "Scoring", "Display", "JSON", "Files", "Threads", "Kernels", "Tables", "Values", "Diagnostics",
            ]),
        .target(name: "Datasets", dependencies: ["Files", "JSON", "Tables", "Values", "Diagnostics"]),
        .target(
            name: "Evaluation",
            dependencies: [
                "Scoring", "RePanda", "Linking", "Searching", "Ranking", "Training", "Probing", "Interpreter", "Catalog", "Plan", "Display", "Datasets", "Translation", "Random", "JSON", "Files", "Threads", "Tables", "Values", "Diagnostics",
            ]),
        .target(
            name: "Building",
            dependencies: [
                "RePanda", "Correcting", "Datasets", "Scoring", "Probing", "Wording", "Random", "Interpreter", "Plan", "Kernels", "JSON", "Files", "Threads", "Tables", "Values", "Diagnostics",
            ]),
        .executableTarget(
            name: "RePandaCLI",
            dependencies: [
                "RePanda", "Ranking", "Training", "Evaluation", "Scoring", "Building", "Grammar", "Correcting", "Translation", "HTTP", "Probing", "Datasets", "HTML", "Files", "Threads", "Display", "JSON", "Interpreter",
                "Lowering", "Syntax", "Plan", "Catalog", "Tables", "Kernels",
                "Values", "Diagnostics",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            linkerSettings: [
                // A release is started once a claim: finding Swift's shared libraries would take longer than the claim.
                .unsafeFlags(
                    ["-static-stdlib", "-l_FoundationCShims", "-l_FoundationCollections"], .when(platforms: [.linux], configuration: .release))
            ]),
        .testTarget(name: "StructureTests"),
        .testTarget(name: "HTMLTests", dependencies: ["HTML"]),
        .testTarget(name: "CatalogTests", dependencies: ["Catalog"]),
        .testTarget(name: "RePandaTests", dependencies: ["RePanda"]),
        .testTarget(name: "DoubtingTests", dependencies: ["RePanda", "Correcting", "Diagnostics"], exclude: ["Cases"]),
        .testTarget(name: "ProvenanceTests", dependencies: ["RePanda", "Provenance", "Probing", "JSON", "Random", "Tables", "Values", "Diagnostics"], exclude: ["Cases"]),
        .testTarget(name: "ProbingTests", dependencies: ["Probing", "RePanda"]),
        .testTarget(
            name: "SearchingTests",
            dependencies: ["Searching", "Linking", "Ranking", "Training", "Scoring", "RePanda", "Random", "JSON"], exclude: ["Validation", "Questions", "Cases", "record.py"]),
        .testTarget(name: "WordingTests", dependencies: ["Wording"], exclude: ["Fixtures"]),
        .testTarget(name: "LayoutTests", dependencies: ["Datasets", "Diagnostics"]),
        .testTarget(name: "BuildingTests", dependencies: ["Building", "Correcting", "Datasets", "Scoring", "RePanda", "Interpreter", "JSON", "Diagnostics"]),
        .testTarget(name: "DatasetTests", dependencies: ["Evaluation", "Files", "RePanda", "JSON", "Diagnostics"]),
        .testTarget(
            name: "TranslationTests",
            dependencies: ["Translation", "Correcting", "RePanda", "HTTP", "JSON", "Random", "Tables", "Diagnostics", .product(name: "FlyingFox", package: "FlyingFox")],
            exclude: ["Fixtures", "record.py"]),
        .testTarget(name: "SyntaxTests", dependencies: ["Syntax", "Diagnostics"], exclude: ["Fixtures", "record.py"]),
        .testTarget(name: "GrammarTests", dependencies: ["Grammar", "RePanda", "JSON", "Tables", "Random", "Syntax", "Catalog", "Diagnostics"]),
        .testTarget(
            name: "TablesTests", dependencies: ["Tables", "JSON", "Values", "Diagnostics"], exclude: ["Fixtures", "record.py"]),
        .testTarget(name: "CommandTests", dependencies: ["RePandaCLI", "Random", "JSON", "Values"], exclude: ["Fixtures", "Snapshots", "Hostile"]),
        .testTarget(name: "JSONTests", dependencies: ["JSON", "Values", "Diagnostics"], exclude: ["Fixtures", "record.py"]),
        .testTarget(name: "ScoringTests", dependencies: ["Scoring", "JSON", "Diagnostics"], exclude: ["Fixtures", "record.py", "record-unicode.py"]),
        .testTarget(name: "EngineTests", dependencies: ["RePanda", "Loading", "SQLite", "JSON", "Tables", "Values", "Diagnostics"]),
        .testTarget(
            name: "QueryTests", dependencies: ["RePanda", "JSON", "Tables", "Values", "Diagnostics"],
            exclude: ["Cases", "README.md", "record.py", "refused-by-sqlite.tsv"]),
        .testTarget(
            name: "DisplayTests", dependencies: ["Display", "JSON", "Values", "Diagnostics"], exclude: ["Fixtures", "record.py"]),
    ],
    swiftLanguageModes: [.v6]
)
