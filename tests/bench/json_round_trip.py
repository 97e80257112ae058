# group: whole_programs
import json
def run(n):
    data = {"users": [{"id": i, "name": f"user{i}", "tags": ["a", "b", str(i)], "score": i / 3, "ok": i % 2 == 0, "none": None} for i in range(50)]}
    total = 0
    for _ in range(n):
        s = json.dumps(data)
        d = json.loads(s)
        total += len(s) + len(d["users"])
        total += len(json.dumps(d, indent=2, sort_keys=True))
    return total
print(run(500))
