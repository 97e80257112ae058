# area: language
# prio: P0
# checks: else and finally run as they must for each way of leaving try

def run(how):
    log = []
    try:
        for turn in range(2):
            try:
                log.append(f"try{turn}")
                if how == "raise":
                    raise ValueError(how)
                if how == "break":
                    break
                if how == "continue":
                    continue
                if how == "return":
                    return log
            except ValueError as error:
                log.append(f"except {error}")
            else:
                log.append("else")
                if how == "raise in else":
                    raise KeyError("from else")
            finally:
                log.append("finally")
        else:
            log.append("loop else")
    except KeyError as error:
        log.append(f"outer {error!r} context {error.__context__!r}")
    finally:
        log.append("outer finally")
    return log


for how in ["nothing", "raise", "break", "continue", "return", "raise in else"]:
    print(how, run(how))


def nested(depth):
    try:
        if depth == 0:
            raise RuntimeError("bottom")
        nested(depth - 1)
    finally:
        print("leaving", depth)


try:
    nested(3)
except RuntimeError as error:
    print(error)
