"""Stops this program when the one that started it ends, however it ends: standard input is closed then."""

import os
import signal
import sys
import threading


def wait_for_end():
    while os.read(0, 4096):  # Not sys.stdin, whose lock would be held while Python shuts down.
        pass
    if sys.platform == "win32":
        signal.raise_signal(signal.SIGTERM)  # There os.kill ends a program on the spot.
    else:
        os.kill(os.getpid(), signal.SIGTERM)


threading.Thread(target=wait_for_end, daemon=True).start()
