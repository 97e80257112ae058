# area: builtins
# prio: P1
# checks: input raises EOFError at the end of standard input
try:
    input()
except EOFError as e:
    print(type(e).__name__, e)
