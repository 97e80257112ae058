# area: limits
# prio: P0
# checks: long chains of instances, closures and generators can be dropped
class Node:
    def __init__(self, next):
        self.next = next


head = None
for _ in range(300000):
    head = Node(head)
n = 0
x = head
while x:
    n += 1
    x = x.next
print(n)
head = None
print("chain dropped")


def wrap(f):
    return lambda: f


f = None
for _ in range(100000):
    f = wrap(f)
f = None
print("closures dropped")
