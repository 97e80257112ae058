# area: asyncio
# prio: P2
# checks: base classes: what they offer and what they refuse
import asyncio
t = asyncio.BaseTransport({"k": 1})
print(t.get_extra_info("k"), t.get_extra_info("x"), t.get_extra_info("x", 2))
for name, args in [("close", ()), ("is_closing", ()), ("set_protocol", (1,)), ("get_protocol", ())]:
    try:
        getattr(t, name)(*args)
    except NotImplementedError:
        print(name)
for cls, names in [(asyncio.ReadTransport, "is_reading pause_reading resume_reading"),
                   (asyncio.WriteTransport, "get_write_buffer_size can_write_eof abort write_eof"),
                   (asyncio.DatagramTransport, "abort"),
                   (asyncio.SubprocessTransport, "get_pid get_returncode kill terminate")]:
    for name in names.split():
        try:
            getattr(cls(), name)()
        except NotImplementedError:
            print(cls.__name__, name)
p = asyncio.Protocol()
print(p.connection_made(1), p.data_received(b""), p.eof_received(), p.connection_lost(None))
print(p.pause_writing(), p.resume_writing(), asyncio.DatagramProtocol().datagram_received(b"", 1))
print(issubclass(asyncio.Transport, asyncio.ReadTransport), issubclass(asyncio.BufferedProtocol, asyncio.BaseProtocol))


class Echo(asyncio.Protocol):
    def data_received(self, data):
        self.data = data


e = Echo()
e.data_received(b"x")
print(e.data)
