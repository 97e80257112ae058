# area: builtins
# prio: P0
# checks: len of every container and its error
print(len("aé"), len(b"ab"), len([1, [2, 3]]), len((1,)), len({1: 2}), len({1, 2}), len(range(3, 9, 2)), len({}.keys()))
for x in (5, None, len, (i for i in ()), 1.5, object):
    try:
        len(x)
    except TypeError as e:
        print(e)
