/// Words that cells write in another way. Few: a wrong one costs more than a missing one.
enum Synonyms {
    /// The stems that a cell has for a word; one or two letters stand for the word only where they are a cell's first or last word.
    static func of(_ word: Word) -> [String]? { table[word.surface] ?? table[word.form] }

    private static let table: [String: [String]] = [
        "us": ["united", "state"], "usa": ["united", "state"], "american": ["united", "state"], "america": ["united", "state"], "uk": ["united", "kingdom"],
        "british": ["great", "britain"], "german": ["germany"], "french": ["france"], "spanish": ["spain"], "italian": ["italy"], "russian": ["russia"],
        "chinese": ["china"], "canadian": ["canada"], "australian": ["australia"], "dutch": ["netherland"], "swedish": ["sweden"], "japanese": ["japan"],
        "english": ["england"], "scottish": ["scotland"], "irish": ["ireland"], "swiss": ["switzerland"], "brazilian": ["brazil"], "mexican": ["mexico"],
        "danish": ["denmark"], "norwegian": ["norway"], "finnish": ["finland"], "polish": ["poland"], "belgian": ["belgium"], "austrian": ["austria"],
        "argentine": ["argentina"], "portuguese": ["portugal"], "korean": ["korea"], "turkish": ["turkey"], "greek": ["greece"],
        "win": ["w"], "lose": ["l"], "loss": ["l"], "victory": ["w"], "defeat": ["l"], "draw": ["d"], "tie": ["t"], "goalkeeper": ["gk"], "defender": ["df"],
        "midfielder": ["mf"], "forward": ["fw"], "quarterback": ["qb"], "guard": ["g"], "center": ["c"], "republican": ["r"], "democrat": ["d"],
        "democratic": ["d"], "male": ["m"], "female": ["f"], "gold": ["1st"], "silver": ["2nd"], "bronze": ["3rd"],
    ]
}
