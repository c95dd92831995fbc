import Catalog
import Diagnostics
import Kernels
import Values

extension Call where Receiver == Text {
    func perform(_ operation: TextOperation) throws(Failure) -> Value {
        switch operation {
        case .capitalize: .text(receiver.capitalize())
        case .casefold: .text(receiver.casefold())
        case .center: .text(try receiver.center(width(), fill: fill()))
        case .count: .int(try receiver.occurrences(of: part("sub"), start: bound("start"), end: bound("end")))
        case .endswith: .bool(try receiver.endsWith(parts("suffix"), start: bound("start"), end: bound("end")))
        case .expandtabs: .text(try receiver.expandTabs(number("tabsize") ?? 8))
        case .find: .int(try receiver.find(part("sub"), start: bound("start"), end: bound("end")))
        case .index: .int(try receiver.index(of: part("sub"), start: bound("start"), end: bound("end")))
        case .isalnum: .bool(receiver.isAlnum)
        case .isalpha: .bool(receiver.isAlpha)
        case .isascii: .bool(receiver.isASCII)
        case .isdecimal: .bool(receiver.isDecimal)
        case .isdigit: .bool(receiver.isDigit)
        case .isidentifier: .bool(receiver.isIdentifier)
        case .islower: .bool(receiver.isLower)
        case .isnumeric: .bool(receiver.isNumeric)
        case .isprintable: .bool(receiver.isPrintable)
        case .isspace: .bool(receiver.isSpace)
        case .istitle: .bool(receiver.isTitle)
        case .isupper: .bool(receiver.isUpper)
        case .join: .text(try join())
        case .ljust: .text(try receiver.ljust(width(), fill: fill()))
        case .lower: .text(receiver.lower())
        case .lstrip: .text(try receiver.lstrip(characters()))
        case .maketrans: try table()
        case .partition: try triple(receiver.partition(part("sep")))
        case .removeprefix: .text(try receiver.removePrefix(part("prefix")))
        case .removesuffix: .text(try receiver.removeSuffix(part("suffix")))
        case .replace: .text(try replaced())
        case .rfind: .int(try receiver.rfind(part("sub"), start: bound("start"), end: bound("end")))
        case .rindex: .int(try receiver.rindex(of: part("sub"), start: bound("start"), end: bound("end")))
        case .rjust: .text(try receiver.rjust(width(), fill: fill()))
        case .rpartition: try triple(receiver.rpartition(part("sep")))
        case .rsplit: try list(receiver.rsplit(separator(), limit: number("maxsplit") ?? -1))
        case .rstrip: .text(try receiver.rstrip(characters()))
        case .split: try list(receiver.split(separator(), limit: number("maxsplit") ?? -1))
        case .splitlines: try list(receiver.splitLines(keepEnds: keepsEnds()))
        case .startswith: .bool(try receiver.startsWith(parts("prefix"), start: bound("start"), end: bound("end")))
        case .strip: .text(try receiver.strip(characters()))
        case .swapcase: .text(receiver.swapcase())
        case .title: .text(receiver.title())
        case .translate: .text(try receiver.translate(interpreter.translation(arguments.require("table"))))
        case .upper: .text(receiver.upper())
        case .zfill: .text(try receiver.zfill(width()))
        }
    }
}
