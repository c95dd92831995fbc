import ArgumentParser

struct BuildCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build",
        abstract: "Build a data set: PanTabFact, PanWiki or WikiFact.",
        discussion: """
            A data set is a folder with train.jsonl, validation.jsonl and test.jsonl, as far as its source has these splits; chat/ with prompts and \
            answers for fine-tuning where there are queries; README.md, the data-set card; and manifest.json with the hash of every file. The folder \
            appears when it is complete; an interrupted build leaves nothing. The same sources and options give the same bytes, whatever --jobs.
            """,
        subcommands: [PanTabFactCommand.self, PanWikiCommand.self, WikiFactCommand.self])
}
