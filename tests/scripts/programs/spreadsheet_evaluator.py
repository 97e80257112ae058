# area: programs
# prio: P1
# checks: cells with formulas, references, ranges, cycles and recalculation

import re
from collections import defaultdict


class CellError(Exception):
    code = "#ERROR"


class CycleError(CellError):
    code = "#CYCLE"


class RefError(CellError):
    code = "#REF"


class DivError(CellError):
    code = "#DIV/0"


TOKEN = re.compile(r"\s*(?:(\d+(?:\.\d+)?)|([A-Z]+\d+):([A-Z]+\d+)|([A-Z]+\d+)|([A-Z]+)\(|(.))")


def column_number(letters):
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def column_name(number):
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def split_name(name):
    match = re.fullmatch(r"([A-Z]+)(\d+)", name)
    if not match:
        raise RefError(name)
    return column_number(match.group(1)), int(match.group(2))


def cells_between(first, last):
    (c1, r1), (c2, r2) = split_name(first), split_name(last)
    for row in range(min(r1, r2), max(r1, r2) + 1):
        for column in range(min(c1, c2), max(c1, c2) + 1):
            yield f"{column_name(column)}{row}"


FUNCTIONS = {
    "SUM": lambda values: sum(v for v in values if isinstance(v, (int, float))),
    "COUNT": lambda values: sum(isinstance(v, (int, float)) for v in values),
    "MAX": lambda values: max(values, default=0),
    "MIN": lambda values: min(values, default=0),
    "AVG": lambda values: sum(values) / len(values),
}


class Formula:
    """A recursive descent evaluator over the tokens of one formula."""

    def __init__(self, text, sheet):
        self.sheet = sheet
        self.tokens = [m.groups() for m in TOKEN.finditer(text)]
        self.at = 0

    def peek(self):
        return self.tokens[self.at][5] if self.at < len(self.tokens) else None

    def evaluate(self):
        value = self.sum()
        if self.at != len(self.tokens):
            raise CellError("trailing text")
        return value

    def sum(self):
        value = self.product()
        while self.peek() in ("+", "-"):
            sign = self.peek()
            self.at += 1
            other = self.product()
            value = value + other if sign == "+" else value - other
        return value

    def product(self):
        value = self.atom()
        while self.peek() in ("*", "/"):
            sign = self.peek()
            self.at += 1
            other = self.atom()
            if sign == "*":
                value *= other
            elif other == 0:
                raise DivError()
            else:
                value /= other
        return value

    def atom(self):
        if self.at >= len(self.tokens):
            raise CellError("formula ends early")
        number, first, last, name, function, sign = self.tokens[self.at]
        self.at += 1
        if number:
            return float(number) if "." in number else int(number)
        if name:
            return self.sheet.number(name)
        if function:
            values = self.arguments()
            if function not in FUNCTIONS:
                raise CellError("no function " + function)
            return FUNCTIONS[function](values)
        if sign == "(":
            value = self.sum()
            self.close()
            return value
        if sign == "-":
            return -self.atom()
        raise CellError(f"unexpected {sign or first + ':' + last}")

    def close(self):
        if self.peek() != ")":
            raise CellError("missing )")
        self.at += 1

    def arguments(self):
        values = []
        while self.peek() != ")":
            if self.at >= len(self.tokens):
                raise CellError("missing )")
            _, first, last, *_ = self.tokens[self.at]
            if first:
                self.at += 1
                found = (self.sheet.value(name) for name in cells_between(first, last))
                values += [v for v in found if v is not None]
            else:
                values.append(self.sum())
            if self.peek() == ",":
                self.at += 1
        self.at += 1
        return values


class Sheet:
    def __init__(self):
        self.cells, self.cache = {}, {}
        self.users = defaultdict(set)
        self.stack = []
        self.evaluations = 0

    def __setitem__(self, name, content):
        split_name(name)
        self.cells[name] = content
        self.forget(name)

    def forget(self, name, seen=None):
        seen = seen or set()
        if name in seen:
            return
        seen.add(name)
        self.cache.pop(name, None)
        for user in self.users[name]:
            self.forget(user, seen)

    def value(self, name):
        if self.stack:
            self.users[name].add(self.stack[-1])
        if name in self.stack:
            raise CycleError(" -> ".join(self.stack + [name]))
        if name in self.cache:
            return self.cache[name]
        content = self.cells.get(name)
        if isinstance(content, str) and content.startswith("="):
            self.stack.append(name)
            try:
                self.evaluations += 1
                content = Formula(content[1:], self).evaluate()
            finally:
                self.stack.pop()
        self.cache[name] = content
        return content

    def number(self, name):
        value = self.value(name)
        if value is None:
            return 0
        if isinstance(value, str):
            raise CellError(f"{name} holds text")
        return value

    def __getitem__(self, name):
        try:
            return self.value(name)
        except CellError as error:
            return f"{error.code}{f' ({error})' if error.args else ''}"

    def show(self, columns, rows):
        print("   " + "".join(f"{column_name(c):>10}" for c in range(1, columns + 1)))
        for row in range(1, rows + 1):
            line = f"{row:>3}"
            for column in range(1, columns + 1):
                value = self[f"{column_name(column)}{row}"]
                text = "" if value is None else f"{value:.2f}" if isinstance(value, float) else str(value)
                line += f"{text[:9]:>10}"
            print(line.rstrip())


sheet = Sheet()
for row, (what, count, price) in enumerate([("pens", 10, 1.5), ("ink", 3, 7.25), ("paper", 20, 0.05)], 2):
    sheet[f"A{row}"], sheet[f"B{row}"], sheet[f"C{row}"] = what, count, price
    sheet[f"D{row}"] = f"=B{row}*C{row}"
for name, title in zip("ABCD", ["item", "count", "price", "total"]):
    sheet[f"{name}1"] = title
sheet["D5"] = "=SUM(D2:D4)"
sheet["D6"] = "=D5 * (1 + 20/100)"
sheet["C6"] = "=AVG(B2:B4)"
sheet.show(4, 6)
before = sheet.evaluations
sheet["B2"] = 100
print(sheet["D5"], sheet["D6"], sheet["C6"], "evaluated again:", sheet.evaluations - before)
for name, text in [("E1", "=E2+1"), ("E2", "=E3"), ("E3", "=E1"), ("F1", "=1/0"), ("F2", "=A2+1"), ("F3", "=(1+2"), ("F4", "=F1+1"),
                   ("F5", "=NOPE(1)"), ("F6", "=-(2+3)*2-1"), ("F7", "=MAX(1,B2:B4,Z99)"), ("F8", "=COUNT(A1:D4)"), ("F9", "=1 2"), ("F10", "=")]:
    sheet[name] = text
for name in ["E1", "E2", *[f"F{n}" for n in range(1, 11)]]:
    print(name, sheet.cells[name], "->", sheet[name])
sheet["E3"] = 5
print(sheet["E1"], sheet["E2"], column_name(28), column_name(702), column_number("AAA"), list(cells_between("B2", "A1")))
try:
    sheet["bad"] = 1
except RefError as error:
    print(error.code, error)
