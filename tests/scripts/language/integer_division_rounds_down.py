# area: language
# prio: P0
# checks: // and % and divmod with every combination of signs, and their zero errors
for a in (7, -7):
    for b in (2, -2):
        print(a // b, a % b, divmod(a, b), a / b, a % 2.5, a // 2.5)
for f in (lambda: 1 // 0, lambda: 1 % 0, lambda: 1 / 0, lambda: 1.0 / 0, lambda: 1.0 // 0, lambda: 1.0 % 0, lambda: divmod(1, 0), lambda: 0 ** -1):
    try:
        f()
    except ZeroDivisionError as e:
        print(type(e).__name__)
try:
    1 / 0
except ZeroDivisionError as e:
    print(e)
