# area: modules
# prio: P2
# checks: assertLogs and assertNoLogs
import logging
import unittest

case = unittest.TestCase()
with case.assertLogs() as seen:
    logging.getLogger("x").info("hey %s", 1)
print(seen.output, [record.levelname for record in seen.records])
with case.assertLogs(logging.getLogger("z"), "ERROR") as seen:
    logging.getLogger("z").warning("no")
    logging.getLogger("z.a").error("yes")
print(seen.output)
with case.assertNoLogs("y", "ERROR"):
    logging.getLogger("y").warning("fine")
try:
    with case.assertLogs("foo", "ERROR"):
        logging.getLogger("foo").info("too low")
except AssertionError as e:
    print(e)
try:
    with case.assertNoLogs():
        logging.getLogger("foo").info("said")
except AssertionError as e:
    print(e)
print(logging.root.handlers, logging.root.level)
