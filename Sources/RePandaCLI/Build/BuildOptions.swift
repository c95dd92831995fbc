import ArgumentParser
import Building

/// Where a data set goes and how it is built.
struct BuildOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The folder to build; it must not be there yet, or be empty.", valueName: "folder"))
    var output: String

    @Flag(help: "Replace what is in the folder.")
    var force = false

    @Option(help: ArgumentHelp("Decides every random choice.", valueName: "number"))
    var seed: UInt64 = 0

    @Flag(help: "Print the manifest, one JSON object, instead of a report.")
    var json = false

    @OptionGroup
    var jobs: JobOptions

    var place: BuildPlace { BuildPlace(output, replaces: force) }
}
