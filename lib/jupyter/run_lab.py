"""Runs JupyterLab until standard input is closed."""

import stop_with_parent  # noqa: F401
from jupyterlab.labapp import main

main()
