#!/usr/bin/env python3
"""Writes Cases: how the shipped ranker reads claims and questions that it never saw; read the difference before it is committed.

usage: record.py REPANDA      (the built binary; real pandas 2.2.3 must come to the same verdict, so it has to be there)

A sentence that is decided rightly is kept with its query, one that is not decided without; one that is decided wrongly is no case.
"""
import json, pathlib, subprocess, sys, warnings

import pandas as pd

assert pd.__version__ == "2.2.3", pd.__version__
warnings.simplefilter("ignore")
here = pathlib.Path(__file__).parent


def lines(path):
    return [json.loads(line) for line in open(here / path, encoding="utf-8")]


def ask(tables, requests):
    run = subprocess.run(
        [sys.argv[1], "batch", "--tables", here / tables], input="".join(json.dumps(r) + "\n" for r in requests), capture_output=True, text=True, check=True)
    return [json.loads(line) for line in run.stdout.splitlines()]


def write(path, records):
    with open(here / path, "w", encoding="utf-8") as out:
        for record in records:
            out.write(json.dumps(record, ensure_ascii=False) + "\n")
    print(len(records), "cases in", path)


def claims():
    claims, kept = lines("Validation/claims.jsonl"), []
    requests = [{"id": at, "table": c["table"], "dialect": "tabfact", "claim": c["statement"], "caption": c["table_caption"]} for at, c in enumerate(claims)]
    for answer in ask("Validation/tables", requests):
        claim = claims[answer["id"]]
        decided = answer["ok"] and answer["verdict"] != "UNDECIDED"
        if not answer["ok"] or decided and answer["bool"] != (claim["label"] == 1):
            continue
        if decided:
            table = pd.read_csv(here / "Validation/tables" / claim["table"], delimiter="#", quoting=3, encoding="utf-8", on_bad_lines="skip")
            value = bool(eval(answer["query"], {"df": table, "pd": pd}))
            assert value == answer["bool"], (claim, answer)
        kept.append({key: claim[key] for key in ("table", "statement", "label", "table_caption")} | {"query": answer.get("query")})
    write("Cases/claims.jsonl", kept)


def items(value):
    """A value's items as texts, whole numbers without a point."""
    if isinstance(value, (pd.Series, pd.Index)):
        value = [cell for cell in value if not pd.isna(cell)]
    listed = value if isinstance(value, (list, tuple)) else [value]
    return sorted({str(int(item)) if isinstance(item, (int, float)) and not isinstance(item, bool) and item == int(item) else str(item) for item in map(plain, listed)})


def plain(item):
    item = item.item() if hasattr(item, "item") else item
    try:
        return float(item) if not isinstance(item, bool) else item
    except (TypeError, ValueError):
        return item


def questions():
    questions, kept = lines("Questions/questions.jsonl"), []
    requests = [{"id": at, "table": q["table"], "dialect": "wtq", "question": q["question"]} for at, q in enumerate(questions)]
    for answer in ask("Questions/tables", requests):
        question = questions[answer["id"]]
        decided = answer["ok"] and answer["answer"] is not None
        if not answer["ok"] or decided and items(answer["answer"]) != items(question["answer"]):
            continue
        if decided:
            table = pd.read_csv(here / "Questions/tables" / question["table"], escapechar="\\")
            value = eval(answer["query"], {"df": table, "pd": pd})
            assert items(value) == items(answer["answer"]), (question, answer, value)
        kept.append({key: question[key] for key in ("table", "question", "answer")} | {"query": answer.get("query")})
    write("Cases/questions.jsonl", kept)


def families():
    """Fills in what pandas makes of each family's query."""
    table = pd.read_csv(here / "Cases/families.csv")
    cases = lines("Cases/families.jsonl")
    for case in cases:
        value = eval(case["query"], {"df": table, "pd": pd})
        # The answer to a yes-no question, as WikiTableQuestions has it.
        if case["kind"] == "question" and str(value) in ("True", "False"):
            value = "yes" if value else "no"
        case["value"] = ", ".join(items(value))
    write("Cases/families.jsonl", cases)


claims()
questions()
families()
