#!/usr/bin/env python3
"""Whether the decoders of vLLM read exported grammars as we do: GBNF by xgrammar, Lark by llguidance, of each table the same queries.

usage: decoders.py QUERIES.jsonl TABLES [--dialect tabfact] [--tables-checked 40] [--repanda .build/release/repanda]

QUERIES.jsonl has an object with "table" and "query" on each line. Needs `pip install llguidance xgrammar`, of which the second brings torch.
40 tables of queries that language models wrote for TabFact's validation split, llguidance 1.9.1 and xgrammar 0.2.8: 468 of 1,159 queries
are in the grammars of their tables by both, and none by one only.
"""
import argparse, json, os, random, subprocess, sys
import llguidance, xgrammar
from xgrammar.testing import _is_grammar_accept_string as xgrammar_accepts


def exported(options, table, notation):
    command = [options.repanda, "grammar", "--format", notation, "--dialect", options.dialect, "--table", os.path.join(options.tables, table)]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout


def by_llguidance(grammar, queries):
    """Byte by byte, since a model's tokens may end anywhere; "grammar" is what vLLM calls it, and llguidance finds that it is Lark's."""
    matcher = llguidance.LLMatcher(llguidance.LLTokenizer("byte"), llguidance.grammar_from("grammar", grammar), log_level=0)
    if matcher.get_error(): sys.exit(matcher.get_error())
    for query in queries:
        one, tokens = matcher.deep_copy(), list(query.encode())
        yield one.validate_tokens(tokens) == len(tokens) and one.consume_tokens(tokens) and one.is_accepting()


def by_xgrammar(grammar, queries):
    grammar = xgrammar.Grammar.from_ebnf(grammar, root_rule_name="root")
    return (bool(xgrammar_accepts(grammar, query)) for query in queries)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("queries"); parser.add_argument("tables"); parser.add_argument("--dialect", default="tabfact")
    parser.add_argument("--tables-checked", type=int, default=40); parser.add_argument("--repanda", default=".build/release/repanda")
    options = parser.parse_args()
    written = {}
    for record in map(json.loads, open(options.queries)): written.setdefault(record["table"], []).append(record["query"])
    both = none = differ = 0
    for table in random.Random(1).sample(sorted(written), min(options.tables_checked, len(written))):
        queries = written[table]
        for query, lark, gbnf in zip(queries, by_llguidance(exported(options, table, "lark"), queries), by_xgrammar(exported(options, table, "gbnf"), queries)):
            if lark != gbnf: print(f"{table}: llguidance {lark}, xgrammar {gbnf}: {query}")
            both, none, differ = both + (lark and gbnf), none + (not lark and not gbnf), differ + (lark != gbnf)
    print(f"{both} queries are in the grammars of their tables by both, {none} by neither, {differ} by one")
    sys.exit(differ > 0)


main()
