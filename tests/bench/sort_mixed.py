# group: sorting
from operator import itemgetter
def run(n):
    recs = [{"id": i, "age": i * 37 % 80, "name": "n%03d" % (i * 71 % 300)} for i in range(300)]
    pairs = [(r["age"], r["name"]) for r in recs]
    total = 0
    for _ in range(n):
        x = sorted(recs, key=lambda r: r["age"])
        y = sorted(recs, key=itemgetter("name"))
        z = sorted(pairs, reverse=True)
        w = sorted((r["name"] for r in recs), key=len)
        v = sorted(range(300), key=lambda i: (i % 7, -i))
        total += x[0]["id"] + y[0]["id"] + z[0][0] + len(w) + v[3]
        names = [r["name"] for r in recs]
        names.sort(key=str.lower)
        total += min(recs, key=lambda r: r["age"])["id"]
    return total
print(run(1200))
