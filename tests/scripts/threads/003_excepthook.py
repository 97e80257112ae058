# area: threads
# prio: P0
# checks: an exception ends a thread: excepthook, SystemExit is silent, text on standard error
# stderr-match: Exception in thread bad:
# stderr-match: Traceback \(most recent call last\):
# stderr-match: ValueError: boom
import sys
import threading


def bad():
    raise ValueError("boom")


def leave():
    sys.exit(3)


for target in (bad, leave):
    t = threading.Thread(target=target, name=target.__name__)
    t.start()
    t.join()
    print(t.name, t.is_alive())


def hook(args):
    print("hook", args.exc_type.__name__, args.exc_value, args.thread.name,
          args.exc_traceback is not None)


threading.excepthook = hook
for target in (bad, leave):
    t = threading.Thread(target=target, name="again")
    t.start()
    t.join()
threading.excepthook = threading.__excepthook__
print("end")
