# group: generators
def source(n):
    for i in range(n):
        yield i


def evens(xs):
    for x in xs:
        if x % 2 == 0:
            yield x


def squares(xs):
    return (x * x for x in xs)


print(sum(squares(evens(source(4_000_000)))))
