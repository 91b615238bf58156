"""What all pictures share: fonts, colours, titles, and bytes that are always the same."""

import io
import textwrap
import warnings
from typing import Literal

import matplotlib as mpl
from matplotlib.figure import Figure

Form = Literal["svg", "png"]

BLUE, ORANGE, GREEN, RED, SKY, PINK = "#0072B2", "#E69F00", "#009E73", "#D55E00", "#56B4E9", "#CC79A7"
INK, FAINT, LINE = "#222222", "#767676", "#d0d0d0"

mpl.rcParams.update(
    {
        "font.family": "DejaVu Sans",
        "font.size": 9.0,
        "text.color": INK,
        "axes.edgecolor": FAINT,
        "axes.labelcolor": INK,
        "xtick.color": INK,
        "ytick.color": INK,
        "text.parse_math": False,  # a dollar in a title is a dollar
        "svg.hashsalt": "counterclaim",
        "svg.fonttype": "path",
    }
)
warnings.filterwarnings("ignore", message="Glyph .* missing from font")


def picture(figure: Figure, form: Form) -> bytes:
    """Return a figure as a file; the same figure gives the same bytes."""
    out = io.BytesIO()
    metadata = {"Date": None, "Creator": "Counterclaim"} if form == "svg" else {"Software": "Counterclaim"}
    figure.savefig(out, format=form, dpi=160, metadata=metadata, facecolor="white")
    return out.getvalue()


def figure(width: float, height: float) -> Figure:
    """Return an empty figure of so many inches."""
    return Figure(figsize=(width, height), layout=None)


def titled(drawn: Figure, title: str, told: str) -> None:
    """Write the title, and beneath it in small what was chosen, at the upper left."""
    width, height = drawn.get_size_inches()
    lines = wrapped(title, int(width * 9))
    drawn.text(0.12 / width, 1 - 0.1 / height, lines, fontsize=12, fontweight="bold", va="top")
    below = 0.14 + 0.21 * (lines.count("\n") + 1)
    drawn.text(
        0.12 / width, 1 - below / height, wrapped(told, int(width * 14)), fontsize=8, color=FAINT, va="top"
    )


def wrapped(text: str, width: int, lines: int = 3) -> str:
    """Return text in lines of so many letters, cut with an ellipsis after the last."""
    return "\n".join(textwrap.wrap(text, max(width, 8), max_lines=lines, placeholder=" …"))


def chosen(since: str | None, until: str | None, **filters: str | None) -> str:
    """Return the filters and the range of dates in words."""
    told = [f"{name}: {value}" for name, value in filters.items() if value]
    if since or until:
        told.append(f"published {since or 'from the beginning'} to {until or 'the end'}")
    return "; ".join(told) or "all that the graph holds"
