# area: asyncio
# prio: P2
# checks: the mixin of transports pauses above the high mark and resumes at the low one; its limits and errors
import asyncio
from asyncio import transports


class Pipe(transports._FlowControlMixin):
    size = 0

    def get_write_buffer_size(self):
        return self.size


class Protocol(asyncio.Protocol):
    def __init__(self, fails=None):
        self.log, self.fails = [], fails

    def pause_writing(self):
        self.log.append('pause')
        if self.fails:
            raise self.fails

    def resume_writing(self):
        self.log.append('resume')
        if self.fails:
            raise self.fails


async def main():
    loop, reports = asyncio.get_running_loop(), []
    loop.set_exception_handler(lambda loop, context: reports.append((context['message'], context['exception'])))
    pipe = Pipe(loop=loop)
    print(pipe.get_write_buffer_limits(), pipe.get_extra_info('x', 5))
    for limits in ({'high': 10}, {'low': 10}, {'high': 10, 'low': 3}, {'high': 0}):
        pipe.set_write_buffer_limits(**limits)
        print(limits, pipe.get_write_buffer_limits())
    for limits in ({'high': 10, 'low': 20}, {'high': -1}, {'low': -5}):
        try:
            pipe.set_write_buffer_limits(**limits)
        except ValueError as e:
            print(e)
    for fails in (None, KeyError('no')):
        pipe = Pipe(loop=loop)
        pipe._protocol = protocol = Protocol(fails)
        pipe.set_write_buffer_limits(10, 4)
        for pipe.size in (5, 10, 11, 20, 10, 5, 4, 0, 11, 1):
            pipe._maybe_pause_protocol()
            pipe._maybe_resume_protocol()
        print(protocol.log, reports)
    try:
        transports._FlowControlMixin(loop=loop).get_write_buffer_size()
    except NotImplementedError:
        print('not implemented')


asyncio.run(main())
