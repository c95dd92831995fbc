import Diagnostics
import Values

/// Reads Python's pattern syntax exactly as CPython 3.11's `re._parser` does, so that what Python refuses is refused, with its words.
struct PatternParser {
    var scanner: PatternScanner
    var flags: Pattern.Flags
    /// Widths of the groups opened so far, nil while one is open; entry 0 is the whole.
    var groupWidths: [PatternWidth?] = [nil]
    var names: [String: Int] = [:]
    /// How many groups there were when the outermost lookbehind began.
    var lookbehindGroups: Int?
    /// The groups that conditions name, each with the place of the first.
    var conditionPlaces: [(group: Int, position: Int)] = []

    private init(scanner: PatternScanner, flags: Pattern.Flags) {
        self.scanner = scanner
        self.flags = flags
    }

    /// How deeply groups may be nested; CPython's own bound is its stack.
    static let depthLimit = 200

    static func parse(_ source: Text, flags: Pattern.Flags) throws(Failure) -> PatternTree {
        var parser = PatternParser(scanner: try PatternScanner(source), flags: flags)
        let nodes = try parser.parseBranches(verbose: flags.contains(.verbose), depth: 0)
        try parser.fixFlags()
        if parser.scanner.next != nil { throw parser.scanner.failure("unbalanced parenthesis") }
        for place in parser.conditionPlaces where place.group >= parser.groupWidths.count {
            throw parser.scanner.failure("invalid group reference \(place.group)", at: place.position)
        }
        let tree = PatternTree(nodes: nodes, flags: parser.flags, groupWidths: parser.groupWidths, names: parser.names)
        try tree.checkLookbehinds(nodes)
        return tree
    }

    private mutating func fixFlags() throws(Failure) {
        if flags.contains(.locale) { throw Failure(.valueError, "cannot use LOCALE flag with a str pattern") }
        if !flags.contains(.ascii) {
            flags.insert(.unicode)
        } else if flags.contains(.unicode) {
            throw Failure(.valueError, "ASCII and UNICODE flags are incompatible")
        }
    }

    /// `a|b|c`
    mutating func parseBranches(verbose: Bool, depth: Int) throws(Failure) -> [PatternNode] {
        guard depth <= PatternParser.depthLimit else {
            throw Failure(.depthLimit, "the groups of a pattern are nested more than \(PatternParser.depthLimit) deep")
        }
        var verbose = verbose
        var branches: [[PatternNode]] = []
        repeat {
            // Flags for the whole pattern, given at its start, hold from its second branch on too.
            if depth == 0 && !branches.isEmpty { verbose = flags.contains(.verbose) }
            branches.append(try parseSequence(verbose: verbose, depth: depth, isStart: depth == 0 && branches.isEmpty))
        } while try scanner.take("|")
        return branches.count == 1 ? branches[0] : [.branch(branches)]
    }

    /// One branch: items up to `|`, `)` or the end.
    mutating func parseSequence(verbose: Bool, depth: Int, isStart: Bool) throws(Failure) -> [PatternNode] {
        var nodes: [PatternNode] = []
        var verbose = verbose
        while let token = scanner.next, token.plain != "|", token.plain != ")" {
            _ = try scanner.take()
            if verbose, try skipVerbose(token) { continue }
            switch token.plain {
            case nil: nodes.append(PatternParser.node(try escape(token)))
            case "[": nodes.append(try parseSet())
            case "*", "+", "?", "{": try parseRepetition(token.first, &nodes)
            case ".": nodes.append(.any)
            case "^": nodes.append(.at(.lineStart))
            case "$": nodes.append(.at(.lineEnd))
            case "(": try parseGroup(&nodes, verbose: &verbose, depth: depth, isStart: isStart)
            case .some(let scalar): nodes.append(.literal(scalar.value))
            }
        }
        return nodes
    }

    /// Whether a verbose pattern leaves this token out: a blank, or a comment up to the end of its line.
    private mutating func skipVerbose(_ token: PatternToken) throws(Failure) -> Bool {
        guard let scalar = token.plain else { return false }
        if PatternClass.isBlank(scalar) { return true }
        guard scalar == "#" else { return false }
        while let skipped = try scanner.take(), skipped.plain != "\n" {}
        return true
    }

    private static func node(_ escape: PatternEscape) -> PatternNode {
        switch escape {
        case .literal(let value): .literal(value)
        case .category(let category): .set(negated: false, [.category(category)])
        case .at(let anchor): .at(anchor)
        case .backReference(let number): .backReference(number)
        }
    }

    // MARK: Repetition

    private mutating func parseRepetition(_ sign: Unicode.Scalar, _ nodes: inout [PatternNode]) throws(Failure) {
        let here = scanner.position
        guard let (least, most) = try bounds(sign, here: here) else {
            nodes.append(.literal(sign.value))
            return
        }
        let back = scanner.position - here + 1
        switch nodes.last {
        case nil, .at: throw scanner.failure("nothing to repeat", back: back)
        case .repetition: throw scanner.failure("multiple repeat", back: back)
        case .literal, .any, .set, .branch, .group, .atomic, .look, .backReference, .condition: break
        }
        let greed: PatternGreed = try scanner.take("?") ? .lazy : try scanner.take("+") ? .possessive : .greedy
        let item = nodes.removeLast()
        nodes.append(.repetition(least: least, most: most, greed, [item]))
    }

    /// The bounds that a sign stands for; nil where a brace is only a brace.
    private mutating func bounds(_ sign: Unicode.Scalar, here: Int) throws(Failure) -> (least: Int, most: Int?)? {
        switch sign {
        case "?": return (0, 1)
        case "*": return (0, nil)
        case "+": return (1, nil)
        default: break
        }
        if scanner.nextIs("}") { return nil }
        let low = try scanner.take(atMost: .max, while: PatternClass.isDigit)
        var high = low
        if try scanner.take(",") { high = try scanner.take(atMost: .max, while: PatternClass.isDigit) }
        guard try scanner.take("}") else {
            try scanner.seek(here)
            return nil
        }
        let least = low.isEmpty ? 0 : try count(low)
        let most = high.isEmpty ? nil : try count(high)
        if let most, most < least {
            throw scanner.failure("min repeat greater than max repeat", back: scanner.position - here)
        }
        return (least, most)
    }

    private func count(_ digits: String) throws(Failure) -> Int {
        guard let value = Int(digits), value < 4_294_967_295 else {
            throw Failure(.overflow, "the repetition number is too large")
        }
        return value
    }

    // MARK: Sets

    private mutating func parseSet() throws(Failure) -> PatternNode {
        let here = scanner.position - 1
        var items: [PatternSetItem] = []
        let negated = try scanner.take("^")
        while true {
            guard let token = try scanner.take() else { throw unterminatedSet(here) }
            if token.plain == "]", !items.isEmpty { break }
            let lower = try setItem(token)
            guard try scanner.take("-") else {
                items.append(lower)
                continue
            }
            guard let other = try scanner.take() else { throw unterminatedSet(here) }
            if other.plain == "]" {
                items += [lower, .range(45, 45)]
                break
            }
            items.append(try range(token, lower, other, try setItem(other)))
        }
        return .set(negated: negated, items)
    }

    private mutating func setItem(_ token: PatternToken) throws(Failure) -> PatternSetItem {
        guard token.escaped != nil else { return .range(token.first.value, token.first.value) }
        switch try setEscape(token) {
        case .literal(let value): return .range(value, value)
        case .category(let category): return .category(category)
        // A set knows neither anchors nor references: `setEscape` refuses them.
        case .at, .backReference: throw scanner.failure("bad escape \(token.text)", back: 2)
        }
    }

    private func range(
        _ token: PatternToken, _ lower: PatternSetItem, _ other: PatternToken, _ upper: PatternSetItem
    ) throws(Failure) -> PatternSetItem {
        if case .range(let low, _) = lower, case .range(let high, _) = upper, low <= high { return .range(low, high) }
        throw scanner.failure("bad character range \(token.text)-\(other.text)", back: token.length + 1 + other.length)
    }

    private func unterminatedSet(_ here: Int) -> Failure {
        scanner.failure("unterminated character set", back: scanner.position - here)
    }
}
