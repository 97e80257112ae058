# area: types
# prio: P3
# checks: words for a bound method of a subclass that a global holds, called with one variable too many


class L(list):
    pass


clear = L().clear


def call(value):
    try:
        clear(value)
    except TypeError as error:
        print(error)
    try:
        L().clear(value)
    except TypeError as error:
        print(error)


call(1)
try:
    clear(1)
except TypeError as error:
    print(error)
