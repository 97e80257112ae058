# area: language
# prio: P0
# checks: format specs in f-strings, with nested fields and every alignment
w, p, v = 10, 3, 3.14159
print(f"[{v:{w}.{p}f}] [{v:<{w}}] [{'mid':^{w}}] [{'x':*>5}] [{'y':-<4}]")
print(f"{42:b} {42:o} {42:x} {42:X} {42:#x} {42:#b} {42:08b} {42:+d} {42: d} {-42:=+8d}")
print(f"{1234567:,} {1234567.891:,.2f} {1234567:_} {0xffff:_x}")
print(f"{0.25:%} {0.125:.1%} {1e10:e} {1e10:g} {1e-5:g} {123456789.0:g} {3:.2f}")
print(f"{'abcdef':.3} {'abc':5.2}| {True:d} {True} {None}")
print(f"{65:c} {10:5}|{'a':5}|{1.5:5}|")
