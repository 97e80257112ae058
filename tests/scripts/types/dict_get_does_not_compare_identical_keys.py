# area: types
# prio: P1
# checks: identity comes before equality in lookups
class Odd:
    def __eq__(self, o):
        print("eq called")
        return False

    def __hash__(self):
        return 1


a, b = Odd(), Odd()
d = {a: "a"}
print(d[a], a in d, a in [a], [a].index(a), [a].count(a))
print(b in d)
print(a == a)
