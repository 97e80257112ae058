# group: whole_programs
class Packet:
    def __init__(self, link, ident, kind):
        self.link = link
        self.ident = ident
        self.kind = kind
        self.datum = 0
        self.data = [0] * 4

    def append_to(self, queue):
        self.link = None
        if queue is None:
            return self
        p = queue
        while p.link is not None:
            p = p.link
        p.link = self
        return queue


class Task:
    def __init__(self, scheduler, ident, priority):
        self.scheduler = scheduler
        self.ident = ident
        self.priority = priority
        self.queue = None
        self.held = False
        self.runs = 0

    def give(self, packet):
        self.queue = packet.append_to(self.queue)

    def take(self):
        packet = self.queue
        if packet is not None:
            self.queue = packet.link
        return packet

    def run(self):
        raise NotImplementedError


class Idle(Task):
    seed = 1

    def run(self):
        self.seed = (self.seed * 1103515245 + 12345) & 0x7FFFFFFF
        target = self.scheduler.tasks[1 + (self.seed >> 8) % 4]
        target.give(Packet(None, target.ident, self.seed & 1))


class Worker(Task):
    def run(self):
        packet = self.take()
        if packet is None:
            self.held = True
            return
        for i in range(4):
            packet.data[i] = (packet.datum + i * self.ident) & 255
        packet.datum += sum(packet.data) & 15
        if packet.kind:
            packet.kind = 0
            self.scheduler.tasks[1 + (self.ident + packet.datum) % 4].give(packet)
        else:
            self.scheduler.finished += 1


class Scheduler:
    def __init__(self):
        self.finished = 0
        self.tasks = [Idle(self, 0, 0)] + [Worker(self, i, i * 10) for i in range(1, 5)]

    def loop(self, steps):
        for _ in range(steps):
            for task in self.tasks:
                if task.held and task.queue is None:
                    continue
                task.held = False
                task.runs += 1
                task.run()


s = Scheduler()
s.loop(110_000)
print(s.finished, [t.runs for t in s.tasks])
