# area: generators
# prio: P1
# checks: a generator as a state machine that is sent, thrown into and closed

def machine():
    state, log = "idle", []
    try:
        while True:
            try:
                event = yield state
            except ValueError as error:
                log.append(str(error))
                state = "error"
                continue
            state = {"start": "running", "stop": "idle"}.get(event, state)
            log.append(event)
    finally:
        print("log", log)


m = machine()
print(next(m), m.send("start"), m.send("what"), m.throw(ValueError("bad")), m.send("stop"), next(m))
m.close()
print(next(m, "ended"), m.gi_frame)
try:
    m.throw(KeyError("late"))
except KeyError as error:
    print("late", error)
