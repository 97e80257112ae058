# group: strings
def run(rounds):
    text = "The quick brown fox jumps over the lazy dog, again & again. " * 30
    total = 0
    for _ in range(rounds):
        for c in text:
            if c in "aeiou":
                total += 1
            elif c.isupper():
                total += 10
            else:
                total += ord(c) & 1
    return total


print(run(2500))
