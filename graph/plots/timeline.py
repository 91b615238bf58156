"""A timeline as a picture: who said what when."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from matplotlib.axes import Axes
from matplotlib.dates import AutoDateLocator, ConciseDateFormatter
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from ..answers import Moment
from .style import BLUE, FAINT, GREEN, INK, LINE, ORANGE, PINK, RED, SKY, chosen, figure, titled, wrapped

ACTORS = 30
"""Most lanes: those who said most."""

_LOOK = {
    "asserts": ("o", SKY, "asserts"), "denies": ("X", RED, "denies"),
    "questions": ("d", "#B0B0B0", "questions"), "retracts": ("<", "white", "retracts"),
    "supports": ("P", BLUE, "supports"), "rejects": ("v", ORANGE, "rejects"),
    "demands": ("^", GREEN, "demands"), "accepts_if": ("D", PINK, "accepts under a condition"),
    "": (".", "#B0B0B0", "says"),
}  # fmt: skip
_LABEL, _LANE, _TOP, _FOOT = 2.0, 0.36, 0.95, 0.95
_ROWS, _WIDE = 3, 3.6
"""Rows of names of events, and how many points a letter of these is wide."""

Said = tuple[float, str]


def draw_timeline(
    moments: Iterable[Moment], *, since: str | None, until: str | None, **filters: str | None
) -> Figure:
    """Return the picture: a lane for each speaker, a mark for each act, a line for each event.

    What is known to a month or a year alone stands in the middle of it, hollow.
    """
    told = list(moments)
    lanes: dict[str, list[Moment]] = defaultdict(list)
    for moment in told:
        for speaker in moment.evidence.speakers if moment.evidence else ():
            lanes[speaker.name].append(moment)
    first = {name: min(m.at for m in said) for name, said in lanes.items()}
    most = sorted(lanes, key=lambda name: (-len(lanes[name]), name))[:ACTORS]
    shown = sorted(most, key=lambda name: (first[name], name))
    width, height = 11.0, _TOP + _FOOT + _LANE * max(len(shown), 3)
    drawn = figure(width, height)
    axes = drawn.add_axes(
        (_LABEL / width, _FOOT / height, 1 - (_LABEL + 0.25) / width, 1 - (_TOP + _FOOT) / height)
    )
    _frame(axes, shown)
    if told:
        days = [when(moment.at)[0] for moment in told]
        margin = max((max(days) - min(days)) * 0.03, 1)
        axes.set_xlim(min(days) - margin, max(days) + margin)
    acts: set[str] = set()
    for lane, name in enumerate(shown):
        acts |= _lane(axes, lane, lanes[name])
    _events(axes, [moment for moment in told if moment.kind == "event"], (width - _LABEL - 0.25) * 72)
    axes.xaxis.set_major_formatter(ConciseDateFormatter(axes.xaxis.get_major_locator()))
    _legend(drawn, acts)
    words = chosen(None, None, **filters)
    if since or until:
        words += f"; from {since or 'the beginning'} to {until or 'the end'}"
    if len(shown) < len(lanes):
        words += f"; not shown: {len(lanes) - len(shown)} speakers who said less"
    titled(drawn, "Who said what when", words)
    if not told:
        drawn.text(0.5, 0.5, "Nothing with a date.", ha="center", color=FAINT)
    return drawn


def _frame(axes: Axes, names: list[str]) -> None:
    axes.set_ylim(max(len(names), 1) - 0.5, -0.5)
    axes.set_yticks(range(len(names)), [wrapped(name, 26, 2) for name in names], fontsize=8)
    axes.tick_params(axis="y", length=0)
    axes.xaxis.set_major_locator(AutoDateLocator(minticks=3, maxticks=9))
    axes.xaxis_date()
    for lane in range(len(names)):
        axes.axhline(lane, color=LINE, linewidth=0.7, zorder=0)
    for side in ("left", "right", "top"):
        axes.spines[side].set_visible(False)


def _lane(axes: Axes, lane: int, said: list[Moment]) -> set[str]:
    """Draw the marks of one speaker; those of one day stand above each other, the first acts lowest."""
    acts: set[str] = set()
    places: dict[float, list[tuple[str, bool]]] = defaultdict(list)
    for moment in said:
        at, whole = when(moment.at)
        for act in sorted({deed.act for deed in moment.evidence.acts}) if moment.evidence else []:
            if (act, whole) not in places[at]:
                places[at].append((act, whole))
    for at, marks in places.items():
        step = min(0.26, 0.7 / len(marks))
        for number, (act, whole) in enumerate(sorted(marks)):
            marker, colour, _ = _LOOK.get(act, _LOOK[""])
            axes.scatter(
                at, lane + step * ((len(marks) - 1) / 2 - number), s=44, marker=marker, linewidths=0.8,
                facecolors=colour if whole else "white", zorder=3,
                edgecolors=INK,
            )  # fmt: skip
            acts.add(act if act in _LOOK else "")
    return acts


def when(at: str) -> tuple[float, bool]:
    """Return the day since 1970 (as matplotlib counts), the middle of what is known, and if the day is."""
    known = len(at) >= 10
    day = date.fromisoformat(at[:10] if known else f"{at}-15" if len(at) >= 7 else f"{at}-07-02")
    return (day - date(1970, 1, 1)).days + 0.5, known


def _events(axes: Axes, events: list[Moment], width: float) -> None:
    """Draw a line for each event, and its name in the lowest row that is free there; without one, no name.

    `width` is that of the axes, in points.
    """
    told = sorted(events, key=lambda m: (m.at, m.id))
    for moment in told:
        axes.axvline(when(moment.at)[0], color=FAINT, linewidth=0.8, linestyle=(0, (1, 2)), zorder=1)
    left, right = axes.get_xlim()
    day, free = width / max(right - left, 1), [float("-inf")] * _ROWS
    for moment in told:
        at, name = when(moment.at)[0], wrapped(moment.title, 24, 1)
        middle, half = at * day, len(name) * _WIDE / 2
        row = next((row for row in range(_ROWS) if middle - half >= free[row]), None)
        if row is not None:
            free[row] = middle + half + _WIDE
            axes.annotate(
                name, (at, 1), xycoords=("data", "axes fraction"), xytext=(0, 2 + 9 * row),
                textcoords="offset points", fontsize=6.5, color=FAINT, va="bottom", ha="center",
            )  # fmt: skip


def _legend(drawn: Figure, acts: set[str]) -> None:
    marks = [
        Line2D([], [], linestyle="none", marker=marker, markersize=7, color=colour,
               markeredgecolor=INK, label=told)
        for act, (marker, colour, told) in _LOOK.items()
        if act in acts
    ]  # fmt: skip
    if marks:
        drawn.legend(handles=marks, loc="lower left", ncols=len(marks), frameon=False, fontsize=8,
                     bbox_to_anchor=(0.005, 0.0), handletextpad=0.3, columnspacing=1.2)  # fmt: skip
