#!/usr/bin/env python3
"""Record Fixtures/canonical.jsonl: values that pandas computes, in the canonical form.

usage: record.py ORACLE_FOLDER > Fixtures/canonical.jsonl     (ORACLE_FOLDER holds pandas_oracle.py; needs pandas 2.2.3)
"""
import json, sys
sys.path.insert(0, sys.argv[1])
import numpy as np
import pandas as pd
from pandas_oracle import canonical

nan, inf = float("nan"), float("inf")
T, D = pd.Timestamp, pd.Timedelta
df = pd.DataFrame({"a": [1, 2], "b": [0.5, nan], "c": ["x", nan], "d": [True, False]})
VALUES = [
    None, True, False, 0, -7, 2**63 - 1, -(2**63), 0.0, -0.0, 0.1, 1e16, 1e-5, 123456.789, nan, inf, -inf, "", "text", "a\"b\\c\n\t\x00\x1fé😀",
    pd.NaT, T("2020-01-01"), T("2020-02-29 10:11:12.5"), T("1969-12-31 23:59:59.999999999"), T("1700-03-01 00:00:00.000001"),
    T("2262-04-11 23:47:16.854775807"), T.min, D(0), D("1 days"), D("-1 days +02:03:04.5"), D(1234567891000), D("3 days 1ms"), D("-1us"),
    [], [1, "a", None, 0.5, True], [[1], [2, [3]]], [[], {}], {}, {"a": 1}, {1: [0.5], "k": {"n": None}}, {(1, "a"): 2},
    np.array([1, 2]), np.array([0.5, nan]), np.array([True]), np.array(["a", nan], dtype=object), np.array([[1, 2], [3, 4]]),
    np.array([[0.5], [inf]]), np.array([]), np.array(["2020-01-01", "NaT"], dtype="M8[ns]"), np.array([1, None, "x"], dtype=object),
    df, df.a, df.b, df.c, df.d, df.index, df.columns, df[df.a > 5], df.T, df.describe(), df[["a"]], df.iloc[0], df.set_index("c"),
    df.groupby("a").sum(numeric_only=True), df.groupby(["a", "d"]).size(), df.c.value_counts(), df.isna(), df.dtypes.map(str),
    pd.Series([], dtype=float), pd.Series([], dtype=object), pd.Series([], dtype="int64"), pd.Series([1, 2], index=["x", "y"], name="n"),
    pd.Series([T("2020-01-01"), pd.NaT]), pd.Series([D("1s"), pd.NaT]), pd.Series([[1], {"a": 2}, None], dtype=object),
    pd.Series([1, 2], index=pd.MultiIndex.from_tuples([("a", 1), ("b", 2)]), name=("p", "q")), pd.Series([1], index=[T("2020-01-01")]),
    pd.Series([None, "a"]), pd.Series([None, None]), pd.Series([1, "a", 0.5, True, nan], dtype=object), pd.Series([0.1 + 0.2, 1e300, -0.0]),
    pd.Index([]), pd.Index(["b", "a"]), pd.Index([3, 1]), pd.RangeIndex(3), pd.RangeIndex(2, 8, 2), pd.Index([0.5, 1.0]),
    pd.MultiIndex.from_tuples([("a", 1), ("b", 2)]), pd.DatetimeIndex(["2020-01-01", "2021-01-01"]), pd.DataFrame(), pd.DataFrame({"a": []}),
    pd.DataFrame({"a": [1]}, index=["r"]), pd.DataFrame({0: [1], 1: ["x"]}), pd.DataFrame([[1, 2]], columns=pd.MultiIndex.from_tuples([("a", "x"), ("a", "y")])),
    pd.DataFrame({"t": [T("2020-01-01 01:02:03")], "d": [D("2h")]}), pd.DataFrame({"o": [[1, 2], None]}),
]
for value in VALUES: print(json.dumps(canonical(value), ensure_ascii=False))
