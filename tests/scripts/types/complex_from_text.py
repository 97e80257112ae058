# area: types
# prio: P1
# checks: complex() of text and of pairs, and what it refuses
for source in r"""complex("1+2j"), complex("-1.5-2e3j"), complex("j"), complex("-j"), complex(" (1+2j) "), complex("1"), complex("nan+infj"), complex("1_0+2_0j")
complex("1 + 2j")
complex("")
complex("1+2")
complex("1j2")
complex("(1+2j")
complex("1+2j", 3)
complex(1, "2")
complex(b"1")
complex(None)
complex([])
complex(), complex(1), complex(1.5, 2), complex(1j, 1j), complex(1, 2j), complex(real=3), complex(imag=3), complex(True, False)
complex(1, 2, 3)
complex(x=1)""".splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
