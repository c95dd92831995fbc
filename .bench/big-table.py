#!/usr/bin/env python3
"""One table of 10 million rows (1.1 GB of CSV), asked five questions by repanda, pandas, DuckDB and sqlite3: whole processes, in one run.

usage: big-table.py FOLDER [--repanda .build/release/repanda] [--rounds 3]

Needs pandas 2.2.3, duckdb and the sqlite3 shell. FOLDER (3 GB) keeps the table, so that a second run does not make it again.
Prints wall seconds, CPU seconds and peak memory (medians), and repanda's times as ratios of each other's.
"""
import argparse, os, statistics, subprocess, sys, time

QUERIES = {
    "filter and count": ("len(df[df['crowd'] > 50000])", ["crowd"], "select count(*) from {t} where crowd > 50000"),
    "group mean": ("df.groupby('home team')['crowd'].mean()", ["home team", "crowd"], 'select "home team", avg(crowd) from {t} group by 1 order by 1'),
    "idxmax": ("df['margin'].idxmax()", ["margin"], "select {row} from {t} where margin is not null order by margin desc limit 1"),
    "contains": ("df['note'].str.contains('extra').sum()", ["note"], "select count(*) from {t} where {contains}"),
    "nunique": ("df['venue'].nunique()", ["venue"], "select count(distinct venue) from {t}"),
}
MAKE = """
copy (select i as id, strftime(date '1990-01-01' + cast(i % 12000 as int), '%d %B %Y') as date, 'team ' || (hash(i) % 97) as "home team",
        'team ' || (hash(i + 1) % 97) as "away team", 'venue ' || (hash(i * 7) % 1009) || ' park' as venue, cast(hash(i * 3) % 100000 as int) as crowd,
        case when hash(i * 5) % 50 = 0 then null else (hash(i * 11) % 100000) / 1000.0 end as margin,
        'match report no. ' || hash(i * 13) || case when i % 2 = 0 then ', extra time' else '' end as note
      from range(10000000) t(i)) to 'games.csv' (header, delimiter ',')
"""


def timed(command):
    start = time.monotonic()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    if status: sys.exit(f"failed: {command}")
    return time.monotonic() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def python(code): return [sys.executable, "-c", code]


def importers(repanda):
    return {
        "repanda": ["sh", "-c", f"rm -f r.sqlite*; exec {repanda} query games.csv --database r.sqlite 'len(df)'"],
        "sqlite3 .import": ["sh", "-c", "rm -f s.sqlite; exec sqlite3 s.sqlite '.mode csv' '.import games.csv games'"],
        "duckdb": ["sh", "-c", f"rm -f d.duckdb; exec {sys.executable} -c \"import duckdb; duckdb.connect('d.duckdb').sql('create table games as select * from read_csv(\\'games.csv\\')')\""],
    }


def askers(repanda, name):
    query, columns, sql = QUERIES[name]
    pandas = f"import pandas as pd\ndf = pd.read_csv('games.csv', usecols={columns!r})\nprint({query})"
    duck = sql.format(t="games", row="rowid", contains="contains(note, 'extra')")
    direct = sql.format(t="(select *, row_number() over () - 1 as n from read_csv('games.csv'))" if "{row}" in sql else "read_csv('games.csv')", row="n", contains="contains(note, 'extra')")
    lite = sql.format(t="games", row="rowid - 1", contains="instr(note, 'extra') > 0").replace("margin is not null", "margin <> ''").replace("crowd >", "cast(crowd as integer) >").replace("by margin", "by cast(margin as real)")
    return {
        "repanda": [repanda, "query", "games.csv", "--database", "r.sqlite", query],
        "pandas, the CSV": python(pandas),
        "duckdb, its file": python(f"import duckdb\nprint(duckdb.connect('d.duckdb', read_only=True).sql({duck!r}).fetchall())"),
        "duckdb, the CSV": python(f"import duckdb\nprint(duckdb.sql({direct!r}).fetchall())"),
        "sqlite3 .import": ["sqlite3", "s.sqlite", lite],
    }


def table(title, commands, rounds):
    runs = {who: [] for who in commands}
    for _ in range(rounds):
        for who, command in commands.items(): runs[who].append(timed(command))
    ours = [run[0] for run in runs["repanda"]]
    print(f"\n{title}")
    for who, rows in runs.items():
        wall, cpu, memory = (statistics.median(row[at] for row in rows) for at in range(3))
        ratio = statistics.median(row[0] / our for row, our in zip(rows, ours))
        print(f"  {who:18} {wall:8.2f} s wall {cpu:8.2f} s CPU {memory:8.0f} MB   {ratio:6.2f} times repanda's", flush=True)


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("folder"); p.add_argument("--repanda", default=".build/release/repanda"); p.add_argument("--rounds", type=int, default=3)
    a = p.parse_args()
    repanda = os.path.abspath(a.repanda)
    os.makedirs(a.folder, exist_ok=True); os.chdir(a.folder)
    if not os.path.exists("games.csv"): subprocess.run(python(f"import duckdb\nduckdb.sql({MAKE!r})"), check=True)
    print(f"games.csv: {os.path.getsize('games.csv') / 1e9:.2f} GB, 10,000,000 rows, 8 columns; {os.cpu_count()} processors")
    table("import", importers(repanda), 1)
    for name in QUERIES: table(name + ": " + QUERIES[name][0], askers(repanda, name), a.rounds)


main()
