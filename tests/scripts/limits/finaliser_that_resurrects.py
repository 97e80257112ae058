# area: limits
# prio: P1
# checks: __del__ may give its object a new reference; it runs once
saved = []


class R:
    def __del__(self):
        print("del")
        saved.append(self)


r = R()
r.v = 5
del r
print(len(saved), saved[0].v)
saved.clear()
print("cleared")
