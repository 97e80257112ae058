# group: strings
def run(n):
    total = 0
    for i in range(n):
        name, price, qty = "item%d" % i, i * 1.25, i % 7
        a = f"{name:<12}|{price:>10.2f}|{qty:03d}|{i:x}|{i:,}"
        b = "%s: %5.1f%% (%d of %d)" % (name, price / 3, qty, i)
        c = "{0} {1!r} {2:>8} {0}".format(name, name, qty)
        d = f"{name!r} {price} {i % 2 == 0} {[i, qty]} {(i,)}"
        e = str(i).rjust(8, "0") + str(price).center(12) + repr(name)
        total += len(a) + len(b) + len(c) + len(d) + len(e)
    return total
print(run(60000))
