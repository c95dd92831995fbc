#!/usr/bin/env python3
"""Writes Cases/claims.jsonl: how the shipped ranker reads the validation claims; read the difference before it is committed.

usage: record.py REPANDA      (the built binary; real pandas 2.2.3 must come to the same verdict, so it has to be there)

A claim that is decided rightly is kept with its query, one that is not decided without; one that is decided wrongly is no case.
"""
import json, pathlib, subprocess, sys, warnings

import pandas as pd

assert pd.__version__ == "2.2.3", pd.__version__
warnings.simplefilter("ignore")
here = pathlib.Path(__file__).parent
claims = [json.loads(line) for line in open(here / "Validation/claims.jsonl", encoding="utf-8")]
requests = [{"id": at, "table": c["table"], "dialect": "tabfact", "claim": c["statement"], "caption": c["table_caption"]} for at, c in enumerate(claims)]
run = subprocess.run(
    [sys.argv[1], "batch", "--tables", here / "Validation/tables"], input="".join(json.dumps(r) + "\n" for r in requests), capture_output=True, text=True, check=True)
kept = 0
with open(here / "Cases/claims.jsonl", "w", encoding="utf-8") as out:
    for line in run.stdout.splitlines():
        answer = json.loads(line)
        claim = claims[answer["id"]]
        if not answer["ok"] or answer["verdict"] != "UNDECIDED" and answer["bool"] != (claim["label"] == 1):
            continue
        if answer["verdict"] != "UNDECIDED":
            table = pd.read_csv(here / "Validation/tables" / claim["table"], delimiter="#", quoting=3, encoding="utf-8", on_bad_lines="skip")
            value = bool(eval(answer["query"], {"df": table, "pd": pd}))
            assert value == answer["bool"], (claim, answer)
        record = {key: claim[key] for key in ("table", "statement", "label", "table_caption")}
        out.write(json.dumps({**record, "query": answer.get("query")}, ensure_ascii=False) + "\n")
        kept += 1
print(kept, "cases")
