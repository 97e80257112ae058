# area: threads
# prio: P1
# checks: an exception that ends the main program still waits for the threads
# exit: 1
# stderr-match: LookupError: main failed
import threading
import time


def work():
    time.sleep(0.03)
    print("work done")


threading.Thread(target=work).start()
raise LookupError("main failed")
