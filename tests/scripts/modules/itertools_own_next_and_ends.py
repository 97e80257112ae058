# area: modules
# prio: P1
# checks: a subclass's own __next__ is asked; islice, count and chain end, and leave what they did not take
import itertools


class Doubled(itertools.product):
    def __next__(self):
        return super().__next__() * 2


print(list(Doubled([1, 2], "a")))
print([pair for pair in Doubled("x")])


class Halted(itertools.combinations):
    def __next__(self):
        raise StopIteration


print(list(Halted("abc", 2)), sum(1 for _ in Halted("abc", 1)))

numbers = itertools.count(2**63 - 3)
print(list(itertools.islice(numbers, 4)), next(numbers))
source = iter(range(20))
part = itertools.islice(source, 2, 11, 4)
print(list(part), next(part, "end"), next(source), list(source))
items = [1, 2]
chained = itertools.chain(items, (3,), "ab", {"k": 1})
print(next(chained), next(chained))
items.append("late")
print(list(chained), next(chained, "end"))


def stopping(value):
    if value == 3:
        raise StopIteration("early")
    return value


print(list(itertools.starmap(stopping, [(1,), (3,), (4,)])))
print(list(itertools.takewhile(stopping, [1, 2, 3, 4])))
print(list(map(lambda a, b: a + stopping(b), [1, 2, 3], [1, 3, 1])))
try:
    next(itertools.starmap(stopping, [(3,)]))
except StopIteration as stop:
    print(repr(stop))
try:
    next(itertools.chain())
except StopIteration as stop:
    print(repr(stop))
for kind in (str, int):
    for number in (10**40, -(10**19), 10**19 - 1, 2**64, 3**400, 10**99, 10**38 + 7):
        text = str(number)
        print(kind.__name__, len(text), text[:12], text[-12:], int(text) == number, int("-00" + text.lstrip("-")) < 0)
