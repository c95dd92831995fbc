import Diagnostics
import Foundation
import RePanda
import SQLite
import Testing

/// Tables of databases that are not ours.
@Suite struct DatabaseFileTests {
    private let folder: Folder

    init() throws { folder = try Folder() }

    private static let games = [
        "create table games (id integer primary key, name text collate nocase, crowd int, share real, note text)",
        "insert into games values (3, 'MCG', 10, 1.5, null), (7, 'mcg', 20, 2, '5'), (9, 'scg', null, null, 'é')",
    ]

    /// Each query gives the same on both engines.
    @Test(arguments: [
        ("len(df)", "3"),
        ("df['id'].tolist()", #"{"list": [3, 7, 9]}"#),
        ("df.index.tolist()", #"{"list": [0, 1, 2]}"#),
        ("df[df['name'] == 'mcg'].index.tolist()", #"{"list": [1]}"#),
        ("df['name'].nunique()", "3"),
        ("df.loc[df['crowd'].idxmax(), 'name']", #""mcg""#),
        ("df['crowd'].tolist()", #"{"list": [{"float": 10.0}, {"float": 20.0}, {"float": "nan"}]}"#),
        ("df['share'].sum()", #"{"float": 3.5}"#),
        ("(df['note'] == 5).any()", "false"),
        ("df['note'].isna().sum()", "1"),
        ("df['note'].str.upper().iloc[2]", #""É""#),
        ("df['name'].sort_values().tolist()", #"{"list": ["MCG", "mcg", "scg"]}"#),
    ]) func asReadFromText(query: String, expected: String) throws {
        let table = try DatabaseFile(path: folder.database("games.sqlite", Self.games)).table("games")
        #expect(try value(query, table) == expected)
        #expect(try value(query, table, .memory) == expected)
    }

    /// Rows are numbered in the order of `select *`, whatever the table calls its own rows.
    @Test(arguments: [
        ["create table t (a)", "insert into t values (5), (6), (7)", "delete from t where a = 6"],
        ["create table t (a primary key) without rowid", "insert into t values (7), (5)"],
        ["create table t (a, rowid, oid, _rowid_)", "insert into t values (5, 9, 9, 9), (7, 1, 1, 1)"],
        ["create table u (a)", "insert into u values (7), (5)", "create view t as select a from u order by a"],
        ["create table t (a)", "insert into t (rowid, a) values (-9223372036854775808, 5), (9223372036854775807, 7)"],
        ["create table t (a integer generated always as (b + 5), b)", "insert into t values (0), (2)"],
    ]) func rowsAreNumbered(statements: [String]) throws {
        let table = try DatabaseFile(path: folder.database("t.sqlite", statements)).table("T")
        #expect(try value("df['a'].tolist()", table) == #"{"list": [5, 7]}"#)
        #expect(try value("df['a'].index.tolist()", table) == #"{"list": [0, 1]}"#)
        #expect(try value("df['a'].iloc[-1]", table) == "7")
    }

    /// Columns that hold values of several types.
    @Test func columnsOfSeveralTypes() throws {
        let path = try folder.database("t.sqlite", ["create table t (a, b, c, d)", "insert into t values (1, x'01', 1, null), ('x', x'00', 2.5, null)"])
        let table = try DatabaseFile(path: path).table("t")
        #expect(table.schema.columns.map(\.type) == [.object, .object, .float64, .float64])
        #expect(code { try value("df['a'].tolist()", table) } == .typeNotLowered)
        #expect(code { try value("len(df['b'])", table, .memory) } == .unsupportedColumn)
        #expect(try value("df['c'].sum()", table) == #"{"float": 3.5}"#)
        #expect(try value("df['d'].isna().all()", table) == "true")
    }

    @Test func textThatIsNotUTF8IsRefused() throws {
        let path = try folder.database("t.sqlite", ["create table t (a)", "insert into t values (cast(x'61ff62' as text)), ('b')"])
        let table = try DatabaseFile(path: path).table("t")
        for query in ["df['a'].tolist()", "df['a'].str.upper().tolist()"] {
            #expect(code { try value(query, table) } == .tableEncoding, "\(query)")
        }
        #expect(try value("len(df)", table) == "2")
    }

    @Test func unknownTables() throws {
        let path = try folder.database("games.sqlite", Self.games)
        #expect(code { try DatabaseFile(path: path).table("gamez") } == .unknownTable)
        #expect(code { try DatabaseFile(path: path).table(nil) } == .unknownTable)
        #expect(code { try DatabaseFile(path: "/nowhere/x.sqlite").table("t") } == .unreadableFile)
    }

    /// A view that never ends meets a limit.
    @Test func endlessViews() throws {
        let path = try folder.database("t.sqlite", ["create view t as with recursive r(n) as (select 1 union all select n + 1 from r) select n from r"])
        #expect(code { try DatabaseFile(path: path, steps: 10_000).table("t") } == .stepLimit)
    }

    /// Damaged databases are read or refused; nothing traps. The seed is fixed.
    @Test func damagedFiles() throws {
        let whole = try Data(contentsOf: URL(fileURLWithPath: folder.database("whole.sqlite", Self.games + ["create index i on games (name)"])))
        var dice = Dice(seed: 7)
        for _ in 0..<400 {
            var damaged = whole
            for _ in 0...dice.roll(8) { damaged[dice.roll(damaged.count)] = UInt8(dice.roll(256)) }
            if dice.chance(1, in: 4) { damaged = damaged.prefix(dice.roll(damaged.count)) }
            try damaged.write(to: URL(fileURLWithPath: folder.file("damaged.sqlite")))
            for engine in [Engine.sqlite, .memory] {
                let code = code { try value("df.sort_values('name')", try DatabaseFile(path: folder.file("damaged.sqlite")).table("games"), engine) }
                #expect(code != .internalFault)
            }
        }
    }

    private func code(_ body: () throws -> some Any) -> Code? {
        do {
            _ = try body()
            return nil
        } catch let failure as Failure {
            return failure.code
        } catch let diagnostic as Diagnostic {
            return diagnostic.code
        } catch let refusal as Refusal {
            return refusal.first.code
        } catch {
            return .internalFault
        }
    }
}
