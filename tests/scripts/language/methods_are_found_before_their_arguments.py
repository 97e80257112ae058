# area: language
# prio: P1
# checks: the method of a call is looked up before its arguments are evaluated, and what was found is called
def say(word):
    print("argument", word)
    return word


class Plain:
    def method(self, *args, **kw):
        return "method", args, kw

    def swap(self):
        self.handler = lambda x: ("new", x)
        return "swapped"

    def handler_before(self, x):
        return "old", x


class Asked:
    def __getattr__(self, name):
        print("asked for", name)
        return lambda *args, **kw: (name, args, kw)


plain, asked = Plain(), Asked()
for call in (
    lambda: plain.missing(say(1)),
    lambda: plain.missing(key=say(2)),
    lambda: "text".missing(say(3)),
    lambda: [].missing([say(4)]),
    lambda: None.missing(say(5)),
    lambda: len.missing(say(6)),
    lambda: Plain.missing(say(7)),
    lambda: plain.method(say(8), key=say(9)),
    lambda: asked.thing(say(10)),
    lambda: asked.thing(say(11), key=say(12)),
):
    for _ in range(2):
        try:
            print(call())
        except AttributeError as error:
            print("AttributeError", error)

plain.handler = plain.handler_before
print(plain.handler(plain.swap()))
print(plain.handler(plain.swap()))


def gives():
    got = asked.sent((yield 1), [x for x in (yield 2)])
    yield got


steps = gives()
print(next(steps), steps.send("a"), steps.send("bc"))

out = []
for i in range(3):
    out.append(say(i))
print(out, asked.outer(asked.inner(say("deep"))))
