#!/usr/bin/env python3
"""Puts together what the shipped ranker learns from: one folder with tables and claims.jsonl.

usage: ranker-data.py CLAIMS.json TABLES WIKIFACT WIKITABLES OUTPUT

CLAIMS.json is a list of [id, table, statement, label, caption] over TabFact's training tables in the folder TABLES (MIT, data CC BY 4.0), WIKIFACT the
folder that `repanda build wikifact` writes from WikiTableQuestions' clone WIKITABLES (CC BY-SA 4.0); its balanced claims are taken.
"""
import json, pathlib, shutil, sys

claims, tables, wikifact, wikitables, output = map(pathlib.Path, sys.argv[1:6])
output.mkdir(parents=True, exist_ok=True)
rows = [
    {"id": key, "table": f"tabfact/{table}", "dialect": "tabfact", "statement": statement, "label": label, "table_caption": caption}
    for key, table, statement, label, caption in json.loads(claims.read_text(encoding="utf-8"))
]
for split in ("train", "validation"):
    part = [json.loads(line) for line in open(wikifact / "balanced" / f"{split}.jsonl", encoding="utf-8")]
    rows += [{"id": r["id"], "table": f"wtq/{r['table']}", "dialect": "wtq", "statement": r["statement"], "label": r["label"]} for r in part]
rows.sort(key=lambda row: (row["table"], row["id"]))
for row in rows:
    kind, path = row["table"].split("/", 1)
    target = output / row["table"]
    if not target.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile((tables if kind == "tabfact" else wikitables) / path, target)
with open(output / "claims.jsonl", "w", encoding="utf-8") as file:
    for row in rows:
        file.write(json.dumps(row, ensure_ascii=False) + "\n")
print(len(rows), "claims")
