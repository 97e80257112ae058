# area: threads
# prio: P1
# checks: a thousand threads at once; collections while they wait
import gc
import threading

gate = threading.Event()
done = []


def work(i):
    own = {"me": i}
    own["self"] = own
    gate.wait()
    done.append(own["self"]["me"])


threads = [threading.Thread(target=work, args=(i,)) for i in range(1000)]
for t in threads:
    t.start()
print(threading.active_count())
gc.collect()
gate.set()
for t in threads:
    t.join()
gc.collect()
print(len(done), sum(done), threading.active_count())
