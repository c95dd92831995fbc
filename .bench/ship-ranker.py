#!/usr/bin/env python3
"""Writes Sources/Ranking/Ranker/ShippedRanker.swift from a file of `repanda train`.

usage: ship-ranker.py FILE.ranker SEED      (the seed that it was learned with)
"""
import json, pathlib, sys

text = open(sys.argv[1], encoding="utf-8").read().strip()
source = json.loads(text)["source"]
assert '"""' not in text and len(text) <= 100_000, f"{len(text)} bytes"
out = pathlib.Path(__file__).resolve().parents[1] / "Sources/Ranking/Ranker/ShippedRanker.swift"
out.write_text(f'''/// The weights of the built-in translator, {len(text):,} bytes: what `repanda train --seed {int(sys.argv[2])}` gives on {source}.
/// Written by .bench/ship-ranker.py.
let shippedRanker: StaticString = #"""
    {text}
    """#
''', encoding="utf-8")
