"""How a sentence is made: rules with holes, filled from a seeded generator of chance.

A rule is text with holes such as `<int>`; a hole is filled with a rule of that name. Rules come from the tables of the
other files, one rule a line for expressions, separated by `---` for statements. A line that holds only `<block>` (or
another name of statements) is filled with statements, indented as the hole is. `<lit:int>` wants a literal, `<new>` a
new name, and `<@>` repeats the newest name.
"""

import random
import re

import expressions
import pieces
import statements
from literals import LITERALS

HOLE = re.compile(r"<([a-z@][a-z_0-9:]*|@)>")


class Rules:
    """All tables, read once."""

    def __init__(self):
        self.expressions = {}
        self.statements = {}
        for name, text in (expressions.TABLES | pieces.TABLES).items():
            self.expressions[name] = [line.strip() for line in text.strip("\n").split("\n")]
        for name, text in statements.TABLES.items():
            self.statements[name] = [part.strip("\n") for part in text.split("\n---\n") if part.strip()]


RULES = Rules()
ATOM = re.compile(r"[A-Za-z_]\w*|'[^'\\]*'|\d+\.\d+|\[[^\[\]]*\]")
OPEN = ("(", "[", "{", ", ", "= ", "return ", "show(", "p(lambda: ")
CLOSE = (")", "]", "}", ",", "\n")
BARE = {"new", "@", "slice", "op", "attr", *pieces.TABLES}
PLAIN = ["int", "int", "small", "float", "str", "str", "list", "ints", "dict", "tuple", "set", "bytes", "bool", "none", "object", "range", "complex"]
WRONG = ["int", "str", "float", "list", "none", "bytes", "dict", "tuple", "set", "object", "complex", "bool", "range"]


class Writer:
    """Writes one program from one seed."""

    def __init__(self, seed):
        self.chance = random.Random(seed)
        self.names = 0
        self.newest = "x0"
        self.variables = {}

    def program(self):
        lines = []
        inside = self.chance.random() < 0.5
        if inside:
            lines.append("def main():")
        indent = "    " if inside else ""
        for _ in range(self.chance.randint(4, 9)):
            if self.chance.random() < 0.85:
                lines.append(indent + "try:")
                lines += self.statement("block", indent + "    ", 3)
                lines += [indent + "except Exception as e:", indent + "    oops(e)"]
            else:
                lines += self.statement("block", indent, 3)
        if inside:
            lines.append("main()")
        return "\n".join(lines) + "\n"

    def statement(self, name, indent, depth):
        """The lines of a statement of a kind; deep ones are simple ones."""
        table = RULES.statements[name if depth > 0 else "simple"] if name == "block" else RULES.statements[name]
        lines = []
        own = None
        for line in self.chance.choice(table).splitlines():
            # The name that a statement makes is its own, whatever names its parts make.
            if "<new>" in line:
                own = self.new()
            if own:
                line = line.replace("<new>", own).replace("<@>", own)
            bare = line.strip()
            inner = indent + line[: len(line) - len(line.lstrip())]
            hole = HOLE.fullmatch(bare)
            if hole and hole[1] in RULES.statements:
                for _ in range(self.chance.choice((1, 1, 1, 2))):
                    lines += self.statement(hole[1], inner, depth - 1)
            elif hole and hole[1] == "assign":
                lines.append(inner + self.assign())
            else:
                lines.append(indent + self.fill(line, 2))
        return lines

    def assign(self):
        # A slice alone is no expression, and would cost the whole program.
        kind = self.chance.choice([kind for kind in LITERALS if kind != "slice"])
        text = self.expression(kind, 2)
        name = self.new()
        self.variables.setdefault(kind, []).append(name)
        return f"{name} = {text}"

    def new(self):
        self.names += 1
        self.newest = f"x{self.names}"
        return self.newest

    def fill(self, rule, depth):
        def put(hole):
            # A method is looked up after arguments that only compute, before them in CPython: where it is missing and an
            # operator among the arguments fails, too, the errors differ. So the object is one that has the method.
            receiver = re.match(r"\.\w+\([^)]", rule[hole.end() :]) and hole[1] in LITERALS
            text = self.expression(hole[1], depth, sure=True) if receiver else self.hole(hole[1], depth)
            if hole.start() == 0 and rule[hole.end() :].startswith("(") and re.search(r"\.[A-Za-z_]\w*\)?$", text):
                # So is an attribute that is called without a method's form.
                text = LITERALS["int"](self.chance)
            if rule.startswith('f"') and re.search(r'[\\"]', text):
                # Newer than 3.11, which compiles neither a backslash nor its own quote in a field: the whole program would be lost.
                text = "'ab'"
            before, after = rule[: hole.start()], rule[hole.end() :]
            alone = (not before or before.endswith(OPEN)) and (not after or after.startswith(CLOSE))
            return text if alone or ATOM.fullmatch(text) or hole[1] in BARE else f"({text})"

        return HOLE.sub(put, rule)

    def hole(self, name, depth):
        if name == "new":
            return self.new()
        if name == "@":
            return self.newest
        if name.startswith("lit:"):
            return LITERALS[name[4:]](self.chance)
        return self.expression(name, depth)

    def expression(self, kind, depth, sure=False):
        chance = self.chance
        if sure:
            return LITERALS[kind](chance)
        if kind in LITERALS and chance.random() < 0.04:
            kind = chance.choice(WRONG)
        if kind == "any" and (depth <= 0 or chance.random() < 0.5):
            kind = chance.choice(PLAIN)
        known = self.variables.get(kind)
        if known and chance.random() < 0.25:
            return chance.choice(known[-4:])
        rules = RULES.expressions.get(kind)
        if kind in LITERALS and (rules is None or depth <= 0 or chance.random() < 0.45):
            return LITERALS[kind](chance)
        rule = chance.choice(rules)
        if rule.endswith(")") and chance.random() < 0.04:
            rule = self.miscalled(rule)
        return self.fill(rule, depth - 1)

    def miscalled(self, rule):
        """A call with an argument too many, too few or of an unknown name."""
        comma = "" if rule.endswith("()") else ", "
        how = self.chance.randrange(4)
        if how == 0 and not comma:
            return rule[:-1] + "*<list>)"
        if how == 0 and re.search(r"\(<[^()]*>\)$", rule):
            return rule[: rule.rindex("(")] + "()"
        more = self.chance.choice(("<int>", "None", "zz=1", "**<strdict>", "*<tuple>", "key=None"))
        if rule.startswith("o."):
            # The object may lack the method: see `fill`.
            more = re.sub("<.*>", "<lit:int>", more) if more[0] != "*" else "None"
        return rule[:-1] + comma + more + ")"
