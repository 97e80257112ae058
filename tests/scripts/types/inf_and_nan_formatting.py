# area: types
# prio: P1
# checks: infinities and nan under every float format
for x in (float("inf"), float("-inf"), float("nan")):
    print(f"{x} {x:f} {x:F} {x:e} {x:G} {x:8.2f}| {x:+f} {x:08.1f} {x:%} {x:<6}|")
print("%f %5.1f %g" % (float("inf"), float("nan"), float("-inf")), round(1e300, 5), f"{1e300:.0f}"[:20], f"{5e-324:.3g}")
