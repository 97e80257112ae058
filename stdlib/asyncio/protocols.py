"""The bases of protocols: what a transport calls."""

__all__ = ('BaseProtocol', 'Protocol', 'DatagramProtocol',
           'SubprocessProtocol', 'BufferedProtocol')


class BaseProtocol:
    """What every transport calls."""

    __slots__ = ()

    def connection_made(self, transport):
        """The connection is there."""

    def connection_lost(self, exc):
        """The connection is gone; exc is None when it was closed."""

    def pause_writing(self):
        """The transport's buffer is over its high-water mark."""

    def resume_writing(self):
        """The transport's buffer is under its low-water mark again."""


class Protocol(BaseProtocol):
    """A stream of bytes."""

    __slots__ = ()

    def data_received(self, data):
        """Some bytes came."""

    def eof_received(self):
        """The other end will send no more; a true value keeps it open."""


class BufferedProtocol(BaseProtocol):
    """A stream of bytes into buffers of the protocol."""

    __slots__ = ()

    def get_buffer(self, sizehint):
        """Give a buffer to receive into."""

    def buffer_updated(self, nbytes):
        """Some bytes are in the buffer."""

    def eof_received(self):
        """The other end will send no more; a true value keeps it open."""


class DatagramProtocol(BaseProtocol):
    """Datagrams."""

    __slots__ = ()

    def datagram_received(self, data, addr):
        """A datagram came."""

    def error_received(self, exc):
        """Sending or receiving failed."""


class SubprocessProtocol(BaseProtocol):
    """A child process."""

    __slots__ = ()

    def pipe_data_received(self, fd, data):
        """The child wrote to a pipe."""

    def pipe_connection_lost(self, fd, exc):
        """A pipe was closed."""

    def process_exited(self):
        """The child ended."""
