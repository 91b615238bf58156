"""The board of a plan as a picture: terms against actors."""

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from ..answers import Board, Cell
from .style import BLUE, FAINT, GREEN, INK, LINE, ORANGE, PINK, RED, chosen, figure, titled, wrapped

ACTORS, TERMS = 24, 40
"""Most columns and rows: more cannot be read on a page."""

LOOK = {
    "supports": (BLUE, "+"), "demands": (GREEN, "!"), "accepts_if": (ORANGE, "?"), "rejects": (RED, "–"),
    "mixed": (PINK, "±"),
}  # fmt: skip
"""Colour and sign of each stance."""

ABOUT = "about"
_SAYS = "…"
_PAST = 0.45
"""How strongly a stance is drawn whose term has changed since."""
_NAMES = {"accepts_if": "accepts under a condition"}
_SIDE, _TOP, _LABEL = 0.42, 0.6, 3.1
_KEY, _LETTER, _ROW = 0.5, 0.066, 0.26
"""Inches of the legend: its mark with what is around it, a letter, a row."""


def draw_board(board: Board, *, topic: str | None, since: str | None, until: str | None) -> Figure:
    """Return the picture: the actors with the most statements, the terms on which there is a stance.

    A cell holds the sign of the stance on the term itself, and how many statements, if there are more than
    one. A stance on a claim about the term is no stance for or against the term: a hollow mark of its own.
    """
    spoken = {cell.term for cell in board.cells}
    terms = [term for term in board.terms if term.id in spoken][:TERMS]
    actors = board.actors[:ACTORS]
    heads = [wrapped(actor.name, 28, 2) for actor in actors]
    head = 0.25 + 0.06 * max((len(line) for text in heads for line in text.split("\n")), default=0)
    width = _LABEL + _SIDE * max(len(actors), 8) + 0.75 * head
    marks = _legend(board.cells)
    columns = _columns(marks, width)
    foot = 0.34 + _ROW * -(-len(marks) // columns)
    height = _TOP + head + _SIDE * max(len(terms), 1) + foot
    drawn = figure(width, height)
    axes = drawn.add_axes((
        _LABEL / width, foot / height,
        _SIDE * max(len(actors), 1) / width, _SIDE * max(len(terms), 1) / height,
    ))  # fmt: skip
    _grid(axes, [wrapped(term.in_draft, 46, 2) for term in terms], heads)
    row = {term.id: place for place, term in enumerate(terms)}
    column = {actor.id: place for place, actor in enumerate(actors)}
    for cell in board.cells:
        if cell.term in row and cell.actor in column:
            _cell(axes, column[cell.actor], row[cell.term], cell)
    if marks:
        drawn.legend(
            handles=marks, loc="lower left", bbox_to_anchor=(0.08 / width, 0.06 / height), ncols=columns,
            frameon=False, fontsize=8, labelcolor=INK, handletextpad=0.3, columnspacing=1.2,
        )  # fmt: skip
    told = chosen(since, until, topic=topic)
    left = len(spoken) - len(terms), len(board.actors) - len(actors)
    if any(left):
        told += f"; not shown: {left[0]} terms and {left[1]} actors with fewer statements"
    titled(
        drawn, f"{board.plan.name}: who stands where", f"{told}; newest stance {board.newest or 'undated'}"
    )
    if not terms:
        drawn.text(
            0.5, 0.35, "No actor takes a stance on these terms in its own words.", ha="center", color=FAINT
        )
    return drawn


def _grid(axes: Axes, terms: list[str], actors: list[str]) -> None:
    axes.set_xlim(0, max(len(actors), 1))
    axes.set_ylim(max(len(terms), 1), 0)
    axes.set_xticks(
        [n + 0.5 for n in range(len(actors))], actors, rotation=50, ha="left", rotation_mode="anchor"
    )
    axes.set_yticks([n + 0.5 for n in range(len(terms))], terms, fontsize=8)
    axes.tick_params(length=0, top=True, labeltop=True, bottom=False, labelbottom=False)
    for n in range(len(terms) + 1):
        axes.axhline(n, color=LINE, linewidth=0.6, clip_on=False)
    for n in range(len(actors) + 1):
        axes.axvline(n, color=LINE, linewidth=0.6, clip_on=False)
    for spine in axes.spines.values():
        spine.set_visible(False)


def _marks(cell: Cell) -> list[str]:
    """Return the stance on the term itself, if there is one, and ABOUT if there are stances on claims."""
    found: list[str] = [cell.own] if cell.own else []
    return [*found, ABOUT] if len(cell.own_stances) < len(cell.stances) else found


def _cell(axes: Axes, x: int, y: int, cell: Cell) -> None:
    mark, *more = _marks(cell)
    colour, sign = LOOK.get(mark, (FAINT, _SAYS))
    hollow = mark == ABOUT
    axes.add_patch(
        Rectangle(
            (x + 0.1, y + 0.1), 0.8, 0.8, facecolor="white" if hollow else colour, edgecolor=colour,
            linewidth=0.9, linestyle=(0, (2, 1.5)) if hollow else "solid",
            alpha=_PAST if cell.status == "stale" else 1,
        )
    )  # fmt: skip
    ink = colour if hollow else "white"
    axes.text(x + 0.5, y + 0.52, sign, ha="center", va="center", color=ink, fontsize=14, fontweight="bold")
    number = len({stance.statement for stance in (cell.stances if hollow else cell.own_stances)})
    if number > 1:
        axes.text(x + 0.86, y + 0.3, str(number), ha="right", va="center", color=ink, fontsize=6.5)
    if more:
        axes.text(x + 0.86, y + 0.74, _SAYS, ha="right", va="center", color=ink, fontsize=6.5)


def _legend(cells: list[Cell]) -> list[Line2D]:
    """Return what the marks that are drawn mean."""
    drawn = {mark for cell in cells for mark in _marks(cell)}
    marks = [
        _mark(f"{sign}  {_NAMES.get(stance, stance)}", colour)
        for stance, (colour, sign) in LOOK.items()
        if stance in drawn
    ]
    if ABOUT in drawn:
        marks.append(_mark(f"{_SAYS}  stance on a claim about it", "white", edge=FAINT))
    if any(cell.status == "stale" for cell in cells):
        marks.append(_mark("pale: the term changed since", FAINT, alpha=_PAST))
    return marks


def _mark(label: str, colour: str, edge: str | None = None, alpha: float = 1) -> Line2D:
    return Line2D([], [], linestyle="none", marker="s", markersize=11, label=label, color=colour,
                  markeredgecolor=edge or colour, alpha=alpha)  # fmt: skip


def _columns(marks: list[Line2D], width: float) -> int:
    """Return into how many columns the legend goes within a width in inches."""
    widest = max((len(str(mark.get_label())) for mark in marks), default=1)
    return max(1, int(width / (_KEY + _LETTER * widest)))
