"""Counts the cells that lose outputs under plain nbclient, which does not wait for late ones.

    lost_outputs.py CELLS [FIRST_CELL_SOURCE]
"""

import sys

import nbclient
import nbformat

LINES = 20
new = nbformat.v4
count = int(sys.argv[1])
sources = sys.argv[2:] + [f"for (let i = 0; i < {LINES}; i++) console.log('line ' + i);"] * count
notebook = new.new_notebook(cells=[new.new_code_cell(source) for source in sources])
nbclient.NotebookClient(notebook, timeout=60, kernel_name="deno", record_timing=False).execute()
texts = ["".join(output.get("text", "") for output in cell.outputs) for cell in notebook.cells[-count:]]
print(sum(text.count("line") != LINES for text in texts))
