import Diagnostics

/// The parameters of one operation, as pandas or Python declares them.
///
/// Written in Python's own notation: `"by, axis=0, *, ascending=True"`; `*names` takes the rest of the positional
/// arguments, `**names` the rest of the keywords, `/` ends what is positional only. A `!` after a name marks what pandas takes
/// and this subset refuses unless it is left out: `"kind!='quicksort'"`.
public final class Signature: Sendable {
    public struct Parameter: Sendable {
        public enum Kind: Sendable { case positionalOnly, ordinary, keywordOnly, rest, keywordRest }
        public let name: String
        public let kind: Kind
        public let isRequired: Bool
        public let isSupported: Bool
        /// The default as pandas writes it, for the documentation.
        public let defaultText: String?
    }

    public let parameters: [Parameter]

    public init(_ text: String) {
        var parameters: [Parameter] = []
        var kind = Parameter.Kind.ordinary
        for part in Signature.split(text) {
            if part == "*" {
                kind = .keywordOnly
            } else if part == "/" {
                parameters = parameters.map { Parameter(name: $0.name, kind: .positionalOnly, isRequired: $0.isRequired, isSupported: $0.isSupported, defaultText: $0.defaultText) }
            } else if part.hasPrefix("**") {
                parameters.append(Parameter(name: String(part.dropFirst(2)), kind: .keywordRest, isRequired: false, isSupported: true, defaultText: nil))
            } else if part.hasPrefix("*") {
                parameters.append(Parameter(name: String(part.dropFirst()), kind: .rest, isRequired: false, isSupported: true, defaultText: nil))
                kind = .keywordOnly
            } else {
                parameters.append(Signature.parameter(part, kind))
            }
        }
        self.parameters = parameters
    }

    private static func split(_ text: String) -> [Substring] {
        var parts: [Substring] = []
        var start = text.startIndex
        var depth = 0
        for at in text.indices {
            switch text[at] {
            case "(", "[", "{": depth += 1
            case ")", "]", "}": depth -= 1
            case "," where depth == 0:
                parts.append(text[start..<at])
                start = text.index(after: at)
            default: break
            }
        }
        parts.append(text[start...])
        return parts.map { $0.drop { $0 == " " } }.filter { !$0.isEmpty }
    }

    private static func parameter(_ part: Substring, _ kind: Parameter.Kind) -> Parameter {
        let halves = part.split(separator: "=", maxSplits: 1)
        let marked = halves[0].hasSuffix("!")
        return Parameter(
            name: String(marked ? halves[0].dropLast() : halves[0]), kind: kind, isRequired: halves.count == 1 && !marked,
            isSupported: !marked, defaultText: halves.count == 2 ? String(halves[1]) : nil)
    }

    public func slot(named name: String) -> Int? { parameters.firstIndex { $0.name == name } }
}

/// Which slot of a signature every argument of a call goes to.
public struct Binding: Sendable {
    /// The slot of each positional argument, then of each keyword argument, in source order.
    public let slots: [Int]
}

extension Signature {
    /// Binds as Python does, or says what Python would say.
    ///
    /// - Throws: `wrongArguments` where Python raises `TypeError`, `unsupportedArgument` for a parameter outside the subset.
    public func bind(positional count: Int, keywords: [String], to operation: String) throws(Failure) -> Binding {
        var slots: [Int] = []
        slots.reserveCapacity(count + keywords.count)
        var taken = Array(repeating: false, count: parameters.count)
        try bindPositional(count, to: operation, &slots, &taken)
        for name in keywords { slots.append(try bindKeyword(name, to: operation, &taken)) }
        for (slot, parameter) in parameters.enumerated() {
            if parameter.isRequired && !taken[slot] {
                throw Failure(.wrongArguments, "\(operation)() missing 1 required argument: '\(parameter.name)'")
            }
            if taken[slot] && !parameter.isSupported {
                throw Failure(.unsupportedArgument, "'\(parameter.name)' of \(operation)() is not supported")
            }
        }
        return Binding(slots: slots)
    }

    private func bindPositional(_ count: Int, to operation: String, _ slots: inout [Int], _ taken: inout [Bool]) throws(Failure) {
        var next = 0
        for _ in 0..<count {
            guard next < parameters.count, parameters[next].kind != .keywordOnly, parameters[next].kind != .keywordRest else {
                throw Failure(.wrongArguments, "\(operation)() takes at most \(next) positional arguments but \(count) were given")
            }
            slots.append(next)
            taken[next] = true
            if parameters[next].kind != .rest { next += 1 }
        }
    }

    private func bindKeyword(_ name: String, to operation: String, _ taken: inout [Bool]) throws(Failure) -> Int {
        if let slot = parameters.firstIndex(where: { $0.name == name && ($0.kind == .ordinary || $0.kind == .keywordOnly) }) {
            guard !taken[slot] else { throw Failure(.wrongArguments, "\(operation)() got multiple values for argument '\(name)'") }
            taken[slot] = true
            return slot
        }
        if let rest = parameters.firstIndex(where: { $0.kind == .keywordRest }) {
            taken[rest] = true
            return rest
        }
        throw Failure(.wrongArguments, "\(operation)() got an unexpected keyword argument '\(name)'")
    }
}
