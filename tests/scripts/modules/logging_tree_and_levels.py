# area: modules
# prio: P1
# checks: loggers form a tree by their names; levels, propagation, filters, disable, adapters and what is refused
import logging
import sys

low = logging.getLogger("a.b.c")
print(low, low.parent)
print(logging.getLogger("a"), low.parent)
print(logging.getLogger("a.b"), low.parent, logging.getLogger("root") is logging.getLogger())
out = logging.StreamHandler(sys.stdout)
out.setFormatter(logging.Formatter("%(levelname)-8s %(name)s %(message)s"))
logging.root.addHandler(out)
logging.root.setLevel(1)


def all_levels():
    low.debug("x %s", 1)
    low.info("dict %(a)s", {"a": 5})
    low.warning("no args %s")
    low.critical("%d%%", 3)
    low.log(15, "fifteen")
    logging.log(7, "root seven")


all_levels()
logging.addLevelName(15, "FIFTEEN")
low.setLevel("INFO")
all_levels()
print(low.isEnabledFor(15), low.getEffectiveLevel(), logging.getLevelName("INFO"), logging.getLevelName(13))
logging.disable(logging.ERROR)
low.error("disabled")
low.critical("not disabled")
logging.disable(logging.NOTSET)
low.addFilter(lambda record: "secret" not in record.getMessage())
low.info("secret thing")
low.info("public")
only = logging.Filter("a.b")
for name in "a", "a.b", "a.b.c", "a.bc":
    print(name, only.filter(logging.makeLogRecord({"name": name})))
low.propagate = False
print(low.hasHandlers(), logging.getLogger("a").hasHandlers())
low.propagate = True
for wrong in (
    lambda: low.setLevel("NOPE"),
    lambda: low.setLevel(1.5),
    lambda: low.log("INFO", "x"),
    lambda: low.error("x", extra={"message": 1}),
    lambda: low.error("x", extra={"lineno": 1}),
    lambda: logging.getLogger(5),
    lambda: logging.setLoggerClass(int),
    lambda: logging.Handler().emit(None),
):
    try:
        wrong()
    except Exception as e:
        print(type(e).__name__, e)
adapter = logging.LoggerAdapter(low, {"user": "me"})
out.setFormatter(logging.Formatter("%(user)s|%(message)s", defaults={"user": "nobody"}))
adapter.info("adapted %s", 1)
low.info("plain")
print(adapter, adapter.name, low.getChild("d").name, sorted(logging.root.manager.loggerDict))
