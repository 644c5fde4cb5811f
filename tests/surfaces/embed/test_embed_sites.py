"""Small real sites, each built by the real program, and what stands in their pages."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from html.parser import HTMLParser
from importlib.util import find_spec
from pathlib import Path
from urllib.request import urlopen

import pytest

CONFIG = """\
site_name: Pizza
theme: {name: THEME}
markdown_extensions:
  - pymdownx.superfences:
      custom_fences:
        - name: journeys
          class: journeys
          format: !!python/name:journeys.embed.superfences.fence
"""
PAGE = """\
# Pizza

```journeys
draw pizza --promise warm-at-the-door
promises pizza
```

- In a list:

    ```journeys
    findings pizza
    owners pizza
    ```

```yaml
journey: left as code
```
"""
BAD = "\n```journeys\ndraw piza\n```\n"
THEMES = {"mkdocs": "mkdocs", "properdocs": "mkdocs", "zensical": "material"}

RST = """\
Pizza
=====

.. journeys:: draw pizza
   --promise warm-at-the-door

.. journeys:: promises pizza

.. journeys:: findings pizza

.. journeys:: owners pizza
"""


class Parts(HTMLParser):
    """What stands in a page: labelled drawings, tables of ours, boxes, and all its words."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.drawings = 0
        self.tables = 0
        self.boxes = 0
        self.words = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.drawings += tag == "svg" and "drawing-title" in (given.get("aria-labelledby") or "")
        classes = (given.get("class") or "").split()
        self.boxes += "journeys-error" in classes
        self.tables += "journeys" in classes and not {"journeys-error", "journeys-draw"} & set(classes)

    def handle_data(self, data: str) -> None:
        self.words += data


def build(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a builder as a module, as people run it."""
    if find_spec(arguments[0]) is None:
        pytest.skip(f"{arguments[0]} is not installed")
    return subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        env={**os.environ, "NO_COLOR": "1"},
    )


@pytest.fixture
def site(home: Path, request: pytest.FixtureRequest) -> Path:
    """The sources of a site for the tool that a test is about."""
    config = CONFIG.replace("THEME", THEMES[request.node.callspec.params["tool"]])
    (home / ("properdocs.yml" if "properdocs" in request.node.name else "mkdocs.yml")).write_text(config)
    (home / "docs").mkdir()
    (home / "docs" / "index.md").write_text(PAGE)
    return home


@pytest.mark.parametrize("tool", THEMES)
def test_a_fence_becomes_drawings_and_tables(site: Path, tool: str) -> None:
    done = build(site, tool, "build", "--clean", "--strict")
    assert done.returncode == 0, done.stderr
    parts = Parts((site / "site" / "index.html").read_text())
    assert (parts.drawings, parts.tables, parts.boxes) == (1, 3, 0)
    for said in ("Hand the pizza over", "Warm at the door", "Riders (Bo Lind)", "findings", "journey: left as code"):
        assert said in parts.words


@pytest.mark.parametrize("tool", THEMES)
def test_an_error_is_a_box_and_fails_a_strict_build(site: Path, tool: str) -> None:
    (site / "docs" / "index.md").write_text(PAGE + BAD)
    done = build(site, tool, "build", "--clean")
    assert done.returncode == 0, done.stderr
    parts = Parts((site / "site" / "index.html").read_text())
    assert (parts.drawings, parts.tables, parts.boxes) == (1, 3, 1)
    assert "no journey is called “piza”: did you mean `pizza`?" in parts.words
    done = build(site, tool, "build", "--clean", "--strict")
    assert done.returncode != 0
    assert "no journey is called “piza”" in done.stdout + done.stderr


@pytest.mark.parametrize("tool", ["zensical"])
def test_zensical_is_strict_when_its_configuration_says_so(site: Path, tool: str) -> None:
    (site / "docs" / "index.md").write_text(PAGE + BAD)
    config = site / "mkdocs.yml"
    config.write_text(f"strict: true\n{config.read_text()}")
    assert build(site, tool, "build", "--clean").returncode != 0


@pytest.fixture
def book(home: Path) -> Path:
    """The sources of a small book in reStructuredText."""
    (home / "docs").mkdir()
    (home / "docs" / "conf.py").write_text(
        'project = "Pizza"\nextensions = ["journeys.embed.sphinx"]\nman_pages = [("index", "pizza", "Pizza", "", 1)]\n'
    )
    (home / "docs" / "index.rst").write_text(RST)
    (home / "docs" / "other.rst").write_text(":orphan:\n\nOther\n=====\n")
    return home


def sphinx(book: Path, builder: str, *options: str) -> subprocess.CompletedProcess[str]:
    """Build the book."""
    return build(book, "sphinx", "-b", builder, *options, "docs", f"out/{builder}")


def test_the_directive_becomes_drawings_and_tables(book: Path) -> None:
    done = sphinx(book, "html", "-W", "-j", "2")
    assert done.returncode == 0, done.stderr
    parts = Parts((book / "out" / "html" / "index.html").read_text())
    assert (parts.drawings, parts.tables, parts.boxes) == (1, 3, 0)
    for said in ("Hand the pizza over", "Warm at the door", "Riders (Bo Lind)"):
        assert said in parts.words


def test_a_page_is_read_anew_when_a_journey_changes(book: Path) -> None:
    sphinx(book, "html")
    assert "0 added, 0 changed" in sphinx(book, "html").stdout
    journey = book / "pizza.journey.yaml"
    journey.write_text(journey.read_text().replace("Hand the pizza over", "Give the pizza away"))
    os.utime(journey, ns=(0, journey.stat().st_mtime_ns + 10**10))
    assert "0 added, 1 changed" in sphinx(book, "html").stdout
    assert "Give the pizza away" in (book / "out" / "html" / "index.html").read_text()


def test_the_directives_error_is_a_box_and_fails_a_strict_build(book: Path) -> None:
    page = book / "docs" / "index.rst"
    page.write_text(f"{RST}\n.. journeys:: draw piza\n")
    done = sphinx(book, "html")
    assert done.returncode == 0
    assert f"{page}:13: WARNING: “draw piza”: no journey is called “piza”" in done.stderr
    parts = Parts((book / "out" / "html" / "index.html").read_text())
    assert (parts.drawings, parts.boxes) == (1, 1)
    assert "did you mean `pizza`?" in parts.words
    # The page is read each time until the journey is there, so that a strict build fails after another one too.
    assert sphinx(book, "html", "-W").returncode == 1


@pytest.mark.parametrize("builder", ["text", "man", "texinfo", "latex"])
def test_where_no_svg_is_shown_a_drawing_is_words_or_a_picture(book: Path, builder: str) -> None:
    done = sphinx(book, builder, "-W")
    assert done.returncode == 0, done.stderr
    out = book / "out" / builder
    texts = "".join(path.read_text() for path in out.rglob("*.*") if path.suffix in (".txt", ".1", ".texi", ".tex"))
    if builder == "latex":
        (picture,) = out.glob("journeys-*.png")
        assert picture.read_bytes().startswith(b"\x89PNG")
        assert picture.name in texts
    else:
        assert "Service blueprint of “Have a pizza" in " ".join(texts.split())
    assert "Riders (Bo Lind)" in " ".join(texts.split())


def test_a_site_that_is_served_follows_the_journeys(home: Path) -> None:
    """As the documentation says: `watch` names their folder."""
    if find_spec("mkdocs") is None:
        pytest.skip("mkdocs is not installed")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    (home / "docs").mkdir()
    (home / "docs" / "index.md").write_text(PAGE)
    (home / "journeys").mkdir()
    journey = (home / "pizza.journey.yaml").rename(home / "journeys" / "pizza.journey.yaml")
    (home / "mkdocs.yml").write_text(CONFIG.replace("THEME", "mkdocs") + "watch: [journeys]\n")
    served = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "serve", "-a", address], cwd=home, text=True,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip

    def shown(word: str) -> bool:
        for _ in range(600):
            try:
                with urlopen(f"http://{address}/", timeout=60) as page:
                    if word in page.read().decode():
                        return True
            except OSError:
                pass
            time.sleep(0.1)
        return False

    try:
        assert shown("Hand the pizza over")
        journey.write_text(journey.read_text().replace("Hand the pizza over", "Give the pizza away"))
        assert shown("Give the pizza away")
    finally:
        served.terminate()
        served.wait()
