# area: threads
# prio: P0
# checks: wait() in its three modes, as_completed, timeouts
import concurrent.futures as cf
import threading
import time

gates = [threading.Event() for _ in range(3)]


def work(i):
    gates[i].wait()
    if i == 1:
        raise ValueError(i)
    return i


with cf.ThreadPoolExecutor(3) as ex:
    fs = [ex.submit(work, i) for i in range(3)]
    done, left = cf.wait(fs, timeout=0.01)
    print(len(done), len(left))
    threading.Timer(0.01, gates[2].set).start()
    done, left = cf.wait(fs, return_when=cf.FIRST_COMPLETED)
    print([f.result() for f in done], len(left))
    threading.Timer(0.01, gates[1].set).start()
    done, left = cf.wait(fs, return_when=cf.FIRST_EXCEPTION)
    print(len(done), len(left), fs[1].exception())
    try:
        for f in cf.as_completed(fs, timeout=0.01):
            pass
    except TimeoutError as e:
        print(e)
    gates[0].set()
    result = cf.wait(fs)
    print(len(result.done), len(result.not_done), cf.ALL_COMPLETED)
with cf.ThreadPoolExecutor(3) as ex:
    fs = {ex.submit(time.sleep, n / 50): n for n in (3, 1, 2)}
    print([fs[f] for f in cf.as_completed(fs)])
try:
    cf.wait([cf.Future()], return_when="SOMETIME", timeout=0)
except ValueError as e:
    print(e)
