"""Measures speed as ratios within one run: `python tests/benchmarks/measure.py [--journeys 1000]`.

Each ratio is printed with the bound it is meant to keep. Nothing here is asserted: machines differ, ratios less so.
"""

from __future__ import annotations

import argparse
import gc
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from generate import SHARED, chain, fan, journey

EXAMPLE = Path(__file__).parents[2] / "examples/marketplace/marketplace.journey.yaml"


def seconds(task: Callable[[], object], times: int = 3) -> float:
    """The shortest of some runs, with the collector off: what the work itself takes."""
    best = float("inf")
    for _ in range(times):
        gc.collect()
        gc.disable()
        begun = time.perf_counter()
        task()
        best = min(best, time.perf_counter() - begun)
        gc.enable()
    return best


def paired(one: list[str], other: list[str], times: int = 9) -> tuple[float, float]:
    """The shortest run of each of two commands, in turn."""
    best = [float("inf"), float("inf")]
    for _ in range(times):
        for number, command in enumerate((one, other)):
            begun = time.perf_counter()
            subprocess.run(command, check=False, capture_output=True)
            best[number] = min(best[number], time.perf_counter() - begun)
    return best[0], best[1]


def tell(what: str, measured: float, against: float, bound: float) -> None:
    """One line: the ratio, its bound, and the times it is made of."""
    ratio = measured / against
    verdict = "ok " if ratio <= bound else "OVER"
    print(f"{verdict} {what:<58} {ratio:6.2f} (≤ {bound:g})   {measured * 1000:9.1f} ms / {against * 1000:.1f} ms")


def start_up() -> None:
    """Whole processes against bare ones."""
    program = str(Path(sys.executable).parent / "journeys")
    tell("--version against an empty program", *paired([program, "--version"], [sys.executable, "-c", "pass"]), 2)
    bare = [sys.executable, "-c", "import pydantic, networkx, yaml"]
    tell("check of one journey against bare imports", *paired([program, "check", str(EXAMPLE)], bare), 1.5)


def loading(count: int) -> None:
    """Reading, judging and checking many journeys."""
    import yaml

    from journeys.api import load_workspace, loads_workspace
    from journeys.checks.triage.examine import examine
    from journeys.language.loading.files import load_journey
    from journeys.language.loading.reader import Read

    texts = {f"j{number}.journey.yaml": journey(number) for number in range(count)}
    load_journey(Read(journey(0)), "warm.journey.yaml")
    examine(loads_workspace({"j0.journey.yaml": journey(0)}, SHARED))
    safe = seconds(lambda: [yaml.load(text, yaml.CSafeLoader) for text in texts.values()])
    models = seconds(lambda: [load_journey(Read(text), name) for name, text in texts.items()])
    tell(f"{count} journeys to models against CSafeLoader", models, safe, 1)
    with tempfile.TemporaryDirectory() as folder:
        for name, text in texts.items():
            (Path(folder) / name).write_text(text, "utf-8")
        (Path(folder) / "journeys.yaml").write_text(SHARED, "utf-8")
        whole = seconds(lambda: load_workspace(folder).journeys)

        def check_anew() -> float:
            workspace = load_workspace(folder)
            assert workspace.journeys
            return seconds(lambda: examine(workspace), 1)

        checks = min(check_anew() for _ in range(3))
    tell(f"{count} journeys: all checks against loading the files", checks, whole, 1)
    half = dict(list(texts.items())[: count // 2])
    part = seconds(lambda: examine(loads_workspace(half, SHARED)))
    tell("twice as many journeys against half, loaded and checked", whole + checks, part, 2.4)


def long_rows(length: int) -> None:
    """A chain and a fan of promises, against those of half the length."""
    from journeys.api import loads

    for name, text in (("chain", chain), ("fan", fan)):
        short, long = loads(text(length // 2)), loads(text(length))
        halved = seconds(lambda journey=short: journey.workspace.judge(journey.workspace).verdicts, 1)
        full = seconds(lambda journey=long: journey.workspace.judge(journey.workspace).verdicts, 1)
        tell(f"a {name} of {length} promises against {length // 2}, judged", full, halved, 2.6)


def drawing() -> None:
    """Our own work for a drawing against Graphviz's run on the same DOT."""
    import blueprints
    from blueprints.engine import run_graphviz
    from journeys.api import loads_workspace

    one = loads_workspace({"j.journey.yaml": journey(0, actions=60)}, SHARED).journeys["j0"]
    dot = blueprints.draw(one).dot
    whole = seconds(lambda: blueprints.draw(one).svg(), 5)
    graphviz = seconds(lambda: run_graphviz(dot), 5)
    tell("60 actions drawn, our work against Graphviz's run", whole - graphviz, graphviz, 1)


def main() -> None:
    """Everything, in order."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--journeys", type=int, default=1000)
    parser.add_argument("--row", type=int, default=10_000)
    chosen = parser.parse_args()
    start_up()
    loading(chosen.journeys)
    long_rows(chosen.row)
    drawing()


if __name__ == "__main__":
    main()
