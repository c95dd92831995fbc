import Diagnostics
import Kernels
import Values

extension Printer: ValueWriter {
    /// Python's `str(value)`.
    mutating func str(_ value: Value) throws(Failure) -> String {
        var out = TextBuilder(rows: 0)
        try write(str: value, to: &out)
        return out.finishText().string
    }

    /// Python's `repr(value)`.
    mutating func repr(_ value: Value) throws(Failure) -> String {
        var out = TextBuilder(rows: 0)
        try write(repr: value, to: &out)
        return out.finishText().string
    }

    /// What people read need not be in the order of some process of Python; what a query reads must.
    func items(of set: SetValue) throws(Failure) -> [Value] { options.isForPeople ? set.items : try set.itemsOfText() }

    /// What pandas and numpy print in lines, and what is no datum.
    mutating func write(other value: Value, style: TextStyle, to out: inout TextBuilder) throws(Failure) {
        switch value {
        case .iterator(let iterator): try write(iterator, to: &out)
        case .series(let series): out.append(try nested { (printer) throws(Failure) in try printer.seriesText(series) })
        case .frame(let frame): out.append(try nested { (printer) throws(Failure) in try printer.frameText(frame) })
        case .index(let index): out.append(try nested { (printer) throws(Failure) in try printer.indexRepr(index) })
        case .array(let array): out.append(try nested { (printer) throws(Failure) in try printer.arrayText(array, style: style) })
        case .groupBy: out.append("<pandas.core.groupby.generic.\(value.typeName) object>")
        case .accessor(let accessor): out.append(accessorRepr(accessor.kind))
        case .function: out.append("<function>")
        case .module(let module): out.append("<module '\(module.rawValue)'>")
        case .none, .bool, .int, .float, .text, .numpyBool, .numpyInt, .numpyFloat, .timestamp, .timedelta, .date, .time, .interval, .list, .tuple, .set,
            .dict, .range, .slice, .type, .dtype:
            try write(repr: value, to: &out)
        }
    }

    /// Views of a dict show their items; iterators only their type (Python adds an address that means nothing here).
    private mutating func write(_ iterator: IteratorValue, to out: inout TextBuilder) throws(Failure) {
        switch iterator.kind {
        case .keys, .values, .items: try write(iterator.take(), in: nil, "\(iterator.kind.rawValue)([", "])", to: &out)
        case .zip, .map, .filter, .enumerate, .generator, .reversed, .iterator: out.append("<\(iterator.kind.rawValue) object>")
        }
    }

    private func accessorRepr(_ kind: AccessorKind) -> String {
        switch kind {
        case .str: "<pandas.core.strings.accessor.StringMethods object>"
        case .dt: "<pandas.core.indexes.accessors.DatetimeProperties object>"
        case .loc, .iloc, .at, .iat: "<pandas.core.indexing.\(kind.typeName) object>"
        case .rolling, .expanding: "\(kind.typeName) []"
        case .match, .pattern: "<re.\(kind.typeName) object>"
        }
    }
}
