# group: strings
def run(n):
    rows = []
    for i in range(n):
        rows.append("%-10s|%5d|%8.3f|%x" % ("name" + str(i % 50), i, i / 7, i))
        rows.append("{:>12} {:<8} {:^9}".format(i, "ab", "mid"))
        rows.append("{name}: {value:.1f}".format(name="n", value=i * 0.5))
        if len(rows) > 300:
            text = "\n".join(rows)
            yield len(text), text.count("|"), len(text.encode()), len(text.splitlines())
            rows.clear()


print(sum(a + b + c + d for a, b, c, d in run(110_000)))
