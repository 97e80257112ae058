# area: language
# prio: P1
# checks: too many, too few, not iterable; what is bound before the error
def attempt(source):
    names = {}
    try:
        exec(source, {}, names)
        print(source, "->", names)
    except Exception as e:
        print(source, "->", type(e).__name__, e, names)
for source in ("a, b = 1", "a, b = [1]", "a, b = [1, 2, 3]", "a, b = 'xyz'", "a, *b = []", "a, *b, c = [1]", "*a, = 5", "[a, b] = {1: 2, 3: 4}", "(a, b), c = 1, 2", "a, (b, c) = 1, [2]",
               "a = b, c = 1, 2", "a, b = b, a = 1, 2", "*a, b = 'xyz'", "a, *b = 'x'", "() = []", "() = [1]", "[] = ''", "a, b = {1, 2}", "a, b = None", "a, b = range(3)", "a, b, *c = iter([1])",
               "for a, b in [(1, 2), (3,)]: pass", "for a, b in [5]: pass", "[x for x, y in [1]]", "{k: v for k, v in ['abc']}", "a, b = (x for x in [1, 2, 3])", "a, *b, c = range(5)",
               "a, b = 1, *[2]", "x = *[1], 2", "a[0], a = 1, 2", "a, a = 1, 2", "(a) = 1", "(a), b = 1, 2", "*a, *b = 1", "a, b += 1"):
    try:
        attempt(source)
    except SyntaxError as e:
        print(source, "->", e.msg)
