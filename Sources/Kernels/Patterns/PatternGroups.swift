import Diagnostics
import Values

/// What stands behind an opening parenthesis.
extension PatternParser {
    /// The number that group references stay below.
    private static let groupLimit = 1_073_741_823

    /// Reads a group behind its parenthesis; flags for the whole pattern and comments leave no node.
    mutating func parseGroup(
        _ nodes: inout [PatternNode], verbose: inout Bool, depth: Int, isStart: Bool
    ) throws(Failure) {
        let start = scanner.position - 1
        guard try scanner.take("?") else {
            nodes.append(try capture(name: nil, start: start, verbose: verbose, depth: depth))
            return
        }
        guard let token = try scanner.take() else { throw scanner.failure("unexpected end of pattern") }
        switch token.plain {
        case "P": nodes.append(try named(start: start, verbose: verbose, depth: depth))
        case ":": nodes.append(.group(number: nil, adding: [], removing: [], try body(start, verbose, depth)))
        case ">": nodes.append(.atomic(try body(start, verbose, depth)))
        case "#": try skipComment(start)
        case "=": nodes.append(.look(ahead: true, negated: false, try body(start, verbose, depth)))
        case "!": nodes.append(.look(ahead: true, negated: true, try body(start, verbose, depth)))
        case "<": nodes.append(try lookbehind(start: start, verbose: verbose, depth: depth))
        case "(": nodes.append(try condition(start: start, verbose: verbose, depth: depth))
        default:
            guard let letter = token.plain, letter == "-" || Pattern.Flags(letter: letter) != nil else {
                throw scanner.failure("unknown extension ?\(token.text)", back: token.length + 1)
            }
            guard let (adding, removing) = try parseFlags(letter) else {
                guard isStart, nodes.isEmpty else {
                    let words = "global flags not at the start of the expression"
                    throw scanner.failure(words, back: scanner.position - start)
                }
                verbose = flags.contains(.verbose)
                return
            }
            let inner = (verbose || adding.contains(.verbose)) && !removing.contains(.verbose)
            nodes.append(.group(number: nil, adding: adding, removing: removing, try body(start, inner, depth)))
        }
    }

    /// The branches up to the closing parenthesis.
    private mutating func body(_ start: Int, _ verbose: Bool, _ depth: Int) throws(Failure) -> [PatternNode] {
        let nodes = try parseBranches(verbose: verbose, depth: depth + 1)
        try close(start)
        return nodes
    }

    private mutating func close(_ start: Int) throws(Failure) {
        guard try scanner.take(")") else {
            throw scanner.failure("missing ), unterminated subpattern", back: scanner.position - start)
        }
    }

    private mutating func skipComment(_ start: Int) throws(Failure) {
        while true {
            guard let token = try scanner.take() else {
                throw scanner.failure("missing ), unterminated comment", back: scanner.position - start)
            }
            if token.plain == ")" { return }
        }
    }

    private mutating func capture(name: String?, start: Int, verbose: Bool, depth: Int) throws(Failure) -> PatternNode {
        let number = groupWidths.count
        groupWidths.append(nil)
        if let name {
            if let earlier = names[name] {
                let words = "redefinition of group name \(PatternScanner.quoted(name)) as group \(number); was group \(earlier)"
                throw scanner.failure(words, back: name.unicodeScalars.count + 1)
            }
            names[name] = number
        }
        let nodes = try body(start, verbose, depth)
        groupWidths[number] = PatternTree(nodes: [], flags: [], groupWidths: groupWidths, names: [:]).width(nodes)
        return .group(number: number, adding: [], removing: [], nodes)
    }

    /// `(?P<name>…)` and `(?P=name)`
    private mutating func named(start: Int, verbose: Bool, depth: Int) throws(Failure) -> PatternNode {
        if try scanner.take("<") {
            let name = try scanner.take(until: ">", what: "group name")
            try scanner.checkName(name, back: 1)
            return try capture(name: name, start: start, verbose: verbose, depth: depth)
        }
        if try scanner.take("=") {
            let name = try scanner.take(until: ")", what: "group name")
            try scanner.checkName(name, back: 1)
            let number = try number(of: name)
            try checkClosed(number, back: name.unicodeScalars.count + 1)
            try checkLookbehind(number)
            return .backReference(number)
        }
        guard let token = try scanner.take() else { throw scanner.failure("unexpected end of pattern") }
        throw scanner.failure("unknown extension ?P\(token.text)", back: token.length + 2)
    }

    private func number(of name: String) throws(Failure) -> Int {
        if let number = names[name] { return number }
        throw scanner.failure("unknown group name \(PatternScanner.quoted(name))", back: name.unicodeScalars.count + 1)
    }

    func checkClosed(_ number: Int, back: Int) throws(Failure) {
        guard number < groupWidths.count, groupWidths[number] != nil else {
            throw scanner.failure("cannot refer to an open group", back: back)
        }
    }

    /// Inside a lookbehind only groups from before it can be named.
    func checkLookbehind(_ number: Int) throws(Failure) {
        guard let lookbehindGroups else { return }
        try checkClosed(number, back: 0)
        guard number < lookbehindGroups else {
            throw scanner.failure("cannot refer to group defined in the same lookbehind subpattern")
        }
    }

    private mutating func lookbehind(start: Int, verbose: Bool, depth: Int) throws(Failure) -> PatternNode {
        guard let token = try scanner.take() else { throw scanner.failure("unexpected end of pattern") }
        guard token.plain == "=" || token.plain == "!" else {
            throw scanner.failure("unknown extension ?<\(token.text)", back: token.length + 2)
        }
        let outer = lookbehindGroups
        if outer == nil { lookbehindGroups = groupWidths.count }
        let nodes = try parseBranches(verbose: verbose, depth: depth + 1)
        lookbehindGroups = outer
        try close(start)
        return .look(ahead: false, negated: token.plain == "!", nodes)
    }

    /// `(?(group)yes|no)`
    private mutating func condition(start: Int, verbose: Bool, depth: Int) throws(Failure) -> PatternNode {
        let name = try scanner.take(until: ")", what: "group name")
        let size = name.unicodeScalars.count
        let group = Text(name).isIdentifier ? try number(of: name) : try conditionNumber(name, size: size)
        try checkLookbehind(group)
        guard depth < PatternParser.depthLimit else { throw Failure(.depthLimit, "the groups of a pattern are nested too deeply") }
        let yes = try parseSequence(verbose: verbose, depth: depth + 1, isStart: false)
        var no: [PatternNode]?
        if try scanner.take("|") {
            no = try parseSequence(verbose: verbose, depth: depth + 1, isStart: false)
            if scanner.nextIs("|") { throw scanner.failure("conditional backref with more than two branches") }
        }
        try close(start)
        return .condition(group: group, yes, no)
    }

    private mutating func conditionNumber(_ name: String, size: Int) throws(Failure) -> Int {
        guard name.utf8.allSatisfy(ASCII.isDigit) else { throw scanner.badName(name, back: 1) }
        let group = Int(name) ?? .max
        if group == 0 { throw scanner.failure("bad group number", back: size + 1) }
        if group >= PatternParser.groupLimit { throw scanner.failure("invalid group reference \(name)", back: size + 1) }
        if !conditionPlaces.contains(where: { $0.group == group }) {
            conditionPlaces.append((group, scanner.position - size - 1))
        }
        return group
    }

    // MARK: Inline flags

    /// Flags behind `(?`: those of a group up to its colon, or nil where they are the whole pattern's.
    private mutating func parseFlags(
        _ first: Unicode.Scalar
    ) throws(Failure) -> (adding: Pattern.Flags, removing: Pattern.Flags)? {
        var adding: Pattern.Flags = []
        var ending = first
        if first != "-" {
            ending = try flags(first, ends: ")-:", missing: "missing -, : or )", into: &adding) { parser, flag, all throws(Failure) in
                if flag == .locale {
                    throw parser.scanner.failure("bad inline flags: cannot use 'L' flag with a str pattern")
                }
                if Pattern.Flags.types.contains(flag), all.intersection(.types) != flag {
                    throw parser.scanner.failure("bad inline flags: flags 'a', 'u' and 'L' are incompatible")
                }
            }
        }
        if ending == ")" {
            flags.formUnion(adding)
            return nil
        }
        if adding.contains(.template) { throw scanner.failure("bad inline flags: cannot turn on global flag", back: 1) }
        var removing: Pattern.Flags = []
        if ending == "-" { removing = try removedFlags() }
        if removing.contains(.template) { throw scanner.failure("bad inline flags: cannot turn off global flag", back: 1) }
        if !adding.isDisjoint(with: removing) { throw scanner.failure("bad inline flags: flag turned on and off", back: 1) }
        return (adding, removing)
    }

    private mutating func removedFlags() throws(Failure) -> Pattern.Flags {
        guard let token = try scanner.take() else { throw scanner.failure("missing flag") }
        guard let letter = token.plain, Pattern.Flags(letter: letter) != nil else { throw unknownFlag(token, "missing flag") }
        var removing: Pattern.Flags = []
        _ = try flags(letter, ends: ":", missing: "missing :", into: &removing) { parser, flag, _ throws(Failure) in
            if Pattern.Flags.types.contains(flag) {
                throw parser.scanner.failure("bad inline flags: cannot turn off flags 'a', 'u' and 'L'")
            }
        }
        return removing
    }

    /// Reads letters into `all` until one of `ends`, which is the result.
    private mutating func flags(
        _ first: Unicode.Scalar, ends: String, missing: String, into all: inout Pattern.Flags,
        check: (PatternParser, Pattern.Flags, Pattern.Flags) throws(Failure) -> Void
    ) throws(Failure) -> Unicode.Scalar {
        var letter = first
        while true {
            let flag = Pattern.Flags(letter: letter) ?? []
            all.formUnion(flag)
            try check(self, flag, all)
            guard let token = try scanner.take() else { throw scanner.failure(missing) }
            if let end = token.plain, ends.unicodeScalars.contains(end) { return end }
            guard let next = token.plain, Pattern.Flags(letter: next) != nil else { throw unknownFlag(token, missing) }
            letter = next
        }
    }

    private func unknownFlag(_ token: PatternToken, _ otherwise: String) -> Failure {
        let isLetter = token.plain.map(Unicode14.isAlpha) ?? false
        return scanner.failure(isLetter ? "unknown flag" : otherwise, back: token.length)
    }
}

extension PatternTree {
    /// CPython finds a lookbehind of several widths only when it compiles the tree, and tells no position.
    func checkLookbehinds(_ nodes: [PatternNode]) throws(Failure) {
        for node in nodes {
            switch node {
            case .literal, .any, .set, .at, .backReference: break
            case .branch(let branches): for branch in branches { try checkLookbehinds(branch) }
            case .group(_, _, _, let inner), .atomic(let inner), .repetition(_, _, _, let inner): try checkLookbehinds(inner)
            case .look(let ahead, _, let inner): try checkLook(ahead: ahead, inner)
            case .condition(_, let yes, let no):
                try checkLookbehinds(yes)
                try checkLookbehinds(no ?? [])
            }
        }
    }

    private func checkLook(ahead: Bool, _ inner: [PatternNode]) throws(Failure) {
        let width = width(inner)
        if !ahead {
            if width.least > 4_294_967_295 { throw Failure(.invalidPattern, "looks too much behind") }
            if width.least != width.most { throw Failure(.invalidPattern, "look-behind requires fixed-width pattern") }
        }
        try checkLookbehinds(inner)
    }
}
