"""How our own work on a drawing compares with Graphviz's on the same DOT: run by hand, prints ratios.

Usage: python tests/blueprints/benchmark_drawing.py [ACTIONS...]
"""

from __future__ import annotations

import gc
import sys
import time

from blueprints.engine import run_graphviz
from blueprints.formats.dot import to_dot
from blueprints.formats.svg import finish_svg
from blueprints.layout.scene import make_scene
from blueprints.themes.theme import theme
from blueprints.views.blueprint import blueprint_view
from blueprints.views.view import View
from journeys import api
from journeys.graph.journey import JourneyGraph

OWNERS = 8
IN_A_STEP = 4


def journey_text(actions: int) -> str:
    """A journey of so many actions, four a step, with a promise every eight steps and branches now and then."""
    steps = max(1, actions // IN_A_STEP)
    lines = ["journey: A long one", "customer: Buyer", "owners:"]
    lines += [f"  o{n}: {{name: Team number {n}}}" for n in range(OWNERS)]
    lines += ["phases:"]
    for n in range(steps):
        if n % 6 == 0:
            lines += [f"  - phase: Phase {n // 6}", "    steps:"]
        lines += [
            f"      - step: Step number {n} of many",
            f"        feeling: {n * 7 % 5 - 2}",
            f"        evidence: A letter about matter {n}",
            f"        customer: Read the letter and answer question {n}",
            f"        frontstage: {{do: Take the answer to question {n}, owner: o{n % OWNERS}, channel: web}}",
            f"        backstage: {{do: Work out what the answer means for case {n}, owner: o{(n + 3) % OWNERS}}}",
            f"        support: {{do: Keep records of {n}, owner: o{(n + 5) % OWNERS}, system: Archive, takes: 2 h}}",
        ]
        if n % 7 == 3 and n + 3 < steps:
            on, jump = f"Step number {n + 1} of many", f"Step number {n + 3} of many"
            lines.append(f"        next: [{on}, {{to: {jump}, when: it is so}}]")
        if n == steps - 1:
            lines.append("        end: true")
    lines.append("promises:")
    for n in range(0, max(1, steps - 3), 8):
        lines += [
            f"  p{n}:", f"    promise: You hear of it soon, number {n}", f"    by: o{n % OWNERS}", "    to: Buyer",
            f"    made: Step number {n} of many", f"    kept: Step number {min(n + 2, steps - 1)} of many",
            "    within: 3 days",
        ]  # fmt: skip
    return "\n".join(lines) + "\n"


def measured(journey: JourneyGraph, times: int) -> tuple[float, float, dict[str, float], View]:
    """The best of some runs: our seconds, Graphviz's seconds, and ours by stage."""
    best: dict[str, float] = {}
    for _ in range(times):
        gc.collect()
        look, clock = theme("light"), [time.perf_counter()]
        view = blueprint_view(journey)
        clock.append(time.perf_counter())
        scene = make_scene(view)
        clock.append(time.perf_counter())
        dot = to_dot(scene, look)
        clock.append(time.perf_counter())
        raw = run_graphviz(dot, time_limit=600)
        clock.append(time.perf_counter())
        finish_svg(raw, scene, look)
        clock.append(time.perf_counter())
        for name, start, end in zip(("view", "layout", "dot", "graphviz", "svg"), clock, clock[1:], strict=False):
            best[name] = min(best.get(name, 1e9), end - start)
    graphviz = best.pop("graphviz")
    return sum(best.values()), graphviz, best, view


def main() -> None:
    """Print a line for each size."""
    for actions in [int(word) for word in sys.argv[1:]] or [60, 1_000, 10_000]:
        journey = api.loads(journey_text(actions))
        ours, graphviz, stages, view = measured(journey, 5 if actions < 5_000 else 1)
        shown = ", ".join(f"{name} {seconds * 1000:.0f} ms" for name, seconds in stages.items())
        print(f"{len(view.cards)} cards: ours {ours * 1000:.0f} ms ({shown}), Graphviz {graphviz * 1000:.0f} ms, "
              f"ratio {ours / graphviz:.2f}")  # fmt: skip


if __name__ == "__main__":
    main()
