# area: types
# prio: P1
# checks: hex and fromhex, with the texts that fromhex refuses
for source in r"""(1.0).hex(), (0.1).hex(), (-0.0).hex(), (5e-324).hex(), float("inf").hex(), float("nan").hex(), (2.0 ** -1022).hex()
float.fromhex("0x1.8p3"), float.fromhex("-0x1p-1074"), float.fromhex("1.8"), float.fromhex("inf"), float.fromhex(" 0xap1 "), float.fromhex("0x.8")
float.fromhex("")
float.fromhex("0x")
float.fromhex("1.8p")
float.fromhex("0x1p2000")
float.fromhex("zz")
float.fromhex(1)
float.fromhex(b"1")
float.fromhex("0x1.fffffffffffff8p1023")
float.fromhex((0.1).hex()) == 0.1, float.fromhex("0x1.00000000000008p0"), float.fromhex("0x1.00000000000018p0")""".splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
