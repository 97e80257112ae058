# area: regressions
# prio: P3
# checks: the words for targets before a value that cannot be read at all
for source in ('a, b = b2, a2 = (f(g((x for x in [1], None)))) | ({None: 1})', 'a, b = b2, a2 = f((x for x in [1], None))',
               'a = b, c = (x for x in y, 1)', 'a = b = (x for x in y, 1)', 'a, b = c = (x for x in y, 1)', 'a = b, c = [x for x in y, 1]',
               'a = b, c = -(x for x in y, 1)', 'a = b, c = 1+(x for x in y, 1)', 'a = d = b, c = (x for x in y, 1)',
               'x; a = b, c = (x for x in y, 1)', 'd, *a = b, c = (x for x in y, 1)', 'a, = b, c = (x for x in y, 1)',
               'a: b = c, (x for x in y, 1)', 'a, b = c, d = {1: (x for x in y, 2)}', 'def f():\n    a = b, c = (x for x in y, 1)\n'):
    try:
        compile(source, 'q', 'exec')
    except SyntaxError as error:
        print(source, '|', error.msg, error.offset, error.end_offset)
