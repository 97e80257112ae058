# group: strings
def run(rounds):
    line = "2026-11-22 18:55:34 INFO server.core request id=8842 path=/api/items status=200 took=13ms"
    total = 0
    for i in range(rounds):
        at = line.find("id=")
        end = line.find(" ", at)
        total += int(line[at + 3:end]) & 7
        if "status=200" in line and line.startswith("2026") and not line.endswith(("s ", "x")):
            total += line.index("path") + line.rfind("=") + line.count("e")
        key, _, value = line.rpartition("=")
        total += len(key) + len(value.rstrip("ms")) + line.split(" ", 3)[2].isupper()
    return total


print(run(180_000))
