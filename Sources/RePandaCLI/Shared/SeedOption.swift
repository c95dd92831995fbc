import ArgumentParser

/// One seed for whatever a command draws by chance, so that a run can be repeated.
struct SeedOption: ParsableArguments {
    @Option(help: ArgumentHelp("Decides whatever is drawn by chance.", valueName: "number"))
    var seed: UInt64 = 0
}
