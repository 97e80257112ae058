# area: types
# prio: P0
# checks: % with tuples, dicts, widths, precision and its errors
print("%s %r %d %i %5d|%-5d|%05d %+d" % ("a", "b", 3, 4.7, 42, 42, 42, 42))
print("%x %X %#x %o %e %.2f %8.3f|%g %c%c %%" % (255, 255, 255, 8, 12345.678, 3.14159, 2.5, 1e-10, "z", 65))
print("%(k)s and %(n)04d" % {"k": "v", "n": 7}, "%s" % [1, 2], "%s" % (1,), "%.3s|%5.1s|" % ("abcdef", "xyz"), "%*d" % (6, 42), "%a" % "é")
for f in (lambda: "%d" % "x", lambda: "%s %s" % 1, lambda: "%s" % (1, 2), lambda: "%(a)s" % {}, lambda: "%q" % 1, lambda: "%" % 1, lambda: "%c" % "ab", lambda: "%x" % 1.5):
    try:
        print(f())
    except (TypeError, ValueError, KeyError) as e:
        print(type(e).__name__, e)
