"""Runs notebooks on the real kernel; one line of JSON per notebook goes to standard output.

    run_notebook.py CANARY NOTEBOOK...

Each line holds the executed notebook, the seconds it took, and its failures: the cells whose reply or
outputs say error, whatever else they say. A notebook ends at its first failure, but for the canary.
"""

import json
import os
import queue
import sys
import time

import nbclient
import nbformat
import stop_with_parent  # noqa: F401
from jupyter_client.utils import ensure_async
from nbclient.exceptions import CellExecutionComplete, CellExecutionError
from why_not_loaded import why_not_loaded

CELL_TIMEOUT = 300
GRACE = 0.03
LAST_GRACE = 0.3


class Client(nbclient.NotebookClient):
    """Gives every output to the cell that it belongs to, however late it comes: until a notebook has
    imported the flush, and on a busy machine, the kernel may say that a cell is done too early."""

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        self.cells_by_request = {}

    async def _async_poll_output_msg(self, parent_msg_id, cell, cell_index):
        self.cells_by_request[parent_msg_id] = (cell, cell_index)
        last = cell is [c for c in self.nb.cells if c.cell_type == "code"][-1]
        done = False
        while True:
            timeout = None if not done else LAST_GRACE if last else GRACE
            try:
                message = await ensure_async(self.kc.iopub_channel.get_msg(timeout=timeout))
            except queue.Empty:
                return
            request = message["parent_header"].get("msg_id")
            if request in self.cells_by_request:
                try:
                    self.process_message(message, *self.cells_by_request[request])
                except CellExecutionComplete:
                    done = done or request == parent_msg_id


def failure_of(cell, reply):
    """What went wrong in a cell, or None; an error may show in the reply, in the outputs, or in both."""
    errors = [output for output in cell.outputs if output.output_type == "error"]
    expected = "raises-exception" in cell.metadata.get("tags", [])
    if errors or reply["status"] == "error":
        if expected:
            return None
        # The kernel says nothing of an error that it finds before the cell runs.
        name, message = (errors[0].ename, errors[0].evalue) if errors else why_not_loaded(cell.source)
        return {"name": name, "message": message}
    if expected:
        return {"name": "Error", "message": "the cell is tagged raises-exception, but raised nothing"}
    return None


def run(path, allow_errors):
    notebook = nbformat.read(path, as_version=4)
    failures = []

    def note(cell, cell_index, execute_reply):
        failure = failure_of(cell, execute_reply["content"])
        if failure is not None:
            failures.append({"cell": cell_index, **failure})

    client = Client(
        notebook,
        allow_errors=allow_errors,
        coalesce_streams=True,
        iopub_timeout=30,
        kernel_name="deno",
        on_cell_executed=note,
        record_timing=False,
        resources={"metadata": {"path": os.path.dirname(os.path.abspath(path))}},
        startup_timeout=60,
        timeout=CELL_TIMEOUT,
    )
    start = time.monotonic()
    try:
        client.execute()
    except CellExecutionError:
        pass  # Already among the failures.
    except Exception as error:  # A dead kernel or a cell without end: the other notebooks go on.
        failures.append({"cell": None, "name": type(error).__name__, "message": str(error).split("\n")[0]})
    return {
        "path": path,
        "seconds": time.monotonic() - start,
        "failures": failures,
        "notebook": json.loads(nbformat.writes(notebook)),
    }


if __name__ == "__main__":
    # A kernel writes to the same standard output: it gets standard error in its place.
    results = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    for index, name in enumerate(sys.argv[1:]):
        print(json.dumps(run(name, allow_errors=index == 0)), file=results, flush=True)
