# area: language
# prio: P0
# checks: += on a list changes the list itself, + makes a new one; on a tuple it rebinds
a = b = [1]
a += [2]
print(b, a is b)
a = a + [3]
print(a, b)
t = u = (1,)
t += (2,)
print(t, u)
s = v = "x"
s += "y"
print(s, v)
e = f = {1}
e |= {2}
print(sorted(f))
a *= 2
print(a)
row = ([1], 2)
try:
    row[0] += [5]
except TypeError as err:
    print(err)
print(row)
