# group: whole_programs
def wrap(text, width):
    lines, line, length = [], [], 0
    for word in text.split():
        if length + len(word) + len(line) > width:
            lines.append(" ".join(line))
            line, length = [], 0
        line.append(word)
        length += len(word)
    if line:
        lines.append(" ".join(line))
    return lines


def justify(line, width):
    words = line.split()
    if len(words) == 1:
        return line
    gaps = len(words) - 1
    spaces, extra = divmod(width - sum(map(len, words)), gaps)
    return "".join(w + " " * (spaces + (i < extra)) for i, w in enumerate(words[:-1])) + words[-1]


text = " ".join(f"{'lorem ipsum dolor sit amet consectetur'.split()[i % 6]}{i % 13}" for i in range(50_000))
total = 0
for width in range(40, 90, 3):
    lines = wrap(text, width)
    total += len(lines) + sum(len(justify(line, width)) for line in lines[:-1])
    total += sum(1 for line in lines if line.lower().count("o") > 3)
print(total)
