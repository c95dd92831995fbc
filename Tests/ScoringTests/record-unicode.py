#!/usr/bin/env python3
"""Writes Sources/Kernels/Unicode/Decompositions.swift: the full compatibility decompositions (NFKD) of Python's unicodedata.

Lines `FIRST-LAST TARGET` stand for a run of code points that decompose to a run of single ones, `FIRST TARGET TARGET …` for one alone.
Hangul syllables are left out: they are decomposed by arithmetic (The Unicode Standard, section 3.12).
"""
import pathlib, sys, unicodedata

singles = {}
for code in range(0x110000):
    if 0xAC00 <= code <= 0xD7A3 or 0xD800 <= code <= 0xDFFF: continue
    text = unicodedata.normalize("NFKD", chr(code))
    if text != chr(code): singles[code] = [ord(c) for c in text]
lines, codes, at = [], sorted(singles), 0
while at < len(codes):
    first = last = codes[at]
    target = singles[first]
    while len(target) == 1 and at + 1 < len(codes) and codes[at + 1] == last + 1 and singles[last + 1] == [target[0] + last + 1 - first]:
        last += 1; at += 1
    head = f"{first:X}" if first == last else f"{first:X}-{last:X}"
    lines.append(head + " " + " ".join(f"{t:X}" for t in target)); at += 1
assert unicodedata.unidata_version.startswith("14."), unicodedata.unidata_version
out = pathlib.Path(__file__).resolve().parents[2] / "Sources/Kernels/Unicode/Decompositions.swift"
rows, row = [], ""
for line in lines:
    if len(row) + len(line) + 1 > 150: rows.append(row); row = ""
    row += (";" if row else "") + line
rows.append(row)
out.write_text("""/// Full compatibility decompositions of Unicode 14, which CPython 3.11 knows; written by Tests/ScoringTests/record-unicode.py from Python's
/// `unicodedata` (Unicode Character Database, Unicode License v3).
let decompositionTable: StaticString = \"\"\"
""" + "".join("    " + r + ";\\\n" for r in rows[:-1]) + "    " + rows[-1] + "\n    \"\"\"\n")
print(len(lines), "lines,", out.stat().st_size, "bytes")
