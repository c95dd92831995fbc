#!/usr/bin/env python3
"""Write the expected prompts of the template tuned-1 into Fixtures/tuned-1.jsonl: pandas reads the table, Python writes the CSV.

usage: record.py [--check]      (needs pandas 2.2.3; --check writes nothing and fails where something would change)

A case is one line of JSON. By hand: "case", "dialect", the table as "text" or as "header" with "rows", [[row, times]], "kind" (claim or
question), "sentence", "caption". Recorded: "user", the text of the user's turn.

The form, as the model was trained with it: the caption with a line break (left out where there is none, and for questions); `dtypes: {…}`
with Python's repr of each name; the table as CSV (header, rows, minimal quoting, missing cells empty, line breaks of one LF), cut after the
first row that passes 2,400 characters, then `... (N more rows)` where rows are left; an empty line; the sentence.
"""
import csv, io, json, pathlib, sys, warnings

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "Recording"))
from canonical import pd, require_pandas

HERE = pathlib.Path(__file__).resolve().parent
READING = {
    "csv": {},
    "tabfact": {"delimiter": "#", "quoting": csv.QUOTE_NONE, "encoding": "utf-8", "on_bad_lines": "skip"},
    "wtq": {"escapechar": "\\"},
}
BY_HAND = ("case", "dialect", "text", "header", "rows", "kind", "sentence", "caption")


def content(case):
    if "text" in case: return case["text"]
    return "\n".join([case["header"]] + [row for row, times in case["rows"] for _ in range(times)]) + "\n"


def line(cells):
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow(cells)
    return out.getvalue()


def table(df):
    text = line(df.columns)
    left = len(df)
    for row in df.itertuples(index=False, name=None):
        text += line(["" if pd.isna(cell) else cell for cell in row])
        left -= 1
        if len(text) > 2400: break
    return text + (f"... ({left} more rows)\n" if left else "")


def user(case):
    df = pd.read_csv(io.BytesIO(content(case).encode()), **READING[case["dialect"]])
    caption = f"Caption: {case['caption']}\n" if case.get("caption") and case["kind"] == "claim" else ""
    dtypes = ", ".join(f"{name!r}: {dtype}" for name, dtype in df.dtypes.items())
    word = {"claim": "Claim", "question": "Question"}[case["kind"]]
    return f"{caption}dtypes: {{{dtypes}}}\n{table(df)}\n{word}: {case['sentence']}"


def recorded(text):
    case = json.loads(text)
    return json.dumps({**{key: case[key] for key in BY_HAND if key in case}, "user": user(case)}, ensure_ascii=False) + "\n"


def main():
    require_pandas()
    warnings.simplefilter("ignore")
    path = HERE / "Fixtures" / "tuned-1.jsonl"
    old = path.read_text(encoding="utf-8")
    new = "".join(recorded(text) for text in old.split("\n") if text)
    if new == old: return
    print(f"{path.name} changes")
    if "--check" in sys.argv: sys.exit(1)
    path.write_text(new, encoding="utf-8")


main()
