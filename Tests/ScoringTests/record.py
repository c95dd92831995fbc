#!/usr/bin/env python3
"""Write Fixtures/normalized.tsv: texts and what the official evaluator's rules of normalisation make of them.

The rules are those that the evaluator of WikiTableQuestions 1.0.2 documents, written here with Python's re and unicodedata. Tabs, line breaks
and backslashes are escaped.
"""
import pathlib
import random
import re
import unicodedata

HERE = pathlib.Path(__file__).parent

TEXTS = [
    "Paris", "PARIS", "  Paris  ", "São Paulo", "naïve café", "Zürich", "Ångström", "ﬁnal", "①", "½", "Ⅷ", "ｆｕｌｌ", "x²", "한국", "…", "№ 5", "Đ", "ß", "İstanbul",
    "Lukáš Žaludek", "‘quoted’", "“quoted”", "´acute´", "`grave`", "2001–02", "2001—02", "2001‐02", "2001‑02", "2001‒02", "−5", "\"Intro\"", "\"Intro\" (live)",
    "\"a\" and \"b\"", "\"\"", "\"", "\"a", "(all)", "(a) (b)", "Paris (France)", "Paris (France) (Europe)", "Paris(France)", "Paris  (France)", "Paris (", "Paris )",
    "Paris (a (b) c)", "Paris [1]", "Paris[1]", "Paris[note 3]", "[1]", "[note]", "[1] Paris", "[note][2]", "Paris[1][2]", "Paris[1] [2]", "Paris [a[b]", "Paris]",
    "Paris*", "Paris †‡", "Paris *#+", "Paris•♦", "*", "#1", "C++", "C#", "Paris.", "Paris..", "Paris. ", "Inc.", "U.S.A.", ".", "Paris (France)[1]*", "Paris[1] (France)*",
    "\"Paris[1]\"", "\"Paris\"[1]", "\"Paris (France)\"", "\"\"Paris\"\"", "a  b\tc", "a\nb", "a\u00a0b", "10 years", "1,334", "3-6, 4-6", "12:30.5", "$10,000", "50%",
    "Smith, J. (c)", "Smith (c) Jones (d)", "Ends with (x).", "Ends with [1].", "Ends. [1]", "†", "() ", "a ()", "a []", "[] a", "[]", "a [] []", "[12][34]", "[12]a[34]",
]


def normalize(text):
    text = "".join(c for c in unicodedata.normalize("NFKD", text) if unicodedata.category(c) != "Mn")
    text = re.sub("[‘’´`]", "'", text)
    text = re.sub("[“”]", '"', text)
    text = re.sub("[‐‑‒–—−]", "-", text)
    while True:
        before = text
        text = re.sub(r"((?<!^)\[[^\]]*\]|\[\d+\]|[•♦†‡*#+])*$", "", text.strip())
        text = re.sub(r"(?<!^)( \([^)]*\))*$", "", text.strip())
        text = re.sub(r'^"([^"]*)"$', r"\1", text.strip())
        if text == before:
            break
    if text and text[-1] == ".":
        text = text[:-1]
    return re.sub(r"\s+", " ", text, flags=re.U).lower().strip()


def made(seed, count):
    """Texts put together from what the rules speak of."""
    pieces = ["a", "B", "1", "é", " ", "  ", "(", ")", "[", "]", "[1]", " (x)", '"', ".", "*", "†", "#", "–", "’", "\u00a0", "ﬁ"]
    dice = random.Random(seed)
    return ["".join(dice.choice(pieces) for _ in range(dice.randint(1, 9))) for _ in range(count)]


def escaped(text):
    return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n")


if __name__ == "__main__":
    lines = [f"{escaped(text)}\t{escaped(normalize(text))}" for text in TEXTS + made(7, 900)]
    (HERE / "Fixtures" / "normalized.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
