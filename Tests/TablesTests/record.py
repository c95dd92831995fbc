#!/usr/bin/env python3
"""Write the expected values into Fixtures/*.jsonl: what real pandas reads from each text.

usage: record.py [--check]      (needs pandas 2.2.3; --check writes nothing and fails where something would change)

A case is one line of JSON. By hand: "case", "dialect", and the bytes as "text", as "hex" where they are no UTF-8, or as
"blocks", a table of equal columns that is long enough for pandas to read it in blocks: {"columns": 5000, "rows": [[cell, times]]}.
"refuses" is a code of ours, for a table that pandas reads and we do not.
Recorded: "frame", or "error" and "message"; of a table in blocks "dtype" and "runs" of its first column.
"""
import csv, io, itertools, json, pathlib, sys, warnings

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "Recording"))
from canonical import canonical, pd, require_pandas

INVISIBLE = "\ufeff\u2028\u0085"
HERE = pathlib.Path(__file__).resolve().parent
DIALECTS = {
    "csv": {},
    "tabfact": {"delimiter": "#", "quoting": csv.QUOTE_NONE, "encoding": "utf-8", "on_bad_lines": "skip"},
    "wtq": {"escapechar": "\\"},
}


def content(case):
    if "hex" in case: return bytes.fromhex(case["hex"])
    if "text" in case: return case["text"].encode()
    width = case["blocks"]["columns"]
    rows = [f"c{at}" for at in range(width)], *([cell] * width for cell, times in case["blocks"]["rows"] for _ in range(times))
    return "\n".join((DIALECTS[case["dialect"]].get("delimiter", ",")).join(row) for row in rows).encode()


def expected(case):
    try: table = pd.read_csv(io.BytesIO(content(case)), **DIALECTS[case["dialect"]])
    except Exception as error: return {"error": type(error).__name__, "message": str(error).strip()}
    if "refuses" in case: return {}
    if "blocks" not in case: return {"frame": canonical(table)}
    column = table.iloc[:, 0]
    cells = itertools.groupby(json.dumps(canonical(cell)) for cell in column)
    return {"dtype": str(column.dtype), "runs": [[json.loads(cell), len(list(run))] for cell, run in cells]}


def recorded(line):
    case = json.loads(line)
    by_hand = {key: case[key] for key in ("case", "dialect", "text", "hex", "blocks", "refuses") if key in case}
    line = json.dumps({**by_hand, **expected(case)}, ensure_ascii=False)
    return "".join(f"\\u{ord(sign):04x}" if sign in INVISIBLE else sign for sign in line) + "\n"


def main():
    require_pandas()
    warnings.simplefilter("ignore")
    changed = False
    for path in sorted(HERE.glob("Fixtures/*.jsonl")):
        old = path.read_text(encoding="utf-8")
        new = "".join(recorded(line) for line in old.split("\n") if line)
        if new == old: continue
        changed = True
        print(f"{path.name} changes")
        if "--check" not in sys.argv: path.write_text(new, encoding="utf-8")
    if changed and "--check" in sys.argv: sys.exit(1)


if __name__ == "__main__":
    main()
