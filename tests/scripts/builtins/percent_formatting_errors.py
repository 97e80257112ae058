# area: builtins
# prio: P1
# checks: % formatting: every conversion with wrong values, missing and extra arguments
for source in r'''"%d" % "a"
"%d" % 1.9, "%i" % True, "%u" % 5, "%5d|%-5d|%05d|%+d|% d" % (1, 2, 3, 4, 5)
"%x" % 1.5
"%x %X %#x %o %#o" % (255, 255, 255, 8, 8)
"%c" % 256, "%c" % "a"
"%c" % "ab"
"%c" % -1
"%c" % 1.5
"%f" % "a"
"%.2f|%10.3f|%-10.1f|%+.0f|%e|%G" % (1, 2.5, 3.25, 4.5, 12345.678, 1e-10)
"%s" % ()
"%s %s" % 1
"%s" % (1, 2)
"%s" % [1, 2], "%s" % {"a": 1}, "%s" % ((1,),)
"a" % 5
"a" % {}, "a" % [], "%%" % ()
"%(a)s" % {"a": 1, "b": 2}
"%(a)s" % {}
"%(a)s" % 5
"%(a)s" % (1,)
"%(a)s %s" % {"a": 1}
"%(a" % {"a": 1}
"%" % 1
"%y" % 1
"%5" % 1
"%*d|%-*d|%.*f" % (5, 1, 5, 2, 2, 3.14159)
"%*d" % ("a", 1)
"%.1000000000000d" % 1
"%ld %hd %Ld" % (1, 2, 3)
"%r %a %s" % ("é", "é", "é")
"%.2s|%5.1s|%-4s|" % ("abc", "xyz", "q")
"%s" % None, "%d" % -0.5, "%d" % 1e20
"%d" % float("nan")
"%d" % float("inf")
"%d" % None
"%i" % 1j
b"%d %s %b %a %r %x %c" % (1, b"s", b"b", "é", "r", 255, b"c")
b"%s" % "text"
b"%d" % "a"
b"%c" % "a"
b"%(k)s" % {b"k": b"v"}
'''.splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
