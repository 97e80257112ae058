# area: language
# prio: P0
# checks: class bodies run at definition, decorators after, nested classes keep qualnames
print("start")


class Outer:
    print("outer body")
    items = [1]
    items.append(2)

    class Inner:
        print("inner body")

        def m(self):
            return type(self).__qualname__

    if items:
        flag = "conditional attribute"
    for i in range(2):
        pass
    del items


print(Outer.flag, Outer.i, hasattr(Outer, "items"), Outer.Inner().m(), Outer.Inner.__qualname__)
