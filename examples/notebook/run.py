# SPDX-License-Identifier: EPL-2.0
"""Runs the code cells of a notebook without Jupyter: python3 run.py figure.ipynb"""
import json
import pathlib
import sys

notebook = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
names = {"__name__": "__main__"}
for cell in notebook["cells"]:
    if cell["cell_type"] == "code":
        exec(compile("".join(cell["source"]), sys.argv[1], "exec"), names)
