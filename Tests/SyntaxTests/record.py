#!/usr/bin/env python3
"""Writes Fixtures/trees.txt: the tree that Python itself makes of each query in Fixtures/accepted.txt, in the form of TreeDump.

Also checks that Python refuses what Fixtures/refused.txt calls a syntax error. Needs Python 3.11 (`python3.11 record.py`);
later versions read f-strings differently.
"""
import ast, pathlib, sys, warnings

HERE = pathlib.Path(__file__).parent / "Fixtures"
BINARY = {"Add": "+", "Sub": "-", "Mult": "*", "Div": "/", "FloorDiv": "//", "Mod": "%", "Pow": "**", "MatMult": "@", "BitAnd": "&",
          "BitOr": "|", "BitXor": "^", "LShift": "<<", "RShift": ">>"}
UNARY = {"USub": "-", "UAdd": "+", "Invert": "~", "Not": "not"}
COMPARISON = {"Eq": "==", "NotEq": "!=", "Lt": "<", "LtE": "<=", "Gt": ">", "GtE": ">=", "Is": "is", "IsNot": "is not", "In": "in",
              "NotIn": "not in"}
DISPLAYS = {"List": "list", "Tuple": "tuple", "Set": "set"}
COMPREHENSIONS = {"ListComp": "list", "SetComp": "set", "GeneratorExp": "generator"}


def word(node): return type(node).__name__


class Dump:
    def __init__(self): self.lines = []

    def line(self, level, text): self.lines.append("  " * level + text)

    def part(self, level, role, nodes):
        self.line(level, role)
        for node in nodes: self.expression(node, level + 1)

    def expression(self, node, level): getattr(self, "visit_" + word(node))(node, level)

    def children(self, level, label, nodes):
        self.line(level, label)
        for node in nodes: self.expression(node, level + 1)

    def visit_Name(self, node, level): self.line(level, f"name {node.id}")

    def visit_Constant(self, node, level): self.line(level, constant(node.value))

    def visit_JoinedStr(self, node, level):
        self.line(level, "f-string")
        self.pieces(node.values, level + 1)

    def pieces(self, values, level):
        for value in values:
            if isinstance(value, ast.Constant):
                self.line(level, f"text {value.value!r}")
                continue
            conversion = "" if value.conversion == -1 else f" !{chr(value.conversion)}"
            self.children(level, "value" + conversion, [value.value])
            if value.format_spec is not None and value.format_spec.values:
                self.line(level + 1, "format")
                self.pieces(value.format_spec.values, level + 2)

    def display(self, node, level): self.children(level, DISPLAYS[word(node)], node.elts)

    visit_List = visit_Tuple = visit_Set = display

    def visit_Dict(self, node, level):
        self.line(level, "dict")
        for key, value in zip(node.keys, node.values):
            if key is None: self.part(level + 1, "unpacked", [value])
            else: self.part(level + 1, "pair", [key, value])

    def visit_Attribute(self, node, level): self.children(level, f"attribute {node.attr}", [node.value])

    def visit_Subscript(self, node, level): self.children(level, "subscript", [node.value, node.slice])

    def visit_Slice(self, node, level):
        self.line(level, "slice")
        for role in ("lower", "upper", "step"):
            if getattr(node, role) is not None: self.part(level + 1, role, [getattr(node, role)])

    def visit_Call(self, node, level):
        self.children(level, "call", [node.func])
        for argument in sorted(node.args + node.keywords, key=lambda a: (a.lineno, a.col_offset)):
            if isinstance(argument, ast.keyword): self.part(level + 1, f"argument {argument.arg or '**'}", [argument.value])
            elif isinstance(argument, ast.Starred): self.part(level + 1, "argument *", [argument.value])
            else: self.part(level + 1, "argument", [argument])

    def visit_UnaryOp(self, node, level): self.children(level, f"unary {UNARY[word(node.op)]}", [node.operand])

    def visit_BinOp(self, node, level): self.children(level, f"binary {BINARY[word(node.op)]}", [node.left, node.right])

    def visit_Compare(self, node, level):
        self.children(level, "comparison " + ", ".join(COMPARISON[word(o)] for o in node.ops), [node.left, *node.comparators])

    def visit_BoolOp(self, node, level): self.children(level, f"boolean {word(node.op).lower()}", node.values)

    def visit_IfExp(self, node, level):
        self.line(level, "conditional")
        for role, part in (("condition", node.test), ("then", node.body), ("else", node.orelse)): self.part(level + 1, role, [part])

    def visit_Lambda(self, node, level):
        self.line(level, "lambda")
        names, defaults = node.args.args, node.args.defaults
        for place, name in enumerate(names, len(defaults) - len(names)):
            self.part(level + 1, f"parameter {name.arg}", [defaults[place]] if place >= 0 else [])
        self.expression(node.body, level + 1)

    def comprehension(self, node, level):
        self.children(level, f"comprehension {COMPREHENSIONS[word(node)]}", [node.elt])
        self.clauses(node.generators, level + 1)

    visit_ListComp = visit_SetComp = visit_GeneratorExp = comprehension

    def visit_DictComp(self, node, level):
        self.children(level, "comprehension dict", [node.key])
        self.part(level + 1, "value", [node.value])
        self.clauses(node.generators, level + 1)

    def clauses(self, clauses, level):
        for clause in clauses:
            self.line(level, "for")
            self.part(level + 1, "target", [clause.target])
            self.part(level + 1, "source", [clause.iter])
            for condition in clause.ifs: self.part(level + 1, "if", [condition])

    def visit_Starred(self, node, level): self.children(level, "starred", [node.value])

    def visit_NamedExpr(self, node, level): self.children(level, f"named {node.target.id}", [node.value])

    # Statements

    def statement(self, node, level): getattr(self, "visit_" + word(node))(node, level)

    def block(self, level, role, statements):
        self.line(level, role)
        for statement in statements: self.statement(statement, level + 1)

    def visit_Expr(self, node, level): self.children(level, "expression", [node.value])

    def visit_Assign(self, node, level):
        self.line(level, "assign")
        for target in node.targets: self.part(level + 1, "target", [target])
        self.expression(node.value, level + 1)

    def visit_AugAssign(self, node, level):
        self.line(level, f"assign {BINARY[word(node.op)]}=")
        self.part(level + 1, "target", [node.target])
        self.expression(node.value, level + 1)

    def visit_Import(self, node, level): [self.line(level, "import " + renamed(name)) for name in node.names]

    def visit_ImportFrom(self, node, level): [self.line(level, f"import {node.module} " + renamed(name)) for name in node.names]

    def visit_If(self, node, level):
        self.line(level, "if")
        self.part(level + 1, "condition", [node.test])
        self.block(level + 1, "then", node.body)
        if node.orelse: self.block(level + 1, "else", node.orelse)

    def visit_For(self, node, level):
        self.line(level, "for")
        self.part(level + 1, "target", [node.target])
        self.part(level + 1, "source", [node.iter])
        self.block(level + 1, "body", node.body)

    def visit_Assert(self, node, level): self.children(level, "assert", [node.test])

    def visit_Delete(self, node, level):
        alone = len(node.targets) == 1 and isinstance(node.targets[0], ast.Tuple)
        self.children(level, "del", node.targets[0].elts if alone else node.targets)

    def visit_Pass(self, node, level): self.line(level, "pass")

    def visit_Break(self, node, level): self.line(level, "break")

    def visit_Continue(self, node, level): self.line(level, "continue")


def renamed(alias): return alias.name + (f" as {alias.asname}" if alias.asname else "")


def constant(value):
    if value is None or value is ...: return "..." if value is ... else "None"
    if isinstance(value, str): return f"str {value!r}"
    return f"{type(value).__name__} {value!r}"


def tree(query):
    dump = Dump()
    for statement in ast.parse(query).body: dump.statement(statement, 0)
    return "\n".join(dump.lines)


def blocks(name): return (HERE / name).read_text().rstrip("\n").split("\n---\n")


def main():
    if sys.version_info[:2] != (3, 11): sys.exit("needs Python 3.11")
    warnings.filterwarnings("ignore")
    (HERE / "trees.txt").write_text("\n---\n".join(tree(query) for query in blocks("accepted.txt")) + "\n")
    for block in blocks("refused.txt"):
        query, codes = block.rsplit("\n=> ", 1)
        try:
            compile(query, "query", "exec")
            if "RP4" not in codes: print("Python accepts:", query)
        except SyntaxError:
            pass


if __name__ == "__main__": main()
