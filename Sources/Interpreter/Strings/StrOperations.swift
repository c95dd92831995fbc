import Catalog
import Diagnostics
import Kernels
import Values

/// `series.str` or `index.str`.
struct StrAccessor {
    let receiver: Value

    init?(_ value: Value) {
        guard case .accessor(let accessor) = value, accessor.kind == .str else { return nil }
        receiver = accessor.receiver.withoutCategories
    }
}

extension Call where Receiver == StrAccessor {
    func perform(_ operation: StrOperation) throws(Failure) -> Value {
        switch operation {
        case .capitalize: try texts { $0.capitalize(into: &$1) }
        case .casefold: try texts { $0.casefold(into: &$1) }
        case .cat: try cat()
        case .center: try padded(side: "both")
        case .contains: try contains()
        case .count: try count()
        case .endswith: try endsWith()
        case .extract: try extract()
        case .extractall: .frame(try extractAll())
        case .find: try find { $0.find($1, start: $2, end: $3) }
        case .findall: try findAll()
        case .fullmatch: try matches(.fullmatch)
        case .get: try item(arguments.require("i"))
        case .getDummies: .frame(try dummies())
        case .index: try find { (text, part, start, end) throws(Failure) in try text.index(of: part, start: start, end: end) }
        case .isalnum: try flags(\.isAlnum)
        case .isalpha: try flags(\.isAlpha)
        case .isdecimal: try flags(\.isDecimal)
        case .isdigit: try flags(\.isDigit)
        case .islower: try flags(\.isLower)
        case .isnumeric: try flags(\.isNumeric)
        case .isspace: try flags(\.isSpace)
        case .istitle: try flags(\.isTitle)
        case .isupper: try flags(\.isUpper)
        case .join: try join()
        case .len: try lengths()
        case .ljust: try padded(side: "right")
        case .lower: try texts { $0.lower(into: &$1) }
        case .lstrip: try stripped { $0.lstrip($1) }
        case .match: try matches(.match)
        case .pad: try padded(side: arguments.word("side", default: "left"))
        case .partition: try partition { (text, sep) throws(Failure) in try text.partition(sep) }
        case .removeprefix: try shortened("prefix") { $0.removePrefix($1) }
        case .removesuffix: try shortened("suffix") { $0.removeSuffix($1) }
        case .repeat: try repeated()
        case .replace: try replace()
        case .rfind: try find { $0.rfind($1, start: $2, end: $3) }
        case .rindex: try find { (text, part, start, end) throws(Failure) in try text.rindex(of: part, start: start, end: end) }
        case .rjust: try padded(side: "left")
        case .rpartition: try partition { (text, sep) throws(Failure) in try text.rpartition(sep) }
        case .rsplit: try splitFromRight()
        case .rstrip: try stripped { $0.rstrip($1) }
        case .slice: try slice(arguments["start"] ?? .none, arguments["stop"] ?? .none, arguments["step"] ?? .none)
        case .sliceReplace: try sliceReplace()
        case .split: try split()
        case .startswith: try startsWith()
        case .strip: try stripped { $0.strip($1) }
        case .swapcase: try texts { $0.swapcase(into: &$1) }
        case .title: try texts { $0.title(into: &$1) }
        case .translate: try translate()
        case .upper: try texts { $0.upper(into: &$1) }
        case .zfill: try zfill()
        }
    }
}
