# area: regressions
# prio: P1
# checks: the attribute of a call is read once, before the arguments, whatever it gives; loops over reversed lists


class Reader:
    @property
    def m(self):
        print('get m')
        return print

    @property
    def pair(self):
        print('get pair')
        return (1,)

    def __getattr__(self, name):
        print('getattr', name)
        return len


Reader().m(print('argument'))
print(Reader().size(str(print('argument'))))
Reader().m(print('argument'), end=print('keyword') or '!\n')
try:
    Reader().pair(print('argument'))
except TypeError as error:
    print(error)

xs = [1, 2, 3, 4]
for i, x in enumerate(reversed(xs)):
    print(i, x)
    if i == 1:
        del xs[:2]
rest = reversed([1, 2, 3, 4])
next(rest)
for x, letter in zip(rest, 'abc'):
    print(x, letter)
print(list(rest))
for i, (x, y) in enumerate(zip(reversed([1, 2]), reversed([3, 4, 5]))):
    print(i, x, y)
