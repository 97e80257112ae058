# area: language
# prio: P1
# checks: named expressions in while, if, calls, displays, slices and f-strings

import io

stream = io.StringIO("one\ntwo\n\nthree\n")
while line := stream.readline().strip():
    print(line, len(line))
print(repr(line), stream.read())
if (n := len("hello")) > 3 and (m := n * 2) > 9:
    print(n, m)
print([y := 1, y + 1, (y := y + 5), y], y)
print((a := 1, b := 2), a, b)
data = list(range(10))
print(data[(i := 2):(j := i + 3)], i, j)
print(f"{(w := 3)} {w:>{w}} {(lambda: (w := 9))()} {w}")
print(any((found := item) > 4 for item in data), found)
print([half for item in data if (half := item // 2) % 2], half)
print({(k := "key"): (v := 7)}, k, v)


def uses(x, *, flag=(default := "d")):
    return x, flag


print(uses(z := 4), z, default)
match (pair := (1, 2)):
    case (1, q):
        print(pair, q)
assert (message := "kept"), "never"
print(message, not (t := []), t)
lam = lambda v: (w := v * 2) + w
print(lam(3), w)
del (data[0]), w
print(data[0], "w" in globals())
