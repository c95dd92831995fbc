import SQL
import SQLite
import Tables
import Values

/// What is known of one stored column: how it was read, and what its cells are.
struct StoredColumn {
    let schema: ColumnSchema
    let facts: ColumnFacts
}

extension StoredColumn {
    /// As cells of a row: label, header, type, missing, reading (word, number, cell), cells, least, greatest, unique.
    var data: [Datum] {
        let reading = schema.reading.stored
        return [
            .text(schema.name), .text(schema.header), .text(Text(schema.type.rawValue)), .integer(schema.missing), .text(Text(reading.word)),
            reading.number.map(Datum.integer) ?? .null, reading.cell.map(Datum.text) ?? .null, .text(Text(facts.cells.rawValue)),
            facts.bounds.map { .integer($0.lowerBound) } ?? .null, facts.bounds.map { .integer($0.upperBound) } ?? .null,
            .integer(facts.isUnique ? 1 : 0),
        ]
    }

    init?(_ row: [Datum]) {
        guard row.count == 11, let label = row[0].text, let header = row[1].text, let type = row[2].text.flatMap({ DType(rawValue: $0.string) }),
            let missing = row[3].integer, let word = row[4].text?.string, let reading = Reading(word, number: row[5].integer, cell: row[6].text),
            let cells = row[7].text.flatMap({ ColumnFacts.Cells(rawValue: $0.string) })
        else { return nil }
        let least = row[8].integer
        let bounds = row[9].integer.flatMap { greatest in least.flatMap { $0 <= greatest ? $0...greatest : nil } }
        schema = ColumnSchema(name: label, header: header, type: type, missing: missing, reading: reading)
        facts = ColumnFacts(cells: cells, hasMissing: missing > 0, bounds: bounds, isUnique: row[10].integer == 1)
    }
}

extension Reading {
    /// A word, and the payload.
    fileprivate var stored: (word: String, number: Int?, cell: Text?) {
        switch self {
        case .noRows: ("noRows", nil, nil)
        case .allMissing: ("allMissing", nil, nil)
        case .integers(let gaps): ("integers", gaps, nil)
        case .numbers(let gaps): ("numbers", gaps, nil)
        case .truths(let gaps): ("truths", gaps, nil)
        case .words(let row, let cell): ("words", row, cell)
        case .hugeInteger(let row, let cell): ("hugeInteger", row, cell)
        case .blocks(let rows): ("blocks", rows, nil)
        case .stored(let types): ("stored", nil, Text(types))
        }
    }

    fileprivate init?(_ word: String, number: Int?, cell: Text?) {
        switch (word, number, cell) {
        case ("noRows", _, _): self = .noRows
        case ("allMissing", _, _): self = .allMissing
        case ("integers", let gaps?, _): self = .integers(gaps: gaps)
        case ("numbers", let gaps?, _): self = .numbers(gaps: gaps)
        case ("truths", let gaps?, _): self = .truths(gaps: gaps)
        case ("words", let row?, let cell?): self = .words(row: row, cell: cell)
        case ("hugeInteger", let row?, let cell?): self = .hugeInteger(row: row, cell: cell)
        case ("blocks", let rows?, _): self = .blocks(rows: rows)
        case ("stored", _, let types?): self = .stored(types.string)
        default: return nil
        }
    }
}
