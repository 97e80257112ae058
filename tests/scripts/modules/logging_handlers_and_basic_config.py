# area: modules
# prio: P1
# checks: basicConfig, handlers for streams and files, the last resort, captured warnings, classes and factories of one's own
# stderr-match: last resort
import io
import logging
import os
import sys
import tempfile
import warnings

logging.getLogger("nobody").warning("last resort")
for wrong in [dict(stream=1, filename="x"), dict(handlers=[], stream=1), dict(nope=1), dict(style="!")]:
    logging.root.handlers.clear()
    try:
        logging.basicConfig(**wrong)
    except ValueError as e:
        print(e)
memory = io.StringIO()
logging.basicConfig(stream=memory, force=True, level="DEBUG")
logging.basicConfig(stream=sys.stdout)
logging.getLogger("q").info("into the memory")
print(repr(memory.getvalue()))
with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "x.log")
    logging.basicConfig(filename=path, force=True, level=logging.INFO, format="{message}!", style="{")
    logging.info("in a file")
    logging.debug("nowhere")
    late = logging.FileHandler(path, delay=True)
    print(late.stream, late.baseFilename == path)
    logging.root.addHandler(late)
    logging.info("twice")
    logging.basicConfig(stream=sys.stdout, force=True, format="%(message)s?")
    with open(path) as file:
        print(file.read())
print(logging.StreamHandler(sys.stdout), logging.NullHandler(), logging.root.handlers[0].stream is sys.stdout)
handler = logging.StreamHandler()
handler.name = "mine"
print(handler.get_name(), handler.setStream(sys.stdout) is sys.stderr, handler.setStream(sys.stdout))
logging.captureWarnings(True)
warnings.simplefilter("always")
logging.root.handlers[0].addFilter(lambda record: print(record.name, "careful" in record.getMessage()))
warnings.warn("careful")
logging.captureWarnings(False)
logging.root.handlers[0].filters.clear()


class Mine(logging.Logger):
    def makeRecord(self, *args, **kwargs):
        record = super().makeRecord(*args, **kwargs)
        record.msg = "MINE " + record.msg
        return record


logging.setLoggerClass(Mine)
logging.getLogger("mine").warning("hey")
logging.setLoggerClass(logging.Logger)
plain = logging.getLogRecordFactory()


def factory(*args, **kwargs):
    record = plain(*args, **kwargs)
    record.msg = record.msg.upper()
    return record


logging.setLogRecordFactory(factory)
logging.getLogger("any").warning("made by a factory")
