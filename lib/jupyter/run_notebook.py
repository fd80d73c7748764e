"""Runs notebooks on the real kernel, and tells by lines of JSON on standard output.

    run_notebook.py CELL_SECONDS CANARY NOTEBOOK...

Before each cell comes {"cell": INDEX}. After a notebook comes one line with the executed notebook, the seconds
it took, and its failures. A notebook ends at its first failure, but for the canary.
"""

import json
import os
import signal
import sys
import time
from pathlib import Path

import nbformat
import stop_with_parent  # noqa: F401
from cell_outputs import LIMIT, CellOutputs, TooLong
from notebook_kernel import START_SECONDS, KernelEnded, NotebookKernel
from why_not_loaded import why_not_loaded

RECEIPTS = Path(__file__).with_name("read_receipts.ts").resolve().as_uri()


class Failure(Exception):
    """What went wrong in a cell: (name, message)."""


class Fatal(Failure):
    """After this the kernel is no use."""


def look_at_time(last, seconds):
    if time.monotonic() > last:
        raise Fatal("TimeoutError", f"it did not end within {seconds:g} seconds")


class Runner:
    """Runs the cells of one notebook, one after the other."""

    def __init__(self, path, cell_seconds):
        self.cell_seconds = cell_seconds
        self.kernel = NotebookKernel(os.path.dirname(os.path.abspath(path)))
        self.receipts = open(os.path.join(self.kernel.files.name, "receipts"), "ab", buffering=0)
        self.displays, self.by_request = {}, {}
        self.run(
            f"(await import({json.dumps(RECEIPTS)})).keepReceipts({json.dumps(self.receipts.name)})",
            CellOutputs({}),
            max(cell_seconds, START_SECONDS),
        )

    def run(self, source, outputs, seconds):
        """Runs a cell until its reply, its idle and its receipt have come: the reply and what it says of a result."""
        request = self.kernel.client.execute(source, stop_on_error=False, allow_stdin=False)
        self.by_request[request] = outputs
        reply, idle, end = None, False, {}
        last = time.monotonic() + seconds
        while reply is None or not idle:
            try:
                look_at_time(last, seconds)
                for message in self.kernel.messages(0.5):
                    look_at_time(last, seconds)
                    kind, content = message["header"]["msg_type"], message["content"]
                    mine = message["parent_header"].get("msg_id") == request
                    if kind == "receipt_request":
                        self.receive(content["number"])
                        end = content if content.get("ended") and mine else end
                    elif kind == "execute_reply":
                        reply = content if mine else reply
                    elif kind == "status":
                        idle = idle or (mine and content["execution_state"] == "idle")
                    else:
                        self.by_request.get(message["parent_header"].get("msg_id"), outputs).take(kind, content)
            except KernelEnded as ended:
                raise Fatal("DeadKernelError", str(ended)) from None
            except TooLong:
                raise Fatal("OutputTooLong", f"it shows more than {LIMIT // 10**6} million characters") from None
        return reply, end

    def receive(self, number):
        """Gives the receipts that were asked for; asked twice, they are given once."""
        missing = number - os.path.getsize(self.receipts.name)
        self.receipts.write(b"." * max(missing, 0))

    def run_cell(self, cell):
        """Runs a cell of the notebook and fills its outputs in."""
        outputs = CellOutputs(self.displays)
        try:
            reply, end = self.run(cell.source, outputs, self.cell_seconds)
        finally:
            cell.outputs = [nbformat.from_dict(output) for output in outputs.whole()]
        error = error_of(cell, reply)
        expected = "raises-exception" in cell.metadata.get("tags", [])
        if error is not None and not expected:
            raise Failure(*error)
        if error is None and expected:
            raise Failure("Error", "the cell is tagged raises-exception, but raised nothing")
        if error is None:
            shown = any(output.output_type == "execute_result" for output in cell.outputs)
            if not end:
                raise Failure("LostOutput", "the kernel did not tell that all of its output was sent")
            if end["result"] and not shown:
                raise Failure("LostOutput", "the kernel sent no result, though there is one")


def error_of(cell, reply):
    """A cell's error, which may show in the reply, in the outputs, or in both: (name, message) or None."""
    for output in cell.outputs:
        if output.output_type == "error":
            return output.ename, output.evalue
    if reply["status"] == "ok":
        return None
    if reply.get("evalue", "Execution failed") != "Execution failed":
        return reply["ename"], reply["evalue"]
    return why_not_loaded(cell.source)  # The kernel says nothing of an error that it finds before the cell runs.


def run(path, cell_seconds, goes_on, tell):
    notebook = nbformat.v4.new_notebook()
    failures, start, index, runner = [], time.monotonic(), None, None
    try:
        notebook = nbformat.read(path, as_version=4)
        runner = Runner(path, cell_seconds)
        number = 0
        for index, cell in enumerate(notebook.cells):
            if cell.cell_type != "code" or not cell.source.strip():
                continue
            number += 1
            tell({"cell": index})
            try:
                runner.run_cell(cell)
            except Failure as failure:
                failures.append({"cell": index, "name": failure.args[0], "message": failure.args[1]})
                if isinstance(failure, Fatal) or not goes_on:
                    break
            finally:
                cell.execution_count = number
                for output in cell.outputs:
                    if output.output_type == "execute_result":
                        output.execution_count = number
    except Exception as error:  # The other notebooks go on.
        name, message = error.args if isinstance(error, Failure) else (type(error).__name__, str(error))
        failures.append({"cell": index, "name": name, "message": message.split("\n")[0]})
    finally:
        if runner is not None:
            runner.kernel.end()
    return {
        "path": path,
        "seconds": time.monotonic() - start,
        "failures": failures,
        "notebook": notebook,
    }


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # The kernel ends with it, and its files go.

    def tell(line):
        print(json.dumps(line), flush=True)

    for index, name in enumerate(sys.argv[2:]):
        tell(run(name, float(sys.argv[1]), goes_on=index == 0, tell=tell))
