# area: limits
# prio: P0
# checks: an exception in __del__ is reported, not propagated
# stderr-match: Exception ignored in
# stderr-match: ^ValueError: in del$
class D:
    def __del__(self):
        print("del runs")
        raise ValueError("in del")


d = D()
del d
print("goes on")
xs = [D()]
xs.clear()
print("end")
