import Diagnostics
import SQL
import SQLite
import Tables
import Values

/// What a database of ours says of the tables that were imported into it.
enum Imports {
    /// `RPND`, in the header of every database of ours (`pragma application_id`).
    private static let mark = 0x5250_4E44
    /// Raised whenever what is kept changes its form.
    private static let version = 1

    private static let creation = [
        """
        create table repanda_imports (id integer primary key, name text, path text, dialect text, bytes integer, inode integer, modified integer, \
        changed integer, hash integer, moment integer, row_count integer)
        """,
        """
        create table repanda_columns (import integer, position integer, label text, header text, type text, missing integer, reading text, \
        reading_number integer, reading_cell text, cells text, least integer, greatest integer, is_unique integer, primary key (import, position))
        """,
        "create table repanda_warnings (import integer, code text, message text)",
        "pragma application_id = \(mark)",
        "pragma user_version = \(version)",
    ]

    /// Whether the database is one of ours; false where it is empty.
    ///
    /// - Throws: `unusableDatabase` where it is somebody else's.
    static func isOurs(_ database: borrowing Database) throws(Failure) -> Bool {
        if try database.integer("select count(*) from sqlite_schema") == 0 { return false }
        guard try database.integer("pragma application_id") == mark else {
            throw Failure(
                .unusableDatabase, "the database was not made by repanda, and stays as it is",
                helps: ["name another file with '--database'; to query a table of this one, give it in place of the CSV file, with '--table'"])
        }
        guard try database.integer("pragma user_version") == version else {
            throw Failure(.unusableDatabase, "the database was made by another version of repanda", helps: ["delete it, and the tables are imported again"])
        }
        return true
    }

    static func create(in database: borrowing Database) throws(Failure) {
        for statement in creation { try database.execute(statement) }
    }
}

/// One imported table: where it came from, and as what it was read.
struct Import {
    var id: Int
    /// The table's name in the database.
    let name: String
    var stamp: FileStamp
    let hash: Int
    /// When the import began, in nanoseconds since 1970.
    let moment: Int
    let rowCount: Int
}

extension Imports {
    static func find(_ source: Source, in database: borrowing Database) throws(Failure) -> Import? {
        let rows = try database.rows(
            """
            select id, name, bytes, inode, modified, changed, hash, moment, row_count from repanda_imports \
            where path = ?1 and dialect = ?2 order by id desc limit 1
            """, [.text(Text(source.path)), .text(Text(source.dialect.rawValue))])
        guard let row = rows.first, let name = row[1].text?.string else { return nil }
        let numbers = row.map { $0.integer ?? 0 }
        return Import(
            id: numbers[0], name: name, stamp: FileStamp(bytes: numbers[2], inode: numbers[3], modified: numbers[4], changed: numbers[5]), hash: numbers[6],
            moment: numbers[7], rowCount: numbers[8])
    }

    /// Notes that the file has another stamp, and still the same content.
    static func restamp(_ found: Import, _ stamp: FileStamp, at moment: Int, in database: borrowing Database) throws(Failure) {
        try database.execute(
            "update repanda_imports set bytes = ?1, inode = ?2, modified = ?3, changed = ?4, moment = ?5 where id = ?6",
            [stamp.bytes, stamp.inode, stamp.modified, stamp.changed, moment, found.id].map(Datum.integer))
    }

    static func add(_ table: Import, _ source: Source, _ schema: Schema, _ facts: [ColumnFacts], _ warnings: [Diagnostic], to database: borrowing Database)
        throws(Failure)
    {
        let stamp = [table.stamp.bytes, table.stamp.inode, table.stamp.modified, table.stamp.changed].map(Datum.integer)
        try database.execute(
            "insert into repanda_imports values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
            [.integer(table.id), .text(Text(table.name)), .text(Text(source.path)), .text(Text(source.dialect.rawValue))] + stamp
                + [table.hash, table.moment, table.rowCount].map(Datum.integer))
        for (at, column) in schema.columns.enumerated() {
            try database.execute(
                "insert into repanda_columns values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
                [.integer(table.id), .integer(at)] + StoredColumn(schema: column, facts: facts[at]).data)
        }
        for warning in warnings {
            try database.execute(
                "insert into repanda_warnings values (?1, ?2, ?3)", [.integer(table.id), .text(Text(warning.code.number)), .text(Text(warning.message))])
        }
    }

    static func columns(of table: Import, in database: borrowing Database) throws(Failure) -> [StoredColumn] {
        let rows = try database.rows(
            """
            select label, header, type, missing, reading, reading_number, reading_cell, cells, least, greatest, is_unique \
            from repanda_columns where import = ?1 order by position
            """, [.integer(table.id)])
        let columns = rows.compactMap(StoredColumn.init)
        guard columns.count == rows.count else { throw Failure(.unusableDatabase, "what the database says of its columns cannot be read") }
        return columns
    }

    static func warnings(of table: Import, in database: borrowing Database) throws(Failure) -> [Diagnostic] {
        let rows = try database.rows("select code, message from repanda_warnings where import = ?1", [.integer(table.id)])
        return rows.compactMap { row in
            guard let code = row[0].text.flatMap({ Code(rawValue: $0.string) }), let message = row[1].text else { return nil }
            return .warning(code, message.string)
        }
    }

    /// Drops the tables of earlier imports, and what an older program may have left.
    static func dropAllBut(latestOf source: Source, in database: borrowing Database) throws(Failure) {
        let old = try database.rows(
            """
            select id, name from repanda_imports where path = ?1 and dialect = ?2 \
            and id < (select max(id) from repanda_imports where path = ?1 and dialect = ?2)
            """, [.text(Text(source.path)), .text(Text(source.dialect.rawValue))])
        for row in old {
            for table in ["repanda_columns", "repanda_warnings"] { try database.execute("delete from \(table) where import = ?1", [row[0]]) }
            try database.execute("delete from repanda_imports where id = ?1", [row[0]])
            if let name = row[1].text { try database.execute("drop table if exists \(SQLText.quote(name.string))") }
        }
    }
}
