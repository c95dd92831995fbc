"""Values of real pandas in the canonical JSON form, for the recorders of expected values.

Every type has a form of its own, so that `1`, `1.0` and `True` never pass for each other:
  true  12  {"float": 0.5}  {"float": "nan"}  "text"  null  {"timestamp": ISO}  {"timedelta": SECONDS}
  {"list": []} (tuples and sorted sets too)  {"dict": [[key, value]]}  {"array": []}  {"index": []}
  {"series": [], "index": [], "dtype": "int64", "name": null}
  {"frame": [rows], "index": [], "columns": [], "dtypes": []}
  {"other": TYPE}  for what has no form
"""
import json, math, sys

import numpy as np
import pandas as pd

PANDAS = "2.2.3"


def require_pandas():
    """Expected values come from one version only."""
    if pd.__version__ != PANDAS: sys.exit(f"expected values are those of pandas {PANDAS}; this is {pd.__version__}")


def number(value):
    if math.isnan(value): return {"float": "nan"}
    if math.isinf(value): return {"float": "inf" if value > 0 else "-inf"}
    return {"float": float(value)}


def items(values):
    return [canonical(value) for value in values]


def array(value):
    # Dates would come out of `tolist` as bare integers.
    flat = pd.Series(value.ravel()) if value.dtype.kind in "mM" else value.tolist()
    return {"array": items(flat)}


def frame(value):
    return {"frame": [items(row) for row in value.itertuples(index=False, name=None)], "index": items(value.index),
            "columns": items(value.columns), "dtypes": [str(dtype) for dtype in value.dtypes]}


def series(value):
    return {"series": items(value), "index": items(value.index), "dtype": str(value.dtype), "name": canonical(value.name)}


FORMS = [
    ((bool, np.bool_), bool),
    (np.timedelta64, lambda value: canonical(pd.Timedelta(value))),
    (np.datetime64, lambda value: canonical(pd.Timestamp(value))),
    ((int, np.integer), int),
    ((float, np.floating), number),
    (str, str),
    (pd.Timestamp, lambda value: {"timestamp": value.isoformat()}),
    (pd.Timedelta, lambda value: {"timedelta": value.total_seconds()}),
    ((list, tuple), lambda value: {"list": items(value)}),
    ((set, frozenset), lambda value: {"list": sorted(items(value), key=lambda item: json.dumps(item, sort_keys=True))}),
    (dict, lambda value: {"dict": [[canonical(key), canonical(item)] for key, item in value.items()]}),
    (np.ndarray, array),
    (pd.Series, series),
    (pd.Index, lambda value: {"index": items(value)}),
    (pd.DataFrame, frame),
]


def canonical(value):
    """The canonical form of a value, as JSON's own types."""
    if value is None: return None
    if value is pd.NaT: return {"timestamp": "NaT"}
    for types, form in FORMS:
        if isinstance(value, types): return form(value)
    return {"other": "NA" if value is pd.NA else type(value).__name__}
