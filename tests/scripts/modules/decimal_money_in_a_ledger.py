# area: modules
# prio: P1
# checks: a program with prices, taxes, shares and interest, and pi and the sine as the documentation of decimal computes them
import statistics
from decimal import ROUND_HALF_UP, ROUND_DOWN, Decimal, getcontext, localcontext

CENT = Decimal('0.01')
items = [('bread', '2.49', 3), ('milk', '0.99', 12), ('cheese', '14.75', 1), ('salt', '0.35', 40)]
total = Decimal(0)
for name, price, count in items:
    amount = Decimal(price) * count
    total += amount
    print(f'{name:<8}{count:>4} x {price:>6} = {amount:>8}')
tax = (total * Decimal('0.0725')).quantize(CENT, rounding=ROUND_HALF_UP)
print(f'total {total} tax {tax} sum {total + tax:,.2f}')
shares = [(total / 7).quantize(CENT, ROUND_DOWN)] * 7
shares[0] += total - sum(shares)
print(*shares, sum(shares) == total)
balance = Decimal('1000')
for year in range(1, 11):
    balance += (balance * Decimal('3.75') / 100).quantize(CENT)
print(balance, balance / 1000, (balance / 1000) ** (Decimal(1) / 10))
print(statistics.mean(shares), statistics.stdev(shares), statistics.median(shares), statistics.pvariance([Decimal('1.5'), Decimal(2), Decimal(9)]))


def pi():
    with localcontext() as context:
        context.prec += 2
        three = Decimal(3)
        last, t, s, n, na, d, da = 0, three, 3, 1, 0, 0, 24
        while s != last:
            last = s
            n, na = n + na, na + 8
            d, da = d + da, da + 32
            t = (t * n) / d
            s += t
    return +s


def sin(x):
    with localcontext() as context:
        context.prec += 2
        i, last, s, fact, num, sign = 1, 0, x, 1, x, 1
        while s != last:
            last = s
            i += 2
            fact *= i * (i - 1)
            num *= x * x
            sign *= -1
            s += num / fact * sign
    return +s


print(pi(), sin(Decimal('0.5')))
getcontext().prec = 60
print(pi(), Decimal(2).sqrt(), Decimal(1).exp(), Decimal(10).ln(), sep='\n')
