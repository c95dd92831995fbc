/// Words by what they do in a claim. Lists are short on purpose: what a word is worth beside a program is learned, not written here.
enum WordLists {
    /// Words that say nothing of which cell is meant.
    static let stop = words(
        """
        the a an of in on at for to with by from and or be is was were are been being have has had do did does that which who whom this these those it \
        its their there he she his her they as than then when where while during s t i not no but also if into about other each all both out up over \
        under between after before one would will can could
        """)

    static let units: [String: Double] = Dictionary(
        uniqueKeysWithValues: words(
            """
            zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty
            """, unique: true
        ).enumerated().map { ($1, Double($0)) })

    static let otherNumbers: [String: Double] = [
        "once": 1, "twice": 2, "thrice": 3, "dozen": 12, "none": 0, "single": 1, "couple": 2, "thirty": 30, "forty": 40, "fifty": 50, "hundred": 100,
    ]

    static let ordinals: [String: Double] = Dictionary(
        uniqueKeysWithValues: words(
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth", unique: true
        ).enumerated().map { ($1, Double($0 + 1)) })

    /// Months by their names, short and long.
    static let months: [String: Int] = {
        var months: [String: Int] = ["sept": 9]
        let names = words("january february march april may june july august september october november december", unique: true)
        for (at, name) in names.enumerated() {
            months[name] = at + 1
            months[String(name.prefix(3))] = at + 1
        }
        return months
    }()

    private static func words(_ text: String) -> Set<String> { Set(words(text, unique: true)) }
    private static func words(_ text: String, unique: Bool) -> [String] { text.split { $0 == " " || $0 == "\n" }.map(String.init) }
}
