# area: pathlib
# prio: P1
# checks: fnmatch: what fits, filter, translate; the bits of modes
import fnmatch
import re
import stat

names = ['', 'a', 'b', 'ab', 'a.py', '.py', 'x.pyc', '-', ']', '[', '!', '^', 'a\nb', 'A', '10']
patterns = ['*', '?', 'a*', '*a', '*.py', '[ab]', '[!ab]', '[a-', '[]]', '[!]]', '[z-a]', '[!z-a]',
            '[^a]', '[a-]', '[--]', '**b*', 'a?b', '[0-9]*', '[[]', '', '[a-c-e]', '[!-^]*']
for pattern in patterns:
    found = fnmatch.filter(names, pattern)
    text = fnmatch.translate(pattern)
    print(repr(pattern), found, text)
    assert found == [n for n in names if fnmatch.fnmatch(n, pattern)]
    assert found == [n for n in names if re.match(text, n)], pattern
print(fnmatch.fnmatchcase('A', 'a'), fnmatch.fnmatch(b'a.c', b'*.c'), fnmatch.fnmatch('a/b', '*'))
print(fnmatch.fnmatch('x' * 60 + 'y', '*x' * 20 + 'z'))
for args in (('a', b'*'), (b'a', '*')):
    try:
        fnmatch.fnmatch(*args)
    except TypeError as error:
        print(error)
print([stat.filemode(m) for m in (0o100644, 0o040755, 0o120777, 0o104711, 0o102644, 0o041777, 0)])
print(stat.S_ISDIR(0o040755), stat.S_ISREG(0o040755), stat.S_ISLNK(0o120777), oct(stat.S_IMODE(0o104711)),
      oct(stat.S_IFMT(0o104711)), stat.S_IRWXU, stat.ST_SIZE)
