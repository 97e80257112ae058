# area: regressions
# prio: P2
# checks: arrays of characters know the numbers of lone surrogates
from array import array

a = array('u', 'x\udc80')
a.append('\ud800')
print(a.tobytes(), ascii(a.tounicode()), ascii(a[1]))
b = array('u', a.tobytes())
print(a == b, b.count('\udc80'))
