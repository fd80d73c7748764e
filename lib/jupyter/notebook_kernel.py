"""One kernel in this program's own group of processes, and what it answers."""

import collections
import os
import subprocess
import tempfile
import threading
import time

import zmq
from jupyter_client import BlockingKernelClient
from jupyter_client.connect import write_connection_file
from jupyter_client.kernelspec import KernelSpecManager

START_SECONDS = 60


class KernelEnded(Exception):
    """The kernel is no more."""


class NotebookKernel:
    """Deno's kernel in a notebook's folder. Jupyter's own manager would put it into a session of its own, where
    it outlives a runner that is killed."""

    def __init__(self, folder):
        self.files = tempfile.TemporaryDirectory(prefix="kernel")
        connection = os.path.join(self.files.name, "connection.json")
        write_connection_file(connection)
        spec = KernelSpecManager().get_kernel_spec("deno")
        self.process = subprocess.Popen(
            [part.replace("{connection_file}", connection) for part in spec.argv],
            cwd=folder,
            env={**os.environ, **spec.env},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        self.said = collections.deque(maxlen=20)  # what it writes past Jupyter: its last words are there
        self.listener = threading.Thread(target=self.listen, daemon=True)
        self.listener.start()
        self.client = BlockingKernelClient(connection_file=connection)
        self.client.load_connection_file()
        self.client.start_channels(stdin=False, hb=False)
        self.poller = zmq.Poller()
        self.channels = [self.client.iopub_channel, self.client.shell_channel]
        for channel in self.channels:
            self.poller.register(channel.socket, zmq.POLLIN)
        self.wait_for_ready()

    def listen(self):
        while some := self.process.stdout.read1(4096):
            self.said.append(some)

    def wait_for_ready(self):
        last = time.monotonic() + START_SECONDS
        while time.monotonic() < last:
            request = self.client.kernel_info()
            for message in self.messages(0.5):
                if message["parent_header"].get("msg_id") == request:
                    return
        raise TimeoutError(f"the kernel did not start within {START_SECONDS} seconds")

    def messages(self, seconds):
        """What came within some seconds; at the kernel's end, once all is read, KernelEnded."""
        ended = self.process.poll() is not None
        ready = dict(self.poller.poll(0 if ended else seconds * 1000))
        found = False
        for channel in self.channels:
            if channel.socket in ready:
                while channel.msg_ready():
                    found = True
                    yield channel.get_msg(timeout=0)
        if ended and not found:
            raise KernelEnded(self.last_words())

    def last_words(self):
        """Why the kernel has ended, as far as it can be known."""
        code = self.process.returncode
        self.listener.join(1)
        said = b"".join(self.said).decode("utf-8", "replace")
        if "out of memory" in said:
            return "the kernel ran out of memory"
        if code >= 0:
            return f"the kernel ended with exit code {code}, as Deno.exit({code}) does"
        killed = " (the system does so where memory is short)" if code == -9 else ""
        return f"the kernel was ended by signal {-code}{killed}"

    def end(self):
        self.process.kill()
        self.process.wait()
        self.client.stop_channels()
        self.files.cleanup()
