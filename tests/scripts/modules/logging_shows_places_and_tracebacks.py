# area: modules
# prio: P1
# checks: records know file, line and function of the call; exception(), exc_info and stack_info add their text
import logging
import sys


class Out(logging.StreamHandler):
    # Without the folder that the file is in.
    def format(self, record):
        lines = super().format(record).split("\n")
        return "\n".join("  File ..." + line[line.index(", line"):] if line.startswith("  File") else line
                         for line in lines)


logger = logging.getLogger("places")
logger.propagate = False
out = Out(sys.stdout)
out.setFormatter(logging.Formatter("%(filename)s:%(lineno)d %(funcName)s %(module)s %(message)s"))
logger.addHandler(out)
logging.root.addHandler(out)
logger.setLevel(1)


def deep():
    logger.info("here")
    logger.info("of the caller", stacklevel=2)
    logging.warning("of the root")
    logging.LoggerAdapter(logger, None).info("adapted")
    (lambda: logger.info("lambda"))()


class K:
    def method(self):
        deep()
        logger.info("with the stack", stack_info=True)


K().method()
try:
    1 / 0
except ZeroDivisionError as e:
    logger.exception("failed %s", 1)
    logger.error("also", exc_info=True)
    logger.error("not", exc_info=False)
    saved = e
logger.warning("later", exc_info=saved)
logger.warning("none", exc_info=True)
try:
    try:
        [][1]
    except IndexError as e:
        raise ValueError("outer") from e
except ValueError:
    logging.exception("chained")
print(logger.findCaller()[1:3])
