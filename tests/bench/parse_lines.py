# group: strings
def run(n):
    lines = [f"{i},{i * 1.5},name{i},{i % 2 == 0}" for i in range(200)]
    log = [f"2026-11-{i % 28 + 1:02d} ERROR [mod{i % 5}] code={i} msg=something happened" for i in range(200)]
    total = 0
    for _ in range(n):
        rows = []
        for line in lines:
            a, b, c, d = line.split(",")
            rows.append((int(a), float(b), c.upper(), d == "True"))
        total += sum(r[0] for r in rows) + sum(r[3] for r in rows)
        for line in log:
            date, level, rest = line.split(" ", 2)
            y, m, d = map(int, date.split("-"))
            if "code=" in rest:
                code = int(rest.split("code=")[1].split()[0])
                total += code + d
            kv = dict(p.split("=", 1) for p in rest.split() if "=" in p)
            total += len(kv)
    return total
print(run(600))
