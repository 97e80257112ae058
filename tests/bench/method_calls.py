# group: attributes_and_methods
class Account:
    def __init__(self):
        self.balance = 0

    def add(self, amount):
        self.balance += amount
        return self.balance


def run(n):
    account = Account()
    total = 0
    for i in range(n):
        total += account.add(i & 7)
    return total


print(run(3_000_000))
