# group: whole_programs
def parse(text):
    at, n = 0, len(text)

    def value():
        nonlocal at
        while text[at] in " \n\t":
            at += 1
        c = text[at]
        if c == '"':
            end = text.index('"', at + 1)
            found = text[at + 1:end]
            at = end + 1
            return found
        if c == "{":
            at += 1
            found = {}
            while text[at] != "}":
                key = value()
                at += 1
                found[key] = value()
                if text[at] == ",":
                    at += 1
            at += 1
            return found
        if c == "[":
            at += 1
            found = []
            while text[at] != "]":
                found.append(value())
                if text[at] == ",":
                    at += 1
            at += 1
            return found
        start = at
        while at < n and text[at] not in ",]} ":
            at += 1
        word = text[start:at]
        if word == "true":
            return True
        return float(word) if "." in word else int(word)

    return value()


def dump(value):
    if isinstance(value, dict):
        return "{" + ",".join(f'"{k}":{dump(v)}' for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(dump, value)) + "]"
    if isinstance(value, str):
        return '"' + value + '"'
    if value is True:
        return "true"
    return repr(value)


text = dump([{"id": i, "name": f"item {i}", "tags": ["a", "bc", "def"], "price": i / 4, "ok": True} for i in range(300)])
total = 0
for _ in range(90):
    again = dump(parse(text))
    total += len(again) + (again == text)
print(total)
