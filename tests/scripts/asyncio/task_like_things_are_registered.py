# area: asyncio
# prio: P2
# checks: _enter_task, _leave_task, _register_task for tasks of one's own
import asyncio
from asyncio import tasks


class TaskLike:
    def __init__(self, loop):
        self.loop = loop
        self.over = False

    def get_loop(self):
        return self.loop

    def done(self):
        return self.over


loop = asyncio.new_event_loop()
mine = TaskLike(loop)
tasks._register_task(mine)
print(asyncio.all_tasks(loop) == {mine}, asyncio.current_task(loop))
tasks._enter_task(loop, mine)
print(asyncio.current_task(loop) is mine)
try:
    tasks._enter_task(loop, TaskLike(loop))
except RuntimeError as e:
    print("is being executed" in str(e))
try:
    tasks._leave_task(loop, TaskLike(loop))
except RuntimeError as e:
    print("does not match" in str(e))
tasks._leave_task(loop, mine)
mine.over = True
print(asyncio.all_tasks(loop))
tasks._unregister_task(mine)
loop.close()
