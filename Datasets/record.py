#!/usr/bin/env python3
"""Write what real pandas makes of every query in this folder: `pandas_eval`, as 'True' or 'False'.

Needs pandas 2.2.3 (python3 -m venv .venv && .venv/bin/pip install pandas==2.2.3).

usage: record.py           run every query and write its verdict beside it
       record.py --check   run every query and compare; ends with status 1 where a verdict differs

The files are */*.jsonl, one PanTabFact record a line, and claims/*.json, one claim each with its table in a file. A
query is Python over `df`; its last line is an expression, and the verdict is `str(bool(eval(expression)))`. A claim
whose query pandas refuses has no `pandas_eval`.
"""
import argparse, ast, csv, io, json, os, sys, warnings
from pathlib import Path

warnings.filterwarnings("ignore")
import numpy as np
import pandas as pd

PANDAS = "2.2.3"
HERE = Path(__file__).resolve().parent

# How each dialect's tables are read; PanTabFact's own text is TabFact's.
READERS = {
    "tabfact": dict(delimiter="#", quoting=csv.QUOTE_NONE, on_bad_lines="skip"),
    "wtq": dict(escapechar="\\"),
    "csv": dict(),
}


def table(record, folder):
    if "table_text" in record: return pd.read_csv(io.StringIO(record["table_text"]), **READERS[record.get("dialect", "tabfact")])
    return pd.read_csv(folder / record["table"], **READERS[record.get("dialect", "csv")])


def verdict(record, folder):
    """'True' or 'False', or None where pandas raises."""
    *head, last = ast.parse(record.get("pandas_code") or record["query"]).body
    scope = {"df": table(record, folder), "pd": pd, "np": np}
    try:
        exec(compile(ast.Module(head, []), "query", "exec"), scope)
        return str(bool(eval(compile(ast.Expression(last.value), "query", "eval"), scope)))
    except Exception as error:
        print(f"{record['id']}: {type(error).__name__}: {error}", file=sys.stderr)
        return None


def recorded(record, folder):
    """The record with its verdict as the last key."""
    answer = verdict(record, folder)
    rest = {key: value for key, value in record.items() if key != "pandas_eval"}
    return rest if answer is None else {**rest, "pandas_eval": answer}


def lines(path):
    records = [recorded(json.loads(line), path.parent) for line in path.read_text(encoding="utf-8").splitlines()]
    return records, "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)


def single(path):
    record = recorded(json.loads(path.read_text(encoding="utf-8")), path.parent)
    return [record], json.dumps(record, ensure_ascii=False, indent=2) + "\n"


def summary(path, records):
    agree = sum(record.get("pandas_eval") == str(bool(record["label"])) for record in records)
    tables = len({record.get("table_text") or record["table"] for record in records})
    true = sum(bool(record["label"]) for record in records)
    print(f"{path.relative_to(HERE)}: {len(records)} claims over {tables} tables, {true} labelled 1; {agree} verdicts agree with the label")


def write(path, text):
    # A run that is interrupted leaves the old file whole.
    new = path.with_suffix(".new")
    new.write_text(text, encoding="utf-8")
    os.replace(new, path)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="compare and write nothing")
    check = parser.parse_args().check
    if pd.__version__ != PANDAS: sys.exit(f"the recorded verdicts are those of pandas {PANDAS}; this is {pd.__version__}")
    stale = []
    for path in sorted(HERE.glob("*/*.jsonl")) + sorted(HERE.glob("claims/*.json")):
        records, text = (lines if path.suffix == ".jsonl" else single)(path)
        if path.suffix == ".jsonl": summary(path, records)
        if text == path.read_text(encoding="utf-8"): continue
        if check: stale.append(str(path.relative_to(HERE)))
        else: write(path, text)
    if stale: sys.exit("differs from what pandas answers: " + ", ".join(stale))


if __name__ == "__main__":
    main()
