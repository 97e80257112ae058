# area: exceptions
# prio: P0
# checks: SystemExit is an ordinary BaseException until it leaves the program
# exit: 3
import sys

for call in (lambda: sys.exit(), lambda: sys.exit(5), lambda: sys.exit("text"), lambda: sys.exit((1, 2))):
    try:
        call()
    except SystemExit as e:
        print(repr(e), e.code)
try:
    print("leaving")
    sys.exit(3)
finally:
    print("finally runs")
