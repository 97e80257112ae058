# area: language
# prio: P1
# checks: loops, conditions, try and with nested eight levels deep
def walk(n):
    out = []
    for a in range(n):
        if a % 2:
            while True:
                try:
                    for b in range(a):
                        if b:
                            try:
                                if b == 2:
                                    continue
                                out.append((a, b))
                            finally:
                                out.append("f")
                    break
                finally:
                    out.append("w")
    return out


print(walk(5))
