#!/usr/bin/env python3
"""Record Fixtures/printed.jsonl: values and the text that Python's print gives them (pandas 2.2.3, 80 columns, no terminal).

usage: record.py ORACLE_FOLDER > Fixtures/printed.jsonl     (ORACLE_FOLDER holds pandas_oracle.py)

A line is {"code", "value", "index", "columns", "text"}. The canonical form forgets what kind of index a value has, so
"index" and "columns" describe it: {"kind", "names", "dtypes"} and {"range": [start, count, step]} for a RangeIndex.
"""
import json, os, random, sys
os.environ["COLUMNS"] = "80"
sys.path.insert(0, sys.argv[1])
import numpy as np
import pandas as pd
from pandas_oracle import canonical

nan, inf, NaT = float("nan"), float("inf"), pd.NaT
T, D, S, F, I, A = pd.Timestamp, pd.Timedelta, pd.Series, pd.DataFrame, pd.Index, np.array
MI = pd.MultiIndex.from_tuples
clubs = F({"club": ["arsenal", "chelsea", "leeds united", nan], "points": [71, 68, 9, 40], "ratio": [1.5, nan, 0.333333333, 2.0],
           "attendance": ["38,000", "41,500", None, "12.9 (81)"], "promoted": [False, True, True, False]})
long = F({"n": range(100), "sq": [i * i for i in range(100)], "t": [f"row {i}" for i in range(100)], "x": [i / 7 for i in range(100)]})
wide = F({f"column {i}": [i, i * 10] for i in range(30)})
times = pd.to_datetime(["2020-01-01", "2021-06-15", None])
moments = pd.to_datetime(["2020-01-01 10:00:00", "2021-06-15 23:59:59"])
sales = F({"region": list("aabbc"), "year": [2019, 2020, 2019, 2020, 2020], "sum": [1.5, 2.5, 3.25, 4.0, 5.0], "n": [1, 2, 3, 4, 5]})

CODES = """
clubs | clubs['club'] | clubs['points'] | clubs['ratio'] | clubs['attendance'] | clubs['promoted'] | clubs.head(2) | clubs[clubs.points > 50]
clubs.describe() | clubs.T | clubs.iloc[0] | clubs.iloc[3] | clubs.set_index('club') | clubs.set_index(['club', 'points']) | clubs.isna() | clubs.columns
clubs.index | clubs.values | clubs['points'].values | clubs['ratio'].values | clubs['club'].values | clubs.dtypes.map(str) | clubs.sort_values('points')
clubs['club'].value_counts() | clubs['promoted'].value_counts(normalize=True) | clubs[['club']] | clubs[[]] | clubs[clubs.points > 100] | clubs.nunique()
long | long['n'] | long['t'] | long['x'] | long.head(60) | long.head(61) | long['n'].head(60) | long['n'].head(61) | long.set_index('t') | long.T | long.index
long[['n']] | long[['t']] | long.set_index(['n', 't']) | long['t'].str.len() | long['n'].astype(float) | long.set_index('t')['n'] | long[long.n % 2 == 1]
wide | wide.T | wide.iloc[:, :6] | wide.iloc[:, :7] | wide.iloc[:, :8] | wide.iloc[:, :9] | wide.columns | pd.concat([wide] * 4, axis=1) | pd.concat([wide] * 40)
sales.groupby('region').sum(numeric_only=True) | sales.groupby(['region', 'year']).sum() | sales.groupby(['region', 'year']).size() | sales.groupby('region')['sum'].mean()
sales.groupby('region')['sum'].agg(['min', 'max', 'mean']) | sales.groupby('region').agg({'sum': ['min', 'max'], 'n': 'sum'}) | sales.pivot_table(index='region', columns='year', values='sum')
sales.groupby(['region', 'year']).size().unstack() | sales.groupby('region').size() | sales['region'].value_counts() | sales.groupby(['region', 'year'])['n'].sum().index | sales.corr(numeric_only=True)
sales.groupby('region', as_index=False)['n'].sum() | sales.groupby('region')['n'].describe() | sales.melt(id_vars=['region']) | sales.set_index(['region', 'year']).T | sales.nlargest(2, 'n')
S([1, 2, 3]) | S([-1, 20]) | S([1.0, 2.0]) | S([1.5, nan, 1000000.123]) | S([1e-10, 1e10]) | S([0.1, 123456789.0]) | S([0.1, 1234567.0]) | S([1e6, 1e7]) | S([1e15, 0.5])
S([1e16]) | S([123456.789012345]) | S([0.000001]) | S([0.0000001]) | S([nan, nan]) | S([inf, -inf, 1.0]) | S([-0.5, 0.25]) | S([0.0, -0.0]) | S([1/3, 2/3]) | S([100.0, 0.001])
S([1e300, 1.0]) | S([99999999.5, 0.1]) | S([1234567.891, 0.1234567]) | S([True, False]) | S(['a']) | S(['a', nan]) | S(['a', None]) | S([], dtype=object) | S([], dtype=float, name='q')
S([1], name='x y') | S([1], name=3) | S([1], name=('a', 'b')) | S([1], name='tab\\there') | S(['x' * 80]) | S(['x' * 50]) | S(['x' * 51]) | S(['line\\nbreak', 'tab\\t.', 'cr\\r', '\\x1b[31m']) | S(['é', 'naïve', '日本'])
S(times) | S(moments) | S([T('2020-01-01 00:00:00.5'), T('2020-01-02')]) | S([T('2020-01-01 00:00:00.123456'), NaT]) | S([T('2020-01-01 00:00:00.123456789')]) | S([NaT, NaT])
S([D('1s'), D('2 days'), NaT]) | S([D('1 days'), D('2 days')]) | S([D('-1s')]) | S([D('1ms'), D('1us')]) | S(times - T('2020-01-01')) | S([1, 2], index=times[:2]) | S([1, 2], index=moments)
S([1, 'a', None, nan, True, 1.5, 1e20, [1, 'x'], {'a': 1}, NaT, -2.25], dtype=object) | S([[1, [2, [3, [4]]]], {'k': [1, 'x'], 2: None}]) | S([{}, []]) | S([list(range(200))]) | S([D('1s'), T('2020-01-01'), 1], dtype=object)
S([1.5, 'a', 0.1234567891, 1e-9, 1e9, inf], dtype=object) | S([1, 2], index=['x', 'y']) | S([1, 2], index=I(['x', 'y'], name='key')) | S([1, 2], index=[0.5, 10.25]) | S([1, 2], index=[True, False]) | S([1, 2], index=[nan, 'a']) | S([1, 2], index=[5, -10])
S([1, 2, 3], index=MI([('a', 1), ('a', 2), ('b', 1)], names=['k', 'l'])) | S([1, 2, 3], index=MI([('a', 'x', 1), ('a', 'x', 2), ('a', 'y', 2)])) | S([1, 2], index=MI([('a', 1), ('b', 1)], names=[None, 'n'])) | S(range(70), index=MI([(i // 10, i) for i in range(70)]))
S([1] * 61, index=I([f'k{i}' for i in range(61)], name='key')) | S(['abc'] * 100, name='s') | S([10] * 100) | S([1000] * 100) | S([1, 2], index=I([1, 'a'])) | S([1, 2], index=D('1s') * A([1, 2])) | S([1, 2], index=[1e10, 1e-3])
F() | F({'a': []}) | F(index=[1, 2]) | F({'a': [1]}) | F({'a': ['x' * 80]}) | F({'x' * 60: [1]}) | F({'a': [1.5, nan], 'b': ['x', None], 'c': [True, False]}) | F({0: [1], 1: [2.5]}) | F({0.5: [1], 1.5: ['a']}) | F({'a': [1], 'b b': ['x']}, index=['r'])
F({'a': [1, 2]}, index=I(['x', 'y'], name='key')) | F([[1, 2], [3, 4]], columns=MI([('a', 'x'), ('a', 'y')])) | F([[1, 'b'], [3, 'd']], columns=MI([('a', 'x'), ('b', 'y')], names=['u', 'v'])) | F([[1, 2]], columns=I(['p', 'q'], name='cols')) | F([[1, 2]], columns=['p', 'p'])
F([[1, 'x']], columns=['p', 'p']) | F({'t': times, 'm': [D('1s'), D('1 days'), NaT]}) | F({'t': moments}) | F({'o': [[1, 2], None]}) | F({'big': [1e10, 1.5], 'small': [1e-8, 1.0]}) | F({'i': [10**12, -5]}) | F({'a\\nb': ['c\\nd']}) | F({'n': [None, 'a']})
F({'a': range(61)}) | F({'a': range(60)}) | F({'a': range(100), 'b': ['x'] * 100}, index=I(range(100, 200), name='id')) | F({f'c{i}': range(100) for i in range(40)}) | F({'text': ['word ' * 9] * 3, 'more': ['again ' * 8] * 3}) | F({f'{c}': ['y' * 30] for c in 'abcd'})
F([[1, 2]], index=I([T('2020-01-01')], name='when')) | F({'a': [1]}, index=[T('2020-01-01 10:00')]) | F({'a': [1, 2]}, index=MI([('x', 1), ('x', 2)], names=['k', 'l'])) | F({'a': [1, 2]}, index=MI([('x', 1), ('x', 2)])) | F({'a': range(70)}, index=MI([('x', i) for i in range(70)]))
I(['a', 'b']) | I(['a', 'b', 'c'], name='k') | I([1, 2]) | I([1, 2], name=('a', 1)) | I([0.5, 1.0, nan]) | I([True, False]) | I([]) | I(['a', nan, None]) | I([str(i) for i in range(30)]) | I([str(i) for i in range(200)]) | I([i * 1000 for i in range(30)]) | I([i * 3 for i in range(200)])
I(['long label number %d' % i for i in range(12)]) | I([i / 7 for i in range(20)]) | pd.RangeIndex(5) | pd.RangeIndex(1, 9, 2, name='r') | pd.RangeIndex(200) | MI([('a', 1), ('b', 2)], names=['x', None]) | MI([('a', 1), ('b', 2)]) | MI([(str(i), i * 10) for i in range(120)]) | MI([('a' * i, i) for i in range(1, 5)], names=['p', 'q'])
pd.DatetimeIndex(['2020-01-01', '2021-01-01']) | pd.DatetimeIndex(['2020-01-01 10:00', None]) | pd.to_timedelta(['1s', '2 days', None]) | pd.to_timedelta(['1 days']) | I([1, 'a', 2.5, (1, 2)]) | I(['it\\'s', 'quote"', 'tab\\t']) | I(['x' * 100, 'y' * 100, 'z']) | I([1]) | MI([('word ' * 5,) * 4] * 3)
A([1, 2, 3]) | A([-1, 200]) | np.arange(2000) | np.arange(60) | np.arange(60.) / 7 | A([0.1, 1e10]) | A([1.0, 2.5, nan]) | A(['a', 'b'], dtype=object) | A([[1, 2], [3, 4]]) | A([[0.1, 100], [2, 3]]) | A([True, False]) | times[:2].values | times.values
A(['a', None, 1.5, "it's", nan, 3, True], dtype=object) | A([1e-5, 1]) | A([1e-20, 1e20]) | A([]) | A([inf, -inf, 1.5]) | A([nan, nan]) | A([0.0001, 0.1]) | A([1e7, 1.5]) | A([1e8, 1.5]) | A([1234.5678912345, 2.0]) | A([1/3, 2.0, -1e3]) | A([1.999999999e9, 1.0])
np.arange(2000).reshape(1000, 2) | np.arange(2000.).reshape(2, 1000) | np.arange(40).reshape(2, 20) | np.arange(60).reshape(2, 30) / 7 | np.arange(4000).reshape(50, 80) | A([['a', 'bb'], [1, None]], dtype=object) | A(['some words here'] * 10, dtype=object) | A([[True], [False]]) | pd.to_timedelta(['1s', None]).values | A([[]])
A([1.5e-7, 2.0e-7]) | A([123456789.123, 1e-3]) | A([0.0, 0.0]) | A([1e100]) | A([5e-324, 1.0]) | A([100.0]) | A([0.1 + 0.2]) | A([1e15, 1e16]) | A([-1.5, 22.25, nan]) | A([1e-300, -1e300, inf])
1 | -5 | 1.0 | 0.1 | 1e16 | 1e-5 | 123456789.123 | nan | inf | True | None | 'text' | 'two\\nlines' | T('2020-01-01') | T('2020-01-01 10:11:12.5') | T('2020-01-01 00:00:00.000000001') | D('1s') | D('-1s') | D('1 days 02:03:04.5') | NaT
[1, 'a', None, 2.5, True] | [] | ['it\\'s', 'a"b', 'both \\' "', 'back\\\\', '\\n\\t\\r\\x00\\x1b\\x7f', 'é日😀', '\\u200b\\u202e\\xa0\\u2028\\ue000'] | [[1], [2, [3]]] | {'a': 1, 2: [None]} | {} | [T('2020-01-01'), D('1s'), NaT] | [nan, inf, -inf, 1e22, 1e-7, 5e-324] | [S([1, 2], name='x')] | {'k': F({'a': [1]})}
[A([1, 2])] | [A([1.5, 2.0]), A(['a'], dtype=object)] | [A([[1, 2], [3, 4]])] | [np.arange(2000)] | [times.values] | [I(['a'])] | [np.arange(40)] | [A(['x' * 30] * 4, dtype=object)] | [A([True]), A([nan])] | [A([], dtype=object)] | [np.arange(30).reshape(2, 15) * 1000]
"""


def labels(index):
    out = {"kind": type(index).__name__, "names": [canonical(n) for n in index.names]}
    if isinstance(index, pd.RangeIndex): out["range"] = [index.start, len(index), index.step]
    levels = index.levels if isinstance(index, pd.MultiIndex) else [index]
    out["dtypes"] = [str(level.dtype) for level in levels]
    return out


def record(code, value):
    out = {"code": code, "value": canonical(value), "text": str(value)}
    if isinstance(value, (S, F)): out["index"] = labels(value.index)
    if isinstance(value, F): out["columns"] = labels(value.columns)
    if isinstance(value, pd.Index): out["index"] = labels(value)
    if isinstance(value, np.ndarray): out["shape"], out["dtype"] = list(value.shape), str(value.dtype)
    print(json.dumps(out, ensure_ascii=False))


def random_values():
    """Numbers of every size, since that is where the notations change."""
    rng = random.Random(5)
    number = lambda: rng.choice([rng.uniform(-1, 1), rng.gauss(0, 1) * 10 ** rng.randint(-8, 12), float(rng.randint(-999, 999)), round(rng.uniform(0, 1000), 2), nan])
    for at in range(40):
        yield f"random series {at}", S([number() for _ in range(rng.randint(1, 6))])
    for at in range(40):
        yield f"random array {at}", A([number() for _ in range(rng.randint(1, 12))])
    for at in range(30):
        rows = rng.choice([2, 5, 70])
        cells = {"int": lambda: rng.randint(-10**rng.randint(1, 9), 99), "float": number, "text": lambda: "w" * rng.randint(0, 30), "bool": lambda: rng.random() < 0.5}
        columns = {rng.choice(["", "long "]) + f"name {i}": [cells[kind]() for _ in range(rows)] for i, kind in enumerate(rng.choices(list(cells), k=rng.randint(1, 12)))}
        yield f"random frame {at}", F(columns)


for code in CODES.replace("\n", " | ").split(" | "):
    if code.strip(): record(code.strip(), eval(code.strip()))
for name, value in random_values(): record(name, value)
