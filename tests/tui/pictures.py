"""Makes the pictures in ``screenshots/`` from the sample reports, as the program really reads them.

``python -m tests.tui.pictures [FOLDER]``: analyses the reports, opens the screen, presses keys, writes SVG and PNG.
"""

from __future__ import annotations

import asyncio
import html
import io
import re
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

import cairosvg
from PIL import Image
from rich.cells import cell_len

from briefing.settings import Screen, Settings, ThemeName
from briefing.tui.app import BriefingApp
from briefing.workspace import Workspace

ROOT = Path(__file__).parent.parent.parent
FOLDER = ROOT / "screenshots"
DATES = {"RFE/RL": "2009-06-14", "Reuters": "2009-06-14"}
_FONTS = "'Fira Code', 'DejaVu Sans Mono', Menlo, Consolas, monospace"


_TEXT_NODE = re.compile(
    r'<text(?P<before>[^>]*?) x="(?P<x>[\d.]+)" y="(?P<y>[\d.]+)"(?P<after>[^>]*)>(?P<words>[^<]*)</text>'
)


_CELL = 12.2
"""Width of a cell in the pictures Textual draws."""


class Picture(NamedTuple):
    """A view: its name, the terminal's size, the keys that lead there."""

    name: str
    size: tuple[int, int]
    keys: tuple[str, ...]
    theme: ThemeName = "briefing-dark"


PICTURES = (
    Picture("reading", (143, 40), ("]", "n")),
    Picture("claims", (143, 40), ("1", "home", "+", "?", "+")),
    Picture("entities", (143, 40), ("n", "2", "j", "enter")),
    Picture("facts", (143, 40), ("n", "n", "3")),
    Picture("notes", (143, 40), ("n", "h", "n", "a", *"ask the ministry", "enter", "n", "+", "4")),
    Picture("timeline", (143, 40), ("5", "home", "j")),
    Picture("sources", (143, 40), ("6", "j")),
    Picture("wording", (143, 40), ("7", "j")),
    Picture("matrix", (143, 40), ("8", "g", "j", "right")),
    Picture("export", (143, 40), ("e",)),
    Picture("small", (80, 24), ("n",)),
    Picture("wide", (200, 50), ("n", "n", "2", "j", "enter", "1")),
    Picture("light", (143, 40), ("n", "1"), "briefing-light"),
)


async def draw(picture: Picture, settings: Settings) -> str:
    """The view as SVG."""
    app = BriefingApp(Workspace(settings), background=False)
    async with app.run_test(size=picture.size) as pilot:
        app.theme = picture.theme
        await pilot.pause()
        await pilot.pause(1)
        for key in picture.keys:
            await pilot.press("space" if key == " " else key)
            await pilot.pause()
        while any(worker.group == "ledger" and not worker.is_finished for worker in app.workers):
            await pilot.pause(0.05)
        await pilot.pause()
        return portable(app.export_screenshot(title="briefing"))


def portable(svg: str) -> str:
    """The picture without fonts from elsewhere, and the same whenever it is drawn."""
    svg = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.S)
    svg = re.sub(r"terminal-\d+-", "terminal-", svg)
    return svg.replace("Fira Code, monospace", _FONTS).replace("font-family: Fira Code", f"font-family: {_FONTS}")


def png(svg: str) -> bytes:
    """The picture in pixels, with every letter in its cell and the lines of frames meeting."""
    fitted = _TEXT_NODE.sub(_fitted, svg.replace(_FONTS, "DejaVu Sans Mono"))
    drawn = Image.open(io.BytesIO(cairosvg.svg2png(bytestring=fitted.encode("utf-8"), scale=1.25)))
    few_colours = io.BytesIO()
    drawn.convert("RGB").quantize(128).save(few_colours, "PNG", optimize=True)
    return few_colours.getvalue()


def _fitted(node: re.Match[str]) -> str:
    """A piece of text with every character set in its cell; lines of frames stretched to the cell's height."""
    x, y = float(node["x"]), float(node["y"])
    words = html.unescape(node["words"])
    places, cells = [], 0
    for character in words:
        places.append(f"{x + cells * _CELL:.1f}")
        cells += cell_len(character)
    if "text-anchor" in node["before"] or not places:
        return node[0]
    drawn = words.replace("\xa0", "").strip()
    down = 1.06 if drawn and all("─" <= c <= "▟" for c in drawn) else 1.0
    matrix = f"matrix(1,0,0,{down},0,{(y - 5) * (1 - down):.3f})"
    after = re.sub(r' textLength="[^"]*"', "", node["after"])
    return f'<text{node["before"]} transform="{matrix}" x="{" ".join(places)}" y="{y}"{after}>{node["words"]}</text>'


def main(folder: Path = FOLDER) -> None:
    """Make every picture."""
    folder.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        for picture in PICTURES:
            library = Path(scratch) / picture.name
            settings = Settings(library=str(library), screen=Screen(theme=picture.theme))
            with Workspace(settings, inline=True) as workspace:
                workspace.add([ROOT / "seeds"])
                for entry in workspace.entries():
                    if entry.source in DATES and not entry.published:
                        workspace.correct("published", entry.id, DATES[entry.source])
                workspace.refresh()
            svg = asyncio.run(draw(picture, settings))
            (folder / f"{picture.name}.svg").write_text(svg, "utf-8")
            (folder / f"{picture.name}.png").write_bytes(png(svg))
            sys.stderr.write(f"{picture.name}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
