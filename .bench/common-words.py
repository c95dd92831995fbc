#!/usr/bin/env python3
"""Writes Sources/Linking/Words/CommonWords.swift: the words that claims about eight tables or more use.

usage: common-words.py CLAIMS.jsonl     (records with "statement" and "table", as `repanda train` takes them)
"""
import collections, json, pathlib, re, sys, textwrap

WORD = re.compile(r"[^\W\d_][^\W_]*")
tables = collections.defaultdict(set)
for line in open(sys.argv[1], encoding="utf-8"):
    record = json.loads(line)
    for word in set(WORD.findall(record["statement"].lower())):
        tables[word].add(record["table"])
words = sorted(word for word, where in tables.items() if len(where) >= 8)
lines = textwrap.wrap(" ".join(words), 150, break_long_words=False, break_on_hyphens=False)
out = pathlib.Path(__file__).resolve().parents[1] / "Sources/Linking/Words/CommonWords.swift"
body = " \\\n        ".join(lines)
out.write_text(f'''/// Words that claims about many tables use: they are no names of things that a table lacks.
///
/// Written by .bench/common-words.py from TabFact's training claims (MIT, data CC BY 4.0): {len(words)} words that stand in claims about eight tables or more.
enum CommonWords {{
    static func contains(_ word: String) -> Bool {{ words.contains(word) }}

    private static let words = Set(list.split(separator: " ").map(String.init))

    private static let list = """
        {body}
        """
}}
''', encoding="utf-8")
