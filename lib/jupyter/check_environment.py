"""Checks a Python environment against its requirements: each pinned package is there, and Jupyter's import.

    check_environment.py REQUIREMENTS

Says what is wrong in one line, and nothing where all is well.
"""

import importlib
import importlib.metadata
import sys
from pathlib import Path

from pip._vendor.packaging.requirements import Requirement

IMPORTED = {"jupyterlab": "jupyterlab", "nbclient": "nbclient", "pyzmq": "zmq"}


def pinned(path):
    """What is pinned for this system: (name, version)."""
    for line in Path(path).read_text("utf-8").splitlines():
        if "==" in line and not line.startswith((" ", "#")):
            required = Requirement(line.rstrip(" \\").split(" --hash")[0])
            if required.marker is None or required.marker.evaluate():
                yield required.name, str(required.specifier).removeprefix("==")


for name, version in pinned(sys.argv[1]):
    try:
        found = importlib.metadata.version(name)
        if found != version:
            sys.exit(f"{name} is {found}, not {version}")
        if name in IMPORTED:
            importlib.import_module(IMPORTED[name])
    except Exception as error:  # Half a package can fail in any way.
        sys.exit(f"{name} cannot be imported ({type(error).__name__})")
