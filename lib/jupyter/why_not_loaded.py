"""Says why the kernel could not load a cell, which the kernel itself keeps to itself."""

import os
import re
import subprocess
import tempfile
from pathlib import Path

from jupyter_client.kernelspec import KernelSpecManager

SECONDS = 20
# One folder below the project's root, as the notebooks are: relative imports mean the same.
FOLDER = Path(__file__).resolve().parents[2] / ".cache"


def why_not_loaded(source):
    """Loads the text of a cell without running it, and repeats what deno says: (name, message)."""
    deno = KernelSpecManager().get_kernel_spec("deno").argv[0]
    unknown = ("Error", "the kernel could not load the cell, and does not say why")
    with tempfile.TemporaryDirectory(dir=FOLDER, prefix="cell") as folder:
        # Deno reads the text from a file; its folder is looked up for relative imports.
        file = Path(folder).with_suffix(".ts")
        try:
            file.write_text(source, encoding="utf-8")
            said = subprocess.run(
                [deno, "cache", "--quiet", "--frozen", str(file)],
                capture_output=True,
                encoding="utf-8",
                env={**os.environ, "NO_COLOR": "1"},
                stdin=subprocess.DEVNULL,
                timeout=SECONDS,
            ).stderr
        except subprocess.TimeoutExpired:
            return unknown
        finally:
            file.unlink(missing_ok=True)
    return told(said, file.name) or unknown


def told(said, file_name):
    """The name and the message of the error in deno's words, with the place in the cell if it is there."""
    error = re.search(r"^error: (?:(\w*Error): )?(.*)$", said, re.MULTILINE)
    if error is None:
        return None
    here = rf"(?:at )?file:\S*{re.escape(file_name)}"
    place = re.search(rf"{here}:(\d+):(\d+)", said)
    message = re.sub(rf"\s*{here}(?::\d+)*", "", error[2]).rstrip(".")
    where = f" (line {place[1]}, column {place[2]})" if place else ""
    return error[1] or "Error", message + where
