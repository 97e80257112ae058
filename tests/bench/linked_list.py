# group: object_creation
class Node:
    def __init__(self, value, next):
        self.value = value
        self.next = next


def run(n, rounds):
    total = 0
    for _ in range(rounds):
        head = None
        for i in range(n):
            head = Node(i, head)
        while head is not None:
            total += head.value
            head = head.next
    return total


print(run(10_000, 150))
