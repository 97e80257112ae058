# area: language
# prio: P0
# checks: each operator calls its method
class Op:
    def __getattr__(self, name):
        raise AttributeError(name)


def add(name):
    def method(self, *args):
        return name + str(args)
    setattr(Op, name, method)


for n in ("add sub mul truediv floordiv mod pow lshift rshift and xor or matmul neg pos invert abs "
          "divmod rpow rdivmod lt le gt ge eq ne getitem call").split():
    add(f"__{n}__")
o = Op()
print(o + 1, o - 1, o * 1, o / 1, o // 1, o % 1, o ** 1)
print(o << 1, o >> 1, o & 1, o ^ 1, o | 1, o @ 1)
print(-o, +o, ~o, abs(o), divmod(o, 1), divmod(1, o), 1 ** o)
print(o < 1, o <= 1, o > 1, o >= 1, o == 1, o != 1)
print(o[1], o[1:2], o[1, 2], o(1, 2), pow(o, 2))
