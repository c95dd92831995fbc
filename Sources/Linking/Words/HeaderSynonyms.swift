/// Words that a sentence and a column's name use for one thing: `the tallest` speaks of a column `height`.
///
/// Groups were written after looking which words training claims use beside which headers, where neither has the other's.
enum HeaderSynonyms {
    /// The groups that a stem is in; empty for most.
    static func groups(_ form: String) -> [Int] { byStem[form] ?? [] }

    private static let byStem: [String: [Int]] = {
        var byStem: [String: [Int]] = [:]
        for (group, words) in lists.enumerated() {
            for word in words.split(separator: " ") { byStem[Stem.of(String(word)), default: []].append(group) }
        }
        return byStem
    }()

    private static let lists = [
        "player name athlete swimmer rider driver racer golfer skater who person man woman singer artist actor actress",
        "nation country nationality nations citizen",
        "crowd attendance attend attended spectators spectator fans people audience watched",
        "points pts point score scored scoring goals goal",
        "score result outcome final",
        "win wins won winning w victory victories",
        "winner won champion champions championship winning",
        "loss losses lost l defeat defeats lose",
        "draw draws drawn d tied ties tie",
        "played pld games matches gp apps appearances p mp",
        "date day when took held occurred",
        "year season years when",
        "location where venue stadium ground site city place arena circuit held located hosted",
        "team club squad side",
        "opponent against versus vs visitor visiting away opposing beat defeated faced",
        "home host hosted",
        "height tall taller tallest ft elevation high metres meters",
        "weight heavy heavier heaviest weigh weighed kg lbs",
        "age old older oldest young younger youngest born birth",
        "born birth birthplace dob",
        "died death deceased",
        "population pop people inhabitants populated populous",
        "area km2 size large larger largest square",
        "title called titled name named song album film episode",
        "written writer writers wrote by",
        "directed director directors direct",
        "aired air airdate original airs broadcast premiered",
        "viewers viewed watched viewership million views audience rating",
        "released release releases",
        "rank ranked ranking place placed position pos finish finished standing po",
        "pick drafted draft picked selected overall selection choice",
        "college school university attended alma institution education",
        "laps completed lap",
        "grid started start qualified qualifying",
        "constructor car chassis make manufacturer team engine built builder",
        "elected election incumbent representative served congress",
        "party democrat republican democratic affiliation political member",
        "vote votes voted percentage received",
        "frequency mhz station fm broadcasts",
        "owner owned own ownership",
        "enrollment students enrolled enrolment pupils",
        "founded established founding opened formed began start started",
        "capacity hold holds seats seating",
        "length long longer longest distance km miles",
        "time fast faster fastest slow slower slowest speed finished",
        "price cost earnings money prize earned paid",
        "margin difference",
        "runner second runners",
        "producer produced production",
        "language speak spoken speaks",
        "role character played portrayed plays",
        "episodes episode no number",
        "medal gold silver bronze total medals",
        "position plays guard forward center goalkeeper defender midfielder pos",
        "coach manager managed head",
        "mascot nickname nicknamed known",
        "county state province region district",
        "type kind class category",
        "record standing",
        "points to par score strokes",
        "decile roll",
        "built completed year construction",
        "floors stories tall",
        "aggregate agg",
        "surface court clay grass",
        "round stage",
    ]
}
