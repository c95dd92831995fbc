#!/usr/bin/env python3
"""Write the expected values into Cases/*.ptest: what real pandas says to each query.

usage: record.py [--check] [FILE.ptest...]   (needs pandas 2.2.3; --check writes nothing and fails where something would change)

Recorded are the lines `value`, `raises`, and `verdict` where a block has one. All others are written by hand: README.md
tells what they mean. A block with a `refused` line is not run: it says what we leave out.
"""
import ast, builtins, csv, io, json, pathlib, sys, warnings

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "Recording"))
from canonical import canonical, np, pd, require_pandas

CASES = pathlib.Path(__file__).resolve().parent / "Cases"
DIALECTS = {
    "csv": {},
    "tabfact": {"delimiter": "#", "quoting": csv.QUOTE_NONE, "encoding": "utf-8", "on_bad_lines": "skip"},
    "wtq": {"escapechar": "\\"},
}
NAMES = """abs all any bool dict enumerate filter float int isinstance len list map max min range reversed round set sorted
    str sum tuple type zip __import__""".split()
# What Python itself knows and the language does not: a query that needs more fails here as it fails there.
BUILTINS = {name: getattr(builtins, name) for name in NAMES} | {"print": lambda *_: None}


def value_of(query, df):
    """The value of the last expression, or of the last name that was assigned."""
    tree = ast.parse(query.strip())
    scope = {"__builtins__": BUILTINS, "pd": pd, "np": np, "df": df}
    if not tree.body: raise SyntaxError("an empty query")
    *first, last = tree.body
    match last:
        case ast.Assign(targets=[ast.Name(id=name)]): first, result = tree.body, ast.parse(name, mode="eval")
        case ast.Expr(value=value): result = ast.Expression(value)
        case _: raise SyntaxError("the last statement has no value")
    exec(compile(ast.Module(first, []), "query", "exec"), scope)
    return eval(compile(result, "query", "eval"), scope)


def verdict_of(value):
    try: return "true" if bool(value) else "false"
    except (ValueError, TypeError): return "none"


class Block:
    """The lines of one block, without what was recorded."""

    def __init__(self, lines, table, dialect):
        self.by_hand = [line for line in lines if line.split(" ")[0] not in ("value", "raises", "verdict")]
        self.has_verdict = any(line.startswith("verdict") for line in lines)
        self.query = "\n".join(line[2:] for line in lines if line.startswith(">"))
        self.inline = "".join(line[2:] + "\n" for line in lines if line.startswith("|"))
        self.is_refused = any(line.startswith("refused") for line in lines)
        self.table, self.dialect = table, dialect

    def read(self):
        source = io.BytesIO(self.inline.encode()) if self.inline else CASES / "Tables" / f"{self.table}.csv"
        return pd.read_csv(source, **DIALECTS[self.dialect])

    def recorded(self):
        if not self.query or self.is_refused: return self.by_hand
        return self.with_answer(self.answer())

    def answer(self):
        table = self.read()
        try:
            value = value_of(self.query, table)
            lines = ["value " + json.dumps(canonical(value), ensure_ascii=False)]
        except Exception as error: return ["raises " + type(error).__name__]
        return lines + (["verdict " + verdict_of(value)] if self.has_verdict else [])

    def with_answer(self, answer):
        """The answer goes behind the last line of the query."""
        end = max(at for at, line in enumerate(self.by_hand) if line.startswith(">")) + 1
        return self.by_hand[:end] + answer + self.by_hand[end:]


def blocks(text):
    """The blocks of a file, each under the table that the last `table` line named."""
    table, dialect = None, "csv"
    for part in text.strip("\n").split("\n\n"):
        lines = part.strip("\n").split("\n")
        own = dialect
        for line in lines:
            word, _, rest = line.partition(" ")
            if word == "table": table = rest
            if word == "dialect": own = rest
        yield Block(lines, table, own)


def main():
    require_pandas()
    warnings.simplefilter("ignore")
    checks = "--check" in sys.argv
    named = [pathlib.Path(name) for name in sys.argv[1:] if name != "--check"]
    changed = False
    for path in named or sorted(CASES.glob("*.ptest")):
        old = path.read_text(encoding="utf-8")
        new = "\n\n".join("\n".join(block.recorded()) for block in blocks(old)) + "\n"
        if new == old: continue
        changed = True
        print(f"{path.name} changes")
        if not checks: path.write_text(new, encoding="utf-8")
    if changed and checks: sys.exit(1)


if __name__ == "__main__":
    main()
