"""Runs a program in a group of processes of its own, and leaves none of the group behind.

    in_a_group.py PROGRAM [ARGUMENT...]

The group ends when the program does, when standard input is closed, and on a signal. This stands apart from the
program because a program that hangs cannot end itself.
"""

import os
import signal
import subprocess
import sys

import stop_with_parent  # noqa: F401

GRACE_SECONDS = 2


def stop(*_):
    raise SystemExit(1)


def end_group(program):
    """Asks the group to end, and makes it end."""
    if sys.platform == "win32":
        subprocess.run(["taskkill", "/F", "/T", "/PID", str(program.pid)], capture_output=True)
        return
    for name in ("SIGTERM", "SIGKILL"):
        try:
            os.killpg(program.pid, getattr(signal, name))
            program.wait(GRACE_SECONDS)
        except ProcessLookupError:
            return  # No one is left.
        except subprocess.TimeoutExpired:
            pass


for name in ("SIGTERM", "SIGINT", "SIGHUP"):
    if hasattr(signal, name):
        signal.signal(getattr(signal, name), stop)
program = None
try:
    program = subprocess.Popen(sys.argv[1:], stdin=subprocess.PIPE, start_new_session=True)
    sys.exit(program.wait())
finally:
    for name in ("SIGTERM", "SIGINT"):
        signal.signal(getattr(signal, name), signal.SIG_IGN)
    if program is not None:
        end_group(program)
