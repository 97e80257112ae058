# group: whole_programs
def tokens(text):
    i, n = 0, len(text)
    while i < n:
        c = text[i]
        if c in " \n\t":
            i += 1
        elif c in "{}[],:":
            yield c, c
            i += 1
        elif c == '"':
            j = i + 1
            while text[j] != '"':
                j += 2 if text[j] == "\\" else 1
            yield "str", text[i + 1:j]
            i = j + 1
        elif c.isdigit() or c == "-":
            j = i + 1
            while j < n and (text[j].isdigit() or text[j] in ".e-"):
                j += 1
            yield "num", float(text[i:j]) if "." in text[i:j] else int(text[i:j])
            i = j
        else:
            j = i
            while j < n and text[j].isalpha():
                j += 1
            yield "word", {"true": True, "false": False, "null": None}[text[i:j]]
            i = j


def parse(text):
    stream = tokens(text)

    def value(token):
        kind, v = token
        if kind == "{":
            out = {}
            kind, v = next(stream)
            while kind != "}":
                key = v
                next(stream)
                out[key] = value(next(stream))
                kind, v = next(stream)
                if kind == ",":
                    kind, v = next(stream)
            return out
        if kind == "[":
            out = []
            token = next(stream)
            while token[0] != "]":
                out.append(value(token))
                token = next(stream)
                if token[0] == ",":
                    token = next(stream)
            return out
        return v

    return value(next(stream))


row = '{"id": %d, "name": "item \\" %d", "tags": ["a", "b", true, null], "price": %d.25, "nested": {"k": [1, 2, -3]}}'
text = "[" + ", ".join(row % (i, i, i) for i in range(800)) + "]"
total = 0
for _ in range(18):
    data = parse(text)
    total += sum(r["price"] + len(r["name"]) + r["nested"]["k"][2] for r in data)
print(len(data), total)
