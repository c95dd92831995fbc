import Diagnostics
import Values

// Operations that change labels and the name.
extension Call where Receiver == Series {
    /// `name=None` is a name too, where it is given.
    private func label(_ given: Value?) -> Value {
        if let given { return given }
        return receiver.name.isMissing ? .int(0) : receiver.name
    }

    func toFrame() -> Value {
        .frame(Frame([receiver.column], index: receiver.index, columns: Index(Column(values: [label(arguments["name"])]))))
    }

    func resetIndex() throws(Failure) -> Value {
        let drops = try arguments.bool("drop", default: false)
        var keywords = arguments.passing("level")
        if drops {
            keywords.append(("drop", .bool(true)))
            guard case .frame(let frame) = try interpreter.invoke("reset_index", on: .frame(oneColumn), keywords: keywords) else {
                throw Failure(.internalFault, "'reset_index' gives a frame")
            }
            return .series(receiver.with(frame.column(0), index: frame.index))
        }
        if try arguments.bool("inplace", default: false) {
            throw Failure(.typeError, "Cannot reset_index inplace on a Series to create a DataFrame")
        }
        let frame = Frame([receiver.column], index: receiver.index, columns: Index(Column(values: [label(arguments["name"])])))
        return try interpreter.invoke("reset_index", on: .frame(frame), keywords: keywords)
    }

    func reindex() throws(Failure) -> Value {
        guard let labels = arguments.given("index") else { return .series(receiver.copied) }
        var keywords: [(String, Value)] = [("index", labels)]
        if let fill = arguments.given("fill_value") { keywords.append(("fill_value", fill)) }
        guard case .frame(let frame) = try interpreter.invoke("reindex", on: .frame(oneColumn), keywords: keywords) else {
            throw Failure(.internalFault, "'reindex' gives a frame")
        }
        return .series(receiver.with(frame.column(0), index: frame.index))
    }

    /// A scalar renames the Series; a dict or a function renames its labels.
    func rename() throws(Failure) -> Value {
        guard let value = arguments["index"] else { return .series(receiver.renamed(.none)) }
        switch value {
        case .dict, .function, .series, .type:
            let strict = try arguments.word("errors", default: "ignore") == "raise"
            let index = try interpreter.renamed(receiver.index, by: value, strict: strict)
            return .series(receiver.with(receiver.column, index: index))
        default:
            guard value.isHashable else { throw Failure(.typeError, "Series.name must be a hashable type") }
            return .series(receiver.renamed(value))
        }
    }

    func renameAxis() throws(Failure) -> Value {
        let index = try interpreter.named(receiver.index, arguments["index"] ?? arguments["mapper"] ?? .none)
        return .series(receiver.with(receiver.column, index: index))
    }

    func setAxis() throws(Failure) -> Value {
        let labels = try interpreter.index(of: arguments.require("labels"))
        guard labels.count == receiver.count else {
            throw Failure(.valueError, "Length mismatch: Expected axis has \(receiver.count) elements, new values have \(labels.count) elements")
        }
        return .series(receiver.with(receiver.column, index: labels))
    }

    func drop() throws(Failure) -> Value {
        guard let labels = arguments.given("labels") ?? arguments.given("index") else {
            guard arguments.given("columns") != nil else {
                throw Failure(.valueError, "Need to specify at least one of 'labels', 'index' or 'columns'")
            }
            return .series(receiver.copied)
        }
        let strict = try arguments.word("errors", default: "raise") != "ignore"
        let rows = try interpreter.positions(in: receiver.index, without: interpreter.labels(labels), strict: strict)
        return .series(receiver.gather(rows))
    }
}

extension Series {
    func with(_ column: Column, index: Index) -> Series { Series(column, index: index, name: name) }
}
