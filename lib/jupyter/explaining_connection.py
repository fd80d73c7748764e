"""Shows in JupyterLab why a cell was not run.

Some errors the kernel finds before a cell runs: of syntax, and imports of what is not there. It then sends
no output, only a reply that says error, and JupyterLab shows nothing at all.
"""

from jupyter_server.services.kernels.connection.base import (
    deserialize_msg_from_ws_v1,
    serialize_msg_to_ws_v1,
)
from jupyter_server.services.kernels.connection.channels import ZMQChannelsWebsocketConnection
from why_not_loaded import why_not_loaded


class ExplainingConnection(ZMQChannelsWebsocketConnection):
    """Puts the missing error in front of a mute reply. Speaks the protocol that JupyterLab speaks alone."""

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        self.sources = {}

    def handle_incoming_message(self, incoming_msg):
        if isinstance(incoming_msg, bytes):
            _, (header, _parent, _metadata, content, *_buffers) = deserialize_msg_from_ws_v1(incoming_msg)
            request = self.session.unpack(header)
            if request["msg_type"] == "execute_request":
                self.sources[request["msg_id"]] = self.session.unpack(content)["code"]
        super().handle_incoming_message(incoming_msg)

    def handle_outgoing_message(self, stream, outgoing_msg):
        _, parts = self.session.feed_identities(outgoing_msg)
        header, parent = (self.session.unpack(part) for part in parts[1:3])
        if header["msg_type"] == "execute_reply":
            source = self.sources.pop(parent["msg_id"], None)
            if source is not None and self.is_mute(self.session.unpack(parts[4])):
                self.show_error(parent, *why_not_loaded(source))
        super().handle_outgoing_message(stream, outgoing_msg)

    @staticmethod
    def is_mute(reply):
        return reply.get("status") == "error" and reply.get("evalue") == "Execution failed"

    def show_error(self, parent, name, message):
        content = {"ename": name, "evalue": message, "traceback": [f"{name}: {message}"]}
        error = self.session.msg("error", content=content, parent=parent)
        self.write_message(serialize_msg_to_ws_v1(error, "iopub", self.session.pack), binary=True)
