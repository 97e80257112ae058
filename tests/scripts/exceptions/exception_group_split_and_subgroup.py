# area: exceptions
# prio: P0
# checks: split and subgroup keep the nesting and drop empty branches
g = ExceptionGroup("top", [ValueError(1), TypeError(2), ExceptionGroup("mid", [ValueError(3), KeyError(4)])])
print(repr(g.subgroup(ValueError)))
print(repr(g.subgroup(lambda e: isinstance(e, KeyError))))
match, rest = g.split((ValueError, KeyError))
print(repr(match), repr(rest))
print(g.subgroup(OSError), g.split(Exception)[1], g.split(ExceptionGroup)[0] is g)


class My(ExceptionGroup):
    def derive(self, excs):
        return My("derived", excs)


m = My("m", [ValueError(1), KeyError(2)])
print(repr(m.subgroup(KeyError)), repr(m.derive([OSError()])))
