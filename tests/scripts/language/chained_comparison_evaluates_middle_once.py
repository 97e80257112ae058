# area: language
# prio: P0
# checks: in a chain every operand is evaluated once and the chain stops at the first false
def say(x):
    print("eval", x)
    return x


print(say(1) < say(2) < say(3))
print(say(1) < say(0) < say(3))
print(say(1) == say(1) != say(2) >= say(2) in (2, 3))
x = 5
print(0 < x <= 5 > 2, not 0 < x < 5)
print(1 < 2 == 2, (1 < 2) == 2, 1 < (2 == 2))
