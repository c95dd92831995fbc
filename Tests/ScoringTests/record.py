#!/usr/bin/env python3
"""Writes Fixtures/wtq.jsonl and Fixtures/databench.jsonl: what the two rules say to the cases below.

The WikiTableQuestions rule is written here a second time, in Python, from the rule's description; the DataBench rule is the real one
(`pip install databench_eval==4.0.1`).
"""
import json, math, pathlib, random, re, sys, unicodedata

here = pathlib.Path(__file__).resolve().parent / "Fixtures"


def normalize(text):
    text = "".join(c for c in unicodedata.normalize("NFKD", text) if unicodedata.category(c) != "Mn")
    text = re.sub("[\u2018\u2019\u00b4`]", "'", text)
    text = re.sub("[\u201c\u201d]", '"', text)
    text = re.sub("[\u2010\u2011\u2012\u2013\u2014\u2212]", "-", text)
    before = None
    while before != text:
        before = text
        text = re.sub(r"(?:(?<!\A)\[[^\]]*\]|\[\d+\]|[\u2022\u2666\u2020\u2021*#+])*\Z", "", text.strip())
        text = re.sub(r"(?<!\A)(?: \([^)]*\))*\Z", "", text.strip())
        text = re.sub(r'\A"([^"]*)"\Z', r"\1", text.strip())
    if text.endswith("."): text = text[:-1]
    return re.sub(r"\s+", " ", text).lower().strip()


def number(text):
    try: return int(text)
    except ValueError: pass
    try: value = float(text)
    except ValueError: return None
    if not math.isfinite(value): return None
    return int(value) if abs(value - round(value)) < 1e-6 else value


def date(text):
    parts = text.lower().split("-")
    if len(parts) != 3: return None
    try:
        y = -1 if parts[0] in ("xx", "xxxx") else int(parts[0])
        m = -1 if parts[1] == "xx" else int(parts[1])
        d = -1 if parts[2] == "xx" else int(parts[2])
    except ValueError: return None
    if (y, m, d) == (-1, -1, -1) or not (m == -1 or 1 <= m <= 12) or not (d == -1 or 1 <= d <= 31): return None
    return y, m, d


def item(text, canon=None):
    form = canon or text
    n = number(form)
    if n is not None: return "number", n, normalize(text) if text else str(n)
    d = date(form)
    if d is None: return "string", normalize(text), normalize(text)
    if d[1:] == (-1, -1): return "number", d[0], normalize(text) if text else str(d[0])
    return "date", d, normalize(text) if text else "-".join(["xx" if part == -1 else str(part) for part in d[:2]] + [str(d[2])])


def correct(targets, canons, predictions):
    def unique(items):
        found = {}
        for i in items: found.setdefault(i[:2], i)
        return list(found.values())
    wanted = unique(item(t, c) for t, c in zip(targets, canons))
    given = unique(item(p) for p in predictions)
    def matches(a, b):
        if a[2] == b[2]: return True
        if a[0] == b[0] == "number": return abs(a[1] - b[1]) < 1e-6
        return a[0] == b[0] == "date" and a[1] == b[1]
    return len(wanted) == len(given) and all(any(matches(w, g) for g in given) for w in wanted)


# Pairs: a gold item and a predicted one. Each is tried both ways round, so that both sides of the rule see it.
PAIRS = """
Rome|rome
Rome|ROME
Rome| Rome
Rome|Rome
Rome|Romes
São Paulo|sao paulo
Zürich|Zurich
naïve café|naive cafe
ﬁne|fine
x²|x2
½|1/2
½|1⁄2
Ⅳ|iv
ＡＢＣ|abc
１２|12
12|１２
e\u0301|é
ΣΑΣ|σας
İstanbul|istanbul
straße|strasse
‘quoted’|'quoted'
it´s|it's
it`s|it's
“quoted”|quoted
"quoted"|quoted
"a" and "b"|a" and "b
'quoted'|quoted
""|
1999–2000|1999-2000
1999—2000|1999-2000
1999−2000|1999-2000
1999‐2000|1999-2000
1999‑2000|1999-2000
1999‒2000|1999-2000
1999―2000|1999-2000
1999 – 2000|1999 - 2000
-5|−5
Rome[1]|Rome
Rome[note 3]|Rome
Rome [a][b]|Rome
Rome[1][2][3]|Rome
[1]|
[note]|
[note]|note
[12] Rome|Rome
[12] Rome|[12] rome
Rome†|Rome
Rome‡*|Rome
Rome•♦|Rome
Rome#|Rome
Rome+|Rome
Rome *[4]#|Rome
C++|C
C#|C
a[b|a
a[b [c]|a
a]|a
*Rome|Rome
* |
Rome (Italy)|Rome
Rome (Italy) (Lazio)|Rome
Rome(Italy)|Rome
(Italy)|Italy
(Italy)|
 (Italy)|(Italy)
Rome (a (b) c)|Rome
Rome (a|Rome
Rome (Italy) *|Rome
Rome [1] (Italy)|Rome
"Rome (Italy)"|Rome
"Rome" (Italy)|Rome
"Rome"[2]|Rome
Rome (x). |Rome
Rome.|Rome
Rome..|Rome
Rome.|Rome..
...|..
.|
U.S.A.|U.S.A
Rome . |Rome
a  b|a b
a\u00a0b|a b
a\tb|a b
a\\nb|a b
a\u2003b|a b
\u200bRome|Rome
10|10
10|10.0
10|10.0000001
10|10.00001
10|ten
10|1e1
10|+10
10|010
10| 10
10|10.
10|1_0
10|10 years
10 years|10 years
10 years|10
1,234|1234
1,234|1,234
$5|5
5 %|5%
0.1|.1
0.1|0.1000001
0.1|0.10001
0.333333|0.3333333
1e400|1e401
nan|NaN
inf|infinity
inf|Infinity
-0|0
2.9999999|3
2.99999|3
-2.9999999|-3
9007199254740993|9007199254740992
123456789012345678901234567890|123456789012345678901234567890
123456789012345678901234567890|123456789012345678901234567891
00123456789012345678901234567890|123456789012345678901234567890
1e30|1000000000000000019884624838656
2.999999|3
2.9999999|2
2.9999999|2.0
-2.9999999|-2
3.0000009|3
3.000001|3
1e25|10000000000000000000000000
1e25|10000000000000000905969664
99999999999999999999-05-04|99999999999999999999-5-4
99999999999999999999-05-04|99999999999999999998-5-4
99999999999999999999-xx-xx|99999999999999999999
2000-01-02|2000-1-2
2000-01-02|2000-01-2
2000-01-02|2000-01-03
2000-xx-xx|2000
2000-xx-xx|2000.0
xx-01-02|xxxx-01-02
XX-01-02|xx-1-2
xxxx-xx-xx|xx-xx-xx
xxxx-xx-05|xx-xx-5
2000-13-01|2000-13-1
2000-12-32|2000-12-31
2000-00-01|2000-0-1
2000-xx-02|2000-xx-2
2000-02-xx|2000-2-xx
2000-02-xx|2000-02
2000-01-02-03|2000-1-2-3
january 2, 2000|2000-01-02
1999-2000|1999
None|none
True|true
yes|no
|
|x
""" .strip("\n").split("\n")

# What random texts for the normalisation are made of.
PIECES = ["a", "B", "1", "é", "한", " ", "  ", "(", ")", "[", "]", "[1]", " (x)", '"', ".", "*", "†", "#", "–", "’", "\u00a0", "\u0301", "ﬁ", "№", "Đ", "İ"]

# Gold items with canonical forms, and predictions.
SETS = [
    (["10 years"], ["10.0"], ["10"]), (["10 years"], ["10.0"], ["10 years"]), (["10 years"], ["10.0"], ["10 YEARS."]), (["10 years"], ["10.0"], ["11"]),
    (["10 years"], [""], ["10"]), (["12,467"], ["12467.0"], ["12467"]), (["12,467"], ["12467.0"], ["12,467"]), (["12,467"], ["12467.0"], ["12467.0000001"]),
    (["January 2, 2000"], ["2000-01-02"], ["2000-1-2"]), (["January 2, 2000"], ["2000-01-02"], ["january 2, 2000"]), (["January 2, 2000"], ["2000-01-02"], ["2 January 2000"]),
    (["May 1999"], ["1999-05-xx"], ["1999-5-xx"]), (["May 1999"], ["1999-05-xx"], ["1999-05-01"]), (["1999"], ["1999-xx-xx"], ["1999"]), (["1999"], ["1999.0"], ["1999-xx-xx"]),
    (["a", "b"], ["a", "b"], ["b", "a"]), (["a", "b"], ["a", "b"], ["a"]), (["a"], ["a"], ["a", "b"]), (["a", "b"], ["a", "b"], ["a", "a"]), (["a", "a"], ["a", "a"], ["a"]),
    (["a", "A"], ["a", "A"], ["a"]), (["a[1]", "a"], ["a[1]", "a"], ["A"]), (["1", "1.0"], ["1", "1.0"], ["1"]), (["1", "1.0000001"], ["1", "1.0000001"], ["1.0"]),
    (["0.5", "0.5000001"], ["0.5", "0.5000001"], ["0.5"]), (["0.5"], ["0.5"], ["0.5", "0.5000001"]), (["one"], ["1.0"], ["1"]), (["one"], ["1.0"], ["one"]), (["one", "1"], ["1.0", "1.0"], ["1"]),
    (["one", "two"], ["1.0", "2.0"], ["1", "2"]), (["one", "two"], ["1.0", "2.0"], ["one", "2"]), ([], [], []), ([], [], [""]), ([""], [""], []), ([""], [""], [""]),
    (["a"], ["a"], ["a", "a", "A."]), (["3", "4"], ["3.0", "4.0"], ["3.0", "4.0000001"]), (["x"], ["5"], ["x"]), (["x"], ["5"], ["5"]), (["x"], ["5"], ["y"]),
    ([""], ["5"], ["5"]), ([""], ["5"], [""]), ([""], ["5.0"], ["5 (x)"]), ([""], ["0.5"], ["0.5"]), ([""], ["2000-01-02"], ["2000-1-2"]), ([""], ["2000-01-xx"], ["2000-1-xx"]),
    ([""], ["2000-01-xx"], ["2000-1--1"]), ([""], ["xx-01-02"], ["\"xx-1-2\""]), (["\u0301"], ["\u0301"], [""]), (["2.9999999"], ["2.9999999"], ["3", "2"]), (["3", "2.9999999"], ["3", "2.9999999"], ["2", "3"]),
    (["−5"], ["-5.0"], ["-5"]), (["−5"], ["-5.0"], ["−5"]), (["5th"], ["5.0"], ["5"]), (["5th"], ["5.0"], ["fifth"]), (["2:30"], ["2:30"], ["2:30"]), (["a|b"], ["a|b"], ["a|b"]),
    (["2000-01-02"], ["2000-01-02"], ["2000-01-02 "]), (["New York, NY", "Boston"], ["New York, NY", "Boston"], ["boston", "new york, ny"]), (["1"], ["1e0"], ["1"]), (["1"], ["1_0"], ["10"]),
]

DATABENCH = [
    ("boolean", [("True", "true"), ("yes", "True"), ("Y", "yes"), ("no", "False"), ("False", "True"), ("maybe", "True"), ("[True]", "True"), ("", "False"), ("nan", "None"), ("1", "True")]),
    ("category", [("a", "a"), ("a", "A"), (" 'a' ", "a"), ("2000", "january 2000"), ("2000-01-02", "2 Jan 2000"), ("01/02/2000", "2000-01-02"), ("x y", "x  y"), ("['a']", "a"), ("None", "nan"), ("", "a"),
                  ("2000-01-02 03:04", "2000-01-02"), ("12", "12.0"), ("abc", "2000-01-02")]),
    ("number", [("1", "1.0"), ("1e5", "15"), ("0.999", "0.99"), ("0.30", "0.2999"), ("$1,234.5", "1234.5"), ("3 of 4", "34"), ("-", "1"), ("abc", "1"), ("-0.5", "-0.509"), ("1-2", "1-2"), ("12%", "12"),
                ("nan", "nan"), ("1.2.3", "1.2.3"), ("1e400", "1400"), ("²", "2")]),
    ("list[category]", [("['a', 'b']", "['b', 'a']"), ("[a, a, b]", "[a, b, b]"), ("['a, b']", "['a', 'b']"), ("[a]", "[a, b]"), ("[nan]", "['']"), ("[2000-01-02]", "['2 jan 2000']"), ("['2000-01-02', 'x']", "['x', '2 jan 2000']"),
                         ("[]", "[]"), ("[a, None]", "[a, nan]"), ("a", "['a']")]),
    ("list[number]", [("[1, 2]", "[2, 1]"), ("[1, 1, 2]", "[1, 2, 2]"), ("[1.239]", "[1.23]"), ("[1]", "[1, 2]"), ("[1, x]", "[1, 2]"), ("[1,,2]", "[1, 2]"), ("[]", "[]"), ("[1,234]", "[1, 234]"), ("3", "[3.0]")]),
]


def main():
    here.mkdir(exist_ok=True)
    with open(here / "wtq.jsonl", "w", encoding="utf-8") as f:
        def add(targets, canons, predictions):
            f.write(json.dumps({"targets": targets, "canons": canons, "predictions": predictions, "correct": correct(targets, canons, predictions)}, ensure_ascii=False) + "\n")
        for pair in PAIRS:
            a, b = pair.encode("latin-1", "backslashreplace").decode("unicode_escape").split("|")
            add([a], [a], [b]); add([b], [b], [a])
        for case in SETS: add(*case)
    with open(here / "normalization.jsonl", "w", encoding="utf-8") as f:
        for pair in PAIRS:
            for text in pair.encode("latin-1", "backslashreplace").decode("unicode_escape").split("|"):
                f.write(json.dumps({"text": text, "normalized": normalize(text)}, ensure_ascii=False) + "\n")
        dice = random.Random(7)
        for _ in range(900):
            text = "".join(dice.choice(PIECES) for _ in range(dice.randint(1, 9)))
            f.write(json.dumps({"text": text, "normalized": normalize(text)}, ensure_ascii=False) + "\n")
    try: from databench_eval import Evaluator
    except ImportError: sys.exit("databench_eval is not installed: Fixtures/databench.jsonl stays as it is")
    rule = Evaluator(qa=[])
    with open(here / "databench.jsonl", "w", encoding="utf-8") as f:
        for kind, cases in DATABENCH:
            for value, truth in cases:
                f.write(json.dumps({"type": kind, "value": value, "truth": truth, "correct": bool(rule.default_compare(value, truth, kind))}, ensure_ascii=False) + "\n")


main()
