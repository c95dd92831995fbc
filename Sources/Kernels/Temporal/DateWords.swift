/// What a word or a sign of date text can mean; one word can mean several things (`m` is a jump and a minute).
///
/// The vocabulary is that of dateutil's `parserinfo`, in lower case.
struct DateWord: Sendable {
    /// 0 for Monday.
    var weekday: Int?
    /// 1 for January.
    var month: Int?
    /// 0 for hours, 1 for minutes, 2 for seconds.
    var unit: Int?
    /// 0 for am, 1 for pm.
    var half: Int?
    /// Passed over.
    var isJump = false
    /// `jan of 1999`
    var isPertain = false
    /// A name of UTC.
    var isUTC = false

    static let none = DateWord()

    /// The longest word, in bytes.
    private static let longest = 9

    /// What these bytes mean, in any case of letters.
    static func reading(_ bytes: ArraySlice<UInt8>) -> DateWord {
        guard bytes.count <= longest else { return none }
        return table[String(decoding: bytes.lazy.map(ASCII.lower), as: UTF8.self)] ?? none
    }

    private static let table: [String: DateWord] = {
        var table: [String: DateWord] = [:]
        for (at, names) in weekdays.enumerated() { for name in names { table[name, default: none].weekday = at } }
        for (at, names) in months.enumerated() { for name in names { table[name, default: none].month = at + 1 } }
        for (at, names) in units.enumerated() { for name in names { table[name, default: none].unit = at } }
        for (at, names) in halves.enumerated() { for name in names { table[name, default: none].half = at } }
        for name in jumps { table[name, default: none].isJump = true }
        for name in ["utc", "gmt", "z"] { table[name, default: none].isUTC = true }
        table["of", default: none].isPertain = true
        return table
    }()

    private static let weekdays = [
        ["mon", "monday"], ["tue", "tuesday"], ["wed", "wednesday"], ["thu", "thursday"], ["fri", "friday"], ["sat", "saturday"],
        ["sun", "sunday"],
    ]
    private static let months = [
        ["jan", "january"], ["feb", "february"], ["mar", "march"], ["apr", "april"], ["may"], ["jun", "june"], ["jul", "july"],
        ["aug", "august"], ["sep", "sept", "september"], ["oct", "october"], ["nov", "november"], ["dec", "december"],
    ]
    private static let units = [["h", "hour", "hours"], ["m", "minute", "minutes"], ["s", "second", "seconds"]]
    private static let halves = [["am", "a"], ["pm", "p"]]
    private static let jumps = [
        " ", ".", ",", ";", "-", "/", "'", "at", "on", "and", "ad", "m", "t", "of", "st", "nd", "rd", "th",
    ]
}
