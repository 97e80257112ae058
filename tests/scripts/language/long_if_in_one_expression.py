# area: language
# prio: P1
# checks: line joining: brackets, backslashes, semicolons, comments, blank lines and tabs
x = (1 +
     # a comment inside

     2)
y = 1 + \
    2
z = [
    1,
    2,
]; w = {"a": 1,
        }
if x == 3 and \
        y == 3:
	print("tab indented")
print(x, y, z, w)
if True:
    if True:

        # comment at odd column
      # and another
        print("still inside")
    print("out one")


def f(
    a,
    b=(
        1
    ),
):
    return (a,
            b)


print(f(1))
