import Catalog
import Diagnostics
import Values

/// The arguments of one call, each in the slot of its parameter.
struct Arguments {
    let operation: String
    let signature: Signature
    /// nil where the argument was not given. A rest parameter holds a `.tuple`, a keyword rest a `.dict`.
    var slots: [Value?]

    /// The argument as given, or nil.
    subscript(_ name: StaticString) -> Value? {
        name.withUTF8Buffer { wanted in
            for (slot, parameter) in signature.parameters.enumerated() where parameter.name.utf8.elementsEqual(wanted) {
                return slots[slot]
            }
            return nil
        }
    }

    /// The argument, or nil where it was not given or given as None.
    func given(_ name: StaticString) -> Value? {
        guard let value = self[name] else { return nil }
        if case .none = value { return nil }
        return value
    }

    func require(_ name: StaticString) throws(Failure) -> Value {
        guard let value = self[name] else {
            throw Failure(.wrongArguments, "\(operation)() missing 1 required argument: '\(name)'")
        }
        return value
    }

    /// A flag; numpy's bools and integers count, as they do where pandas tests truth.
    func bool(_ name: StaticString, default standard: Bool) throws(Failure) -> Bool {
        guard let value = self[name] else { return standard }
        guard let flag = value.integer else {
            if case .none = value { return false }
            throw Failure(.valueError, "for argument '\(name)' expected type bool, received type \(value.typeName)")
        }
        return flag != 0
    }

    func int(_ name: StaticString, default standard: Int) throws(Failure) -> Int {
        guard let value = self[name] else { return standard }
        guard let number = value.integer else {
            throw Failure(.typeError, "'\(name)' of \(operation)() must be an integer, not \(value.typeName)")
        }
        return number
    }

    func double(_ name: StaticString, default standard: Double) throws(Failure) -> Double {
        guard let value = self[name] else { return standard }
        guard let number = value.number else {
            throw Failure(.typeError, "'\(name)' of \(operation)() must be a number, not \(value.typeName)")
        }
        return number
    }

    func text(_ name: StaticString) throws(Failure) -> Text {
        let value = try require(name)
        guard case .text(let text) = value else {
            throw Failure(.typeError, "'\(name)' of \(operation)() must be str, not \(value.typeName)")
        }
        return text
    }

    /// A word of a closed list, such as `keep='first'`.
    func word(_ name: StaticString, default standard: String) throws(Failure) -> String {
        guard let value = self[name] else { return standard }
        guard case .text(let text) = value else {
            throw Failure(.valueError, "'\(name)' of \(operation)() must be a string, not \(value.typeName)")
        }
        return text.string
    }

    /// 0 for rows, 1 for columns; pandas' words count.
    func axis(default standard: Int = 0) throws(Failure) -> Int {
        guard let value = given("axis") else { return standard }
        switch value {
        case .text(let text) where text == "index" || text == "rows": return 0
        case .text(let text) where text == "columns": return 1
        default: break
        }
        guard let axis = value.integer, axis == 0 || axis == 1 else {
            throw Failure(.valueError, "no axis named \(Interpreter.brief(value)) for object")
        }
        return axis
    }

    /// The values of a rest parameter.
    func rest(_ name: StaticString) -> [Value] {
        if case .tuple(let tuple)? = self[name] { tuple.items } else { [] }
    }

    /// The pairs of a keyword rest parameter.
    func keywordRest(_ name: StaticString) -> [(String, Value)] {
        guard case .dict(let dict)? = self[name] else { return [] }
        return zip(dict.keys, dict.values).map { (($0.text?.string) ?? "", $1) }
    }
}
