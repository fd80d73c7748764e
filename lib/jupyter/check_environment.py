"""Checks a Python environment against its requirements: each pinned package is there, and Jupyter's import.

    check_environment.py REQUIREMENTS

Says what is wrong in one line, and nothing where all is well.
"""

import importlib
import importlib.metadata
import re
import sys
from pathlib import Path

IMPORTED = {"jupyterlab": "jupyterlab", "nbclient": "nbclient", "pyzmq": "zmq"}

pinned = re.findall(r"^([A-Za-z0-9._-]+)==(\S+)", Path(sys.argv[1]).read_text("utf-8"), re.MULTILINE)
for name, version in pinned:
    try:
        found = importlib.metadata.version(name)
        if found != version:
            sys.exit(f"{name} is {found}, not {version}")
        if name in IMPORTED:
            importlib.import_module(IMPORTED[name])
    except Exception as error:  # Half a package can fail in any way.
        sys.exit(f"{name} cannot be imported ({type(error).__name__})")
