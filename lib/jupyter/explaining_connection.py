"""Shows in JupyterLab what the kernel keeps to itself: why a cell was not run, that it was stopped, or that it
cannot be stopped.

Some errors the kernel finds before a cell runs: of syntax, and imports of what is not there. It then sends
no output, only a reply that says error, and JupyterLab shows nothing at all. A stopped cell ends with the same
reply. And a cell that is stopped while it waits never ends, and no other is run after it.
"""

from asked_to_stop import stop_listeners
from jupyter_server.services.kernels.connection.base import (
    deserialize_msg_from_ws_v1,
    serialize_msg_to_ws_v1,
)
from jupyter_server.services.kernels.connection.channels import ZMQChannelsWebsocketConnection
from tornado.ioloop import IOLoop
from why_not_loaded import why_not_loaded

STOP_SECONDS = 3
STOPPED = ("Stopped", "variables are kept", "Stopped; variables are kept")
WEDGED = (
    "NotStopped",
    "the kernel does not answer since it was stopped inside an await",
    "The kernel has not answered for three seconds: it cannot stop a cell that waits inside an await, and runs no "
    "other cell now. Choose Kernel, Restart Kernel; variables are lost then, the notebook's text is not.",
)


class ExplainingConnection(ZMQChannelsWebsocketConnection):
    """Puts the missing error in front of a mute reply. Speaks the protocol that JupyterLab speaks alone."""

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        self.sources = {}  # of cells without a reply, by their request
        self.running, self.stopped, self.wedged = None, set(), False
        stop_listeners(self.kernel_manager).add(self.on_stop)

    def disconnect(self):
        stop_listeners(self.kernel_manager).discard(self.on_stop)
        super().disconnect()

    def handle_incoming_message(self, incoming_msg):
        if isinstance(incoming_msg, bytes):
            _, (header, _parent, _metadata, content, *_buffers) = deserialize_msg_from_ws_v1(incoming_msg)
            request = self.session.unpack(header)
            if request["msg_type"] == "execute_request":
                self.sources[request["msg_id"]] = self.session.unpack(content)["code"]
                if self.wedged:
                    self.look_whether_wedged_soon(request)
        super().handle_incoming_message(incoming_msg)

    def handle_outgoing_message(self, stream, outgoing_msg):
        _, parts = self.session.feed_identities(outgoing_msg)
        header, parent = (self.session.unpack(part) for part in parts[1:3])
        if header["msg_type"] == "status" and parent.get("msg_type") == "execute_request":
            busy = self.session.unpack(parts[4])["execution_state"] == "busy"
            self.running = parent if busy else None
            self.wedged = self.wedged and not busy
        if header["msg_type"] == "execute_reply":
            source = self.sources.pop(parent["msg_id"], None)
            if source is not None and self.is_mute(self.session.unpack(parts[4])):
                if parent["msg_id"] in self.stopped:
                    self.show_error(parent, *STOPPED)
                else:
                    self.show_error(parent, *why_not_loaded(source))
            self.stopped.discard(parent["msg_id"])
        super().handle_outgoing_message(stream, outgoing_msg)

    def on_stop(self):
        """The running cell is asked to stop: its mute reply, or none at all, will come of that."""
        if self.running is not None:
            self.stopped.add(self.running["msg_id"])
            self.look_whether_wedged_soon(self.running)

    def look_whether_wedged_soon(self, request):
        IOLoop.current().call_later(STOP_SECONDS, self.look_whether_wedged, request)

    def look_whether_wedged(self, request):
        name = request["msg_id"]
        if name in self.sources and (name in self.stopped or self.wedged):
            del self.sources[name]
            self.wedged = True
            self.show_error(request, *WEDGED)

    @staticmethod
    def is_mute(reply):
        return reply.get("status") == "error" and reply.get("evalue") == "Execution failed"

    def show_error(self, parent, name, message, shown=None):
        content = {"ename": name, "evalue": message, "traceback": [shown or f"{name}: {message}"]}
        error = self.session.msg("error", content=content, parent=parent)
        self.write_message(serialize_msg_to_ws_v1(error, "iopub", self.session.pack), binary=True)
