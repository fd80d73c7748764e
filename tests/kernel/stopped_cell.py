"""Runs cells on the kernel, stops one of them after some seconds, and prints the values as JSON.

    stopped_cell.py SECONDS STOPPED_CELL SOURCE...

The kernel gets three seconds after the stop before it goes on.
"""

import json
import sys
import time

from jupyter_client.manager import start_new_kernel

seconds, stopped, sources = float(sys.argv[1]), int(sys.argv[2]), sys.argv[3:]
manager, client = start_new_kernel(kernel_name="deno", startup_timeout=60)


def run(source, stop):
    start = time.monotonic()
    request = client.execute(source)
    answer, interrupted = None, None
    while True:
        if stop and interrupted is None and time.monotonic() - start > seconds:
            manager.interrupt_kernel()
            interrupted = time.monotonic()
        try:
            message = client.get_iopub_msg(timeout=0.1)
        except Exception:
            if time.monotonic() - start > 60:
                return {"timeout": True}
            continue
        if message["parent_header"].get("msg_id") != request:
            continue
        content = message["content"]
        if message["msg_type"] == "execute_result":
            answer = content["data"].get("text/plain")
        if message["msg_type"] == "status" and content["execution_state"] == "idle":
            break
    if interrupted is None:
        return answer
    time.sleep(3)
    return {"secondsToStop": time.monotonic() - interrupted - 3}


try:
    print(json.dumps([run(source, i == stopped) for i, source in enumerate(sources)]))
finally:
    manager.shutdown_kernel(now=True)
