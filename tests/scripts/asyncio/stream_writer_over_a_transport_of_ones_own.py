# area: asyncio
# prio: P1
# checks: StreamWriter and StreamReaderProtocol over a transport made by hand
import asyncio
class Pipe(asyncio.Transport):
    def __init__(self):
        super().__init__({"peername": "nobody"})
        self.log = []
        self.closing = False

    def write(self, data):
        self.log.append(bytes(data))

    def writelines(self, parts):
        self.write(b"".join(parts))

    def is_closing(self):
        return self.closing

    def close(self):
        self.closing = True

    def can_write_eof(self):
        return True

    def write_eof(self):
        self.log.append("eof")


async def main():
    loop = asyncio.get_running_loop()
    reader = asyncio.StreamReader()
    protocol = asyncio.StreamReaderProtocol(reader)
    pipe = Pipe()
    protocol.connection_made(pipe)
    writer = asyncio.StreamWriter(pipe, protocol, reader, loop)
    writer.write(b"a")
    writer.writelines([b"b", b"c"])
    await writer.drain()
    protocol.pause_writing()
    drain = asyncio.create_task(writer.drain())
    await asyncio.sleep(0)
    print(drain.done())
    protocol.resume_writing()
    await drain
    print(writer.can_write_eof(), writer.get_extra_info("peername"), writer.get_extra_info("x", 3))
    writer.write_eof()
    protocol.data_received(b"input")
    print(await reader.read(9), writer.transport is pipe, writer.is_closing())
    writer.close()
    protocol.connection_lost(None)
    await writer.wait_closed()
    print(pipe.log, reader.at_eof(), writer.is_closing())
    try:
        await writer.drain()
    except ConnectionResetError as e:
        print(e)


asyncio.run(main())
