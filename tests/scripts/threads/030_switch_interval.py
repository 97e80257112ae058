# area: threads
# prio: P2
# checks: sys.setswitchinterval, TIMEOUT_MAX, stack_size
import sys
import threading

print(sys.getswitchinterval())
sys.setswitchinterval(0.001)
print(sys.getswitchinterval())
for bad in (0, -1):
    try:
        sys.setswitchinterval(bad)
    except ValueError as e:
        print(e)
print(threading.TIMEOUT_MAX, threading.stack_size())
print(threading.ThreadError is RuntimeError)
flag = False


def wait_for_flag():
    while not flag:
        pass
    print("seen")


t = threading.Thread(target=wait_for_flag)
t.start()
flag = True
t.join()
