# SPDX-License-Identifier: EPL-2.0
"""Trapline from Python: a client of `trapline serve`. Standard library only.

    with Trapline() as trapline:
        study = trapline.load("examples/neve-sosp17/hypercall.trapline")
        study.evaluate("Hypercall", "Nested", "hypercall", run_loop=300)["values"]["cycles"]

The command is ./trapline of the repository, or what the environment variable TRAPLINE_COMMAND says.
"""
import json
import os
import pathlib
import shlex
import subprocess


class TraplineError(Exception):
    """What the server says of a request: a code, a message for people, and data (diagnostics of a study) for programs."""

    def __init__(self, error):
        super().__init__(error["message"])
        self.code = error["code"]
        self.data = error.get("data")


class Trapline:
    """A server in a process of its own. Close it, or use it in a `with`."""

    def __init__(self, command=None):
        default = str(pathlib.Path(__file__).resolve().parents[2] / "trapline")
        words = command or shlex.split(os.environ.get("TRAPLINE_COMMAND", shlex.quote(default)))
        self._process = subprocess.Popen([*words, "serve"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._last = 0

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        """Ends the server."""
        if self._process.poll() is None:
            self._send({"method": "exit"})
            self._process.stdin.close()
            self._process.wait(60)
        self._process.stdout.close()

    def call(self, method, **params):
        """Sends a request and waits for its answer. An interrupt (Ctrl-C) cancels it in the server, too."""
        self._last += 1
        number = self._last
        self._send({"id": number, "method": method, "params": {name: value for name, value in params.items() if value is not None}})
        try:
            answer = self._receive(number)
        except KeyboardInterrupt:
            self._send({"method": "$/cancelRequest", "params": {"id": number}})
            self._receive(number)
            raise
        if "error" in answer:
            raise TraplineError(answer["error"])
        return answer["result"]

    def load(self, file):
        """Reads and checks a study."""
        return Study(self, self.call("load", file=os.path.abspath(file)))

    def _send(self, message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self._process.stdin.flush()

    def _receive(self, number):
        while True:
            length = 0
            for line in iter(lambda: self._process.stdout.readline().strip(), b""):
                name, _, value = line.partition(b":")
                if name.lower() == b"content-length":
                    length = int(value)
            if not length:
                raise EOFError("the server has ended")
            answer = json.loads(self._process.stdout.read(length))
            if answer.get("id") == number:
                return answer


class Study:
    """A study that a server has loaded."""

    def __init__(self, trapline, loaded):
        self._trapline = trapline
        self._number = loaded["study"]
        self.name = loaded["name"]
        self.experiments = loaded["experiments"]

    def evaluate(self, experiment, stack, workload, metrics=None, seed=None, **overrides):
        """The values of a point; overrides are numbers of cycles, or texts with a unit: run_loop=300, clock="2.4 GHz"."""
        return self._trapline.call("evaluate", study=self._number, experiment=experiment, stack=stack, workload=workload, metrics=metrics, seed=seed, overrides=overrides)

    def evaluate_points(self, experiment, stack, workload, points, metrics=None, seed=None):
        """The values of many points, each a dict of overrides, in one request."""
        return self._trapline.call("evaluate", study=self._number, experiment=experiment, stack=stack, workload=workload, metrics=metrics, seed=seed, points=list(points))["points"]

    def bills(self, stack, workload):
        """How often each exit happens, and how often each cost is charged."""
        return self._trapline.call("bills", study=self._number, stack=stack, workload=workload)

    def slopes(self, stack, workload, metric="cycles"):
        """The exact derivatives of a value by every number of the models."""
        return self._trapline.call("slopes", study=self._number, stack=stack, workload=workload, metric=metric)

    def explain(self, stack, workload):
        """The trap tree, as text."""
        return self._trapline.call("explain", study=self._number, stack=stack, workload=workload)["text"]

    def fit(self, to, vary=None, scale=None, error=None):
        """Fits costs to references; the rows of `trapline fit --format json`."""
        return self._trapline.call("fit", study=self._number, to=to, vary=vary, scale=scale, error=error)["rows"]

    def sensitivity(self, experiments=None, stacks=None, sobol=False, samples=None):
        """What values depend on; the rows of `trapline sensitivity --format json`."""
        return self._trapline.call("sensitivity", study=self._number, experiments=experiments, stacks=stacks, sobol=sobol, samples=samples)["rows"]


def heatmap(file, values, across, down, title, label=lambda value: f"{value:.2f}"):
    """Writes a heat map as SVG. `values` has a row for each value down; `across` and `down` are (name, first, last)."""
    left, top, size = 70, 40, 400
    rows, columns = len(values), len(values[0])
    low = min(map(min, values))
    high = max(map(max, values))
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" width="{left + size + 110}" height="{top + size + 60}" font-family="sans-serif" font-size="12">',
             f'<text x="{left}" y="24" font-size="14">{title}</text>']

    def colour(value):
        share = (value - low) / (high - low) if high > low else 0
        return f"rgb({round(255 - 205 * share)},{round(250 - 130 * share)},{round(235 - 55 * share)})"

    for i, row in enumerate(values):
        for j, value in enumerate(row):
            parts.append(f'<rect x="{left + j * size / columns:.2f}" y="{top + (rows - 1 - i) * size / rows:.2f}" width="{size / columns + .3:.2f}" height="{size / rows + .3:.2f}" fill="{colour(value)}"/>')
    for share in (0, .5, 1):
        parts.append(f'<text x="{left + share * size}" y="{top + size + 18}" text-anchor="middle">{across[1] + share * (across[2] - across[1]):g}</text>')
        parts.append(f'<text x="{left - 6}" y="{top + size - share * size + 4}" text-anchor="end">{down[1] + share * (down[2] - down[1]):g}</text>')
        level = low + share * (high - low)
        parts.append(f'<rect x="{left + size + 20}" y="{top + size - share * (size - 20) - 20}" width="20" height="20" fill="{colour(level)}"/>')
        parts.append(f'<text x="{left + size + 46}" y="{top + size - share * (size - 20) - 5}">{label(level)}</text>')
    parts.append(f'<text x="{left + size / 2}" y="{top + size + 40}" text-anchor="middle">{across[0]}</text>')
    parts.append(f'<text transform="translate(16,{top + size / 2}) rotate(-90)" text-anchor="middle">{down[0]}</text></svg>')
    pathlib.Path(file).write_text("\n".join(parts), encoding="utf-8")
