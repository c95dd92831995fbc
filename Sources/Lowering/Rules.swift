import Catalog
import Diagnostics
import SQL
import Values

let indexRules = Rules<IndexOperation, ItemsTerm>([
    Rule(.tolist) { _, items, _ in
        var out = items
        out.kind = .list
        return .items(out)
    },
    Rule(.values) { _, items, _ in
        var out = items
        out.kind = .array
        return .items(out)
    },
    Rule(.size) { _, items, _ in .cell(items.relation.size) },
])
let arrayRules = Rules<ArrayOperation, ItemsTerm>([
    Rule(.tolist) { _, items, _ in
        var out = items
        out.kind = .list
        return .items(out)
    },
    Rule(.size) { _, items, _ in .cell(items.relation.size) },
    Rule(.shape) { _, items, _ in .display(.tuple, [.cell(items.relation.size)]) },
    Rule(.all) { lowerer, items, arguments in .cell(try lowerer.quantified(items.asSeries, arguments, isAny: false)) },
    Rule(.any) { lowerer, items, arguments in .cell(try lowerer.quantified(items.asSeries, arguments, isAny: true)) },
])
let listRules = Rules<ListOperation, ItemsTerm>([])
let numberRules = Rules<NumberOperation, Cell>([])

extension ItemsTerm {
    var asSeries: SeriesTerm { SeriesTerm(relation: relation, cell: cell, name: name) }
}
