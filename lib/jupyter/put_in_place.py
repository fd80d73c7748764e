"""Puts a new environment in the place of the old one.

    put_in_place.py FRESH FOLDER REPLACED

Python does it because Deno lets nobody move or remove a folder with a program in it that a task may run.
"""

import os
import shutil
import sys

fresh, folder, replaced = sys.argv[1:]
shutil.rmtree(replaced, ignore_errors=True)
if os.path.exists(folder):
    os.rename(folder, replaced)
os.rename(fresh, folder)
shutil.rmtree(replaced, ignore_errors=True)
