# area: modules
# prio: P2
# checks: a frame that another thread runs shows the variables it had
import sys, threading
seen=[]
go=threading.Event(); done=threading.Event()
def work(tag):
    local = tag
    if tag == 'a':
        seen.append(sys._getframe()); go.set(); done.wait()
    else:
        go.wait(); f=seen[0]; print(f.f_locals['local'], f.f_code.co_name, f.f_lineno>0); done.set()
ts=[threading.Thread(target=work,args=(t,)) for t in 'ab']
for t in ts: t.start()
for t in ts: t.join()
