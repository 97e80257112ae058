# group: strings
def run(rounds):
    total = 0
    text = " ".join(f"word{i}" for i in range(500))
    for _ in range(rounds):
        parts = text.split(" ")
        parts.reverse()
        again = ",".join(parts)
        total += len(again) + again.count("d4") + again.find("word77,")
        total += len(again.split(",", 50)) + len(again.upper().lower())
    return total


print(run(9000))
