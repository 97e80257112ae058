# area: asyncio
# prio: P1
# checks: the submodules that programs name
import asyncio
import asyncio.events
import asyncio.tasks
from asyncio import base_events, coroutines, exceptions, futures, locks, log, mixins
from asyncio import protocols, queues, runners, streams, taskgroups, timeouts, transports
from asyncio.tasks import gather

print(asyncio.tasks.gather is gather is asyncio.gather)
print(asyncio.events.AbstractEventLoop is asyncio.AbstractEventLoop)
print(futures.Future is asyncio.Future, futures._FINISHED, locks.Lock is asyncio.Lock)
print(queues.Queue is asyncio.Queue, runners.run is asyncio.run, streams.StreamReader is asyncio.StreamReader)
print(timeouts.timeout is asyncio.timeout, taskgroups.TaskGroup is asyncio.TaskGroup)
print(transports.Transport is asyncio.Transport, protocols.Protocol is asyncio.Protocol)
print(exceptions.CancelledError is asyncio.CancelledError, coroutines.iscoroutine(3))
print(log.logger.name, base_events.BaseEventLoop.__name__ in ("BaseEventLoop", "_UnixSelectorEventLoop"))
for name in ("coroutine", "no_such_name"):
    print(hasattr(asyncio, name))
