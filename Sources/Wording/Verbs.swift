/// The English verbs that questions about tables use, with the forms that a statement needs.
enum Verbs {
    struct Forms {
        let past: String
        let third: String
    }

    /// Base, past, third person, and the participle where it is not the past.
    private static let table = """
        win won wins | have had has | score scored scores | play played plays | get got gets | lose lost loses | finish finished finishes
        receive received receives | make made makes | take took takes taken | appear appeared appears | release released releases
        compete competed competes | come came comes | hold held holds | serve served serves | earn earned earns | complete completed completes
        sell sold sells | beat beat beats beaten | participate participated participates | produce produced produces | star starred stars
        place placed places | run ran runs | face faced faces | perform performed performs | reach reached reaches | miss missed misses
        occur occurred occurs | live lived lives | work worked works | go went goes gone | start started starts | begin began begins begun
        end ended ends | die died dies | open opened opens | close closed closes | join joined joins | leave left leaves | become became becomes
        represent represented represents | record recorded records | rank ranked ranks | race raced races | drive drove drives driven
        coach coached coaches | attend attended attends | qualify qualified qualifies | direct directed directs | write wrote writes written
        sing sang sings sung | act acted acts | feature featured features | air aired airs | premiere premiered premieres | debut debuted debuts
        peak peaked peaks | spend spent spends | last lasted lasts | show showed shows shown | give gave gives given | build built builds
        use used uses | move moved moves | return returned returns | retire retired retires | sign signed signs | draft drafted drafts
        pick picked picks | score scored scores | throw threw throws thrown | hit hit hits | kick kicked kicks | catch caught catches
        pass passed passes | add added adds | set set sets | break broke breaks broken | tie tied ties | draw drew draws drawn
        defeat defeated defeats | lead led leads | follow followed follows | achieve achieved achieves | obtain obtained obtains
        publish published publishes | design designed designs | launch launched launches | fly flew flies flown | host hosted hosts
        collect collected collects | gain gained gains | rise rose rises risen | fall fell falls fallen | increase increased increases
        decrease decreased decreases | contain contained contains | include included includes | share shared shares | list listed lists
        speak spoke speaks spoken | know knew knows known | see saw sees seen | find found finds | meet met meets | arrive arrived arrives
        remain remained remains | stay stayed stays | stand stood stands | withdraw withdrew withdraws withdrawn | cost cost costs
        weigh weighed weighs | measure measured measures | produce produced produces | nominate nominated nominates | elect elected elects
        vote voted votes | establish established establishes | found founded founds | create created creates | contribute contributed contributes
        graduate graduated graduates | marry married marries | own owned owns | operate operated operates | travel traveled travels
        swim swam swims swum | jump jumped jumps | ride rode rides ridden | fight fought fights | train trained trains | capture captured captures
        claim claimed claims | award awarded awards | introduce introduced introduces | replace replaced replaces | succeed succeeded succeeds
        precede preceded precedes | survive survived survives | crash crashed crashes | start started starts | enter entered enters
        chart charted charts | exceed exceeded exceeds | outperform outperformed outperforms | bring brought brings | cover covered covers
        carry carried carries | keep kept keeps | pay paid pays | grow grew grows grown | drop dropped drops | belong belonged belongs
        allow allowed allows | provide provided provides | manufacture manufactured manufactures | export exported exports | import imported imports
        """

    private static let entries: [[String]] = table.split { $0 == "|" || $0 == "\n" }.map { $0.split(separator: " ").map(String.init) }

    /// By the base form.
    static let byBase = Dictionary(entries.map { ($0[0], Forms(past: $0[1], third: $0[2])) }, uniquingKeysWith: { first, _ in first })

    private static let pasts = Set(entries.map { $0[1] })
    private static let thirds = Set(entries.map { $0[2] })
    private static let irregularParticiples = Set(entries.map { $0.count > 3 ? $0[3] : $0[1] }).union(["been", "born", "done", "known", "seen", "shot", "put"])

    static let be: Set<String> = ["is", "are", "was", "were"]
    static let have: Set<String> = ["has", "have", "had"]
    static let doing: Set<String> = ["did", "do", "does"]
    static let presents: Set<String> = ["is", "are", "has", "have"]

    /// Words that end in `ed` and are no participles.
    private static let noParticiples: Set<String> = [
        "united", "red", "bed", "speed", "need", "seed", "hundred", "limited", "ted", "fred", "alfred", "mixed", "sacred", "med", "feed", "breed", "indeed",
        "combined", "mohammed", "ahmed", "reed", "creed", "naked", "wicked", "left", "led", "hit", "set", "cost", "run", "had", "found", "lost", "mohamed",
    ]

    static func isParticiple(_ word: String) -> Bool {
        if noParticiples.contains(word) { return false }
        return irregularParticiples.contains(word) || word.count > 4 && word.hasSuffix("ed")
    }

    /// A verb that can follow its subject: a form of `be` or `have`, a past, or a third person that is no common noun.
    static func isFinite(_ word: String) -> Bool {
        be.contains(word) || have.contains(word) || doing.contains(word) || isPast(word) || thirds.contains(word) && !nouns.contains(word)
    }

    static func isPast(_ word: String) -> Bool { pasts.contains(word) && !nouns.contains(word) || word.count > 4 && word.hasSuffix("ed") && isParticiple(word) }

    /// Present forms and pasts that are nouns as often.
    private static let nouns: Set<String> = [
        "wins", "scores", "plays", "finishes", "places", "runs", "records", "races", "ranks", "stars", "acts", "works", "shows", "draws", "leads", "hits",
        "picks", "passes", "returns", "points", "uses", "shares", "costs", "lists", "votes", "awards", "charts", "claims", "ends", "starts", "trains",
        "features", "coaches", "drafts", "drops", "increases", "moves", "falls", "covers", "faces", "hosts", "measures", "designs", "jumps", "catches",
        "matches", "releases", "losses", "ties", "rides", "drives", "cost", "hit", "set", "beat", "left", "led", "lists", "exports", "imports", "peaks", "lives",
        "fights", "airs", "signs", "lasts", "begins", "directs", "premieres", "debuts",
    ]

    /// Bases that are nouns as often: a verb only where no other verb is near.
    static let nounBases: Set<String> = [
        "win", "score", "play", "finish", "place", "run", "record", "race", "rank", "star", "act", "work", "show", "draw", "lead", "hit", "pick", "pass", "return",
        "use", "share", "cost", "list", "vote", "award", "chart", "claim", "end", "start", "train", "feature", "coach", "draft", "drop", "increase", "move", "fall",
        "cover", "face", "host", "measure", "design", "jump", "catch", "release", "tie", "ride", "drive", "last", "set", "open", "live", "beat", "fight", "air", "export",
        "import", "debut", "premiere", "swim", "found", "close", "direct", "peak", "defeat",
    ]
}
