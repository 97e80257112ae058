# area: programs
# prio: P1
# checks: a search index with ranked boolean queries, and templates compiled to closures

import math
import re
from collections import Counter, defaultdict

DOCUMENTS = {
    "cats": "The cat sat on the mat. Cats like mats, and cats like milk.",
    "dogs": "A dog chased the cat up the tree; the dog barked.",
    "trees": "Trees grow slowly. An old tree has seen many dogs.",
    "milk": "Milk is white. Milk is good for cats?",
    "empty": "",
}
STOP = set("a an and the is on for up has of like".split())


def words(text):
    for match in re.finditer(r"[a-z]+", text.lower()):
        word = match.group()
        if word not in STOP:
            yield word[:-1] if word.endswith("s") and len(word) > 3 else word


class Index:
    def __init__(self, documents):
        self.postings = defaultdict(lambda: defaultdict(list))
        self.lengths = {}
        for name, text in documents.items():
            position = -1
            for position, word in enumerate(words(text)):
                self.postings[word][name].append(position)
            self.lengths[name] = position + 1

    def weight(self, word, name):
        found = self.postings.get(word, {})
        if name not in found:
            return 0.0
        return len(found[name]) / self.lengths[name] * math.log(len(self.lengths) / len(found))

    def phrase(self, *parts):
        first, *rest = [self.postings.get(part, {}) for part in parts]
        return {name for name, places in first.items() if any(all(p + n in other.get(name, ()) for n, other in enumerate(rest, 1)) for p in places)}

    def search(self, query):
        everything = set(self.lengths)
        result, used = None, []
        for sign, quoted, word in re.findall(r'([-|]?)(?:"([^"]*)"|(\w+))', query):
            parts = list(words(quoted or word))
            if not parts:
                continue
            found = self.phrase(*parts)
            if sign == "-":
                result = (everything if result is None else result) - found
                continue
            used += parts
            result = found if result is None else result | found if sign == "|" else result & found
        ranked = [(round(sum(self.weight(w, name) for w in used), 4), name) for name in result or ()]
        return sorted(ranked, key=lambda pair: (-pair[0], pair[1]))


index = Index(DOCUMENTS)
for query in ["cat", "cats milk", "dog |milk", "tree -dog", "-cat", '"cat sat"', '"sat cat"', "the", "unicorn", 'dogs "old tree"']:
    print(f"{query:16}", index.search(query))
print(sorted(index.postings)[:6], index.lengths, dict(index.postings["cat"]))
print(Counter(w for text in DOCUMENTS.values() for w in words(text)).most_common(3))


class TemplateError(Exception):
    pass


FILTERS = {"upper": str.upper, "len": len, "join": ", ".join, "title": lambda s: str(s).title(), "money": lambda n: f"${n:,.2f}"}


class Template:
    """Text with {{ name.path|filter }}, {% for x in y %}, {% if x %}, {% else %} and {% end %}."""

    def __init__(self, text):
        self.parts = re.split(r"(\{\{.*?\}\}|\{%.*?%\})", text)
        self.at = 0
        self.render_body, end = self.block()
        if end is not None:
            raise TemplateError(f"{end} without a block")

    def block(self):
        steps = []
        while self.at < len(self.parts):
            part = self.parts[self.at]
            self.at += 1
            if part.startswith("{{"):
                steps.append(self.value(part[2:-2].strip()))
            elif part.startswith("{%"):
                match part[2:-2].split():
                    case ["for", name, "in", *source]:
                        steps.append(self.loop(name, self.value(" ".join(source), raw=True)))
                    case ["if", *condition]:
                        steps.append(self.choice(self.value(" ".join(condition), raw=True)))
                    case ["end" | "else" as word]:
                        return self.join(steps), word
                    case tag:
                        raise TemplateError(f"bad tag {' '.join(tag)}")
            elif part:
                steps.append(lambda names, part=part: part)
        return self.join(steps), None

    @staticmethod
    def join(steps):
        return lambda names: "".join(map(str, (step(names) for step in steps)))

    def inner(self):
        body, end = self.block()
        if end is None:
            raise TemplateError("block without end")
        return body, end

    def value(self, text, raw=False):
        path, *filters = (piece.strip() for piece in text.split("|"))
        for name in filters:
            if name not in FILTERS:
                raise TemplateError(f"no filter {name}")

        def get(names):
            value = names
            for key in path.split("."):
                try:
                    value = value[int(key) if key.isdigit() else key]
                except (KeyError, IndexError, TypeError):
                    value = getattr(value, key, None)
            for name in filters:
                value = FILTERS[name](value)
            return value if raw or value is not None else ""
        return get

    def loop(self, name, source):
        body, end = self.inner()
        empty, _ = self.inner() if end == "else" else (lambda names: "", None)

        def run(names):
            items = list(source(names) or ())
            return "".join(body({**names, name: item, "index": n}) for n, item in enumerate(items, 1)) or empty(names)
        return run

    def choice(self, condition):
        then, end = self.inner()
        otherwise, _ = self.inner() if end == "else" else (lambda names: "", None)
        return lambda names: (then if condition(names) else otherwise)(names)

    def render(self, **names):
        return self.render_body(names)


ORDER = Template("""Dear {{ user.name|title }},
{% for item in items %}{{ index }}. {{ item.0 }} {{ item.1|money }}{% if item.2 %} (sale!){% else %}{% end %}
{% else %}nothing
{% end %}{{ tags|join }} {{ missing.path }}{{ user.name|upper|len }}""")
print(ORDER.render(user={"name": "ann lee"}, items=[("pen", 1.5, False), ("car", 12345, True)], tags=["a", "b"]))
print(ORDER.render(user={"name": "bob"}, items=[], tags=[]))
for text in ["{% for x in y %}", "{% end %}", "{% what now %}", "{{ x|nope }}", "{% if x %}a{% else %}b"]:
    try:
        Template(text)
    except TemplateError as error:
        print(text, "->", error)
print(Template("{{ z.imag }} {% for r in rows %}{% for c in r %}{{ c }}{% end %};{% end %}").render(z=3j, rows=["ab", [1, 2]]))
