# area: regressions
# prio: P3
# checks: a class pattern whose positional patterns follow keyword ones says so; no hint about == where a pattern stands
for case in ('Pt(1, y=2, z)', "Pt(y=2, 'a'.b)", 'Pt(y=2, (1, 2))', '(a, (b, c), zz=1)', '[a, b=1]', 'Pt(y=2, 3+z)'):
    try:
        compile(f'match x:\n case {case}: pass', 'text', 'exec')
    except SyntaxError as e:
        print(case, '->', e.msg, e.lineno)


class Asked:
    def __radd__(self, other):
        print('radd', other)
        return NotImplemented

    __rmul__ = __radd__


for left in ([1], (1,), 'a', b'a', bytearray(b'b')):
    for operator in ('left + right', 'left * right'):
        try:
            eval(operator, {'left': left, 'right': Asked()})
        except TypeError as e:
            print(e)
    try:
        left += Asked()
    except TypeError as e:
        print(e)


class Whole:
    def __radd__(self, other):
        return 'whole', other

    def __iter__(self):
        return iter('ab')


items = [1]
items += Whole()
print(items)
