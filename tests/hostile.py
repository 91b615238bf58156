"""The fictional negotiation as somebody would write it who wants a script to run.

Every name, title and label begins with a payload, and so does every statement's exact words, in the text.
"""

from itertools import cycle
from typing import Any

from graph.models import Annotation

from .strait import ANNOTATIONS

RUNS = "window.pwned=1"
PAYLOADS = (
    f"<script>{RUNS}</script>",
    f'"><img src=x onerror={RUNS}>',
    f"</title></style></textarea></script><svg onload={RUNS}>",
    f'=HYPERLINK("javascript:{RUNS}","x")',
    f"<iframe srcdoc='<script>parent.{RUNS}</script>'></iframe>",
    f"[x](javascript:{RUNS}) ![y](http://evil.example/z.png)",
    "+1-2\u202eevil\u2028line\u2029end\u200b\ufeff",
    f"@SUM(1)]]><!-- --><a href=javascript:{RUNS}>a</a>&lt;&#60;%3Cscript%3E",
    "-- ${7*7} $\\frac{$ {{7*7}} `backtick` \\ ' \" ; DROP",
)
URLS = (
    f"javascript:{RUNS}",
    f" JaVaScRiPt:{RUNS}",
    f"data:text/html,<script>{RUNS}</script>",
    f'https://evil.example/"onmouseover="{RUNS}',
    "//evil.example/x",
)
_WORDS = {
    "document": ("title", "author", "source"),
    "actors": ("name", "aliases", "misspellings"),
    "plans": ("name", "aliases"),
    "versions": ("name",),
    "terms": ("name", "text", "number", "unit"),
    "events": ("name",),
    "claims": ("text",),
    "statements": ("link_basis",),
    "omissions": ("reason",),
}
STEMS = (
    "01-draft-1", "02-wire-tarrant", "04-copy-star", "07-briefing-caldmoor", "09-interview-lisk",
    "12-gazette-greywater", "14-draft-2", "17-statement-averly", "18-correction-chronicle",
    "19-quill-withdraws",
)  # fmt: skip


def hostile(annotation: Annotation) -> Annotation:
    """The same annotation with payloads in its words; ids, dates and what links what stay."""
    data: dict[str, Any] = annotation.model_dump(mode="json", exclude_defaults=True)
    payloads, urls = cycle(PAYLOADS), cycle(URLS)
    for _ in range(len(annotation.document.text) % 9):  # Not the same one in the same place everywhere.
        next(payloads)
        next(urls)
    _move(data, payloads)
    for group, names in _WORDS.items():
        held = data.get(group, [])
        for each in [held] if isinstance(held, dict) else held:
            # The same thing must have the same name in all documents.
            told = each.get("id") or each.get("reason") or ""
            mark = next(payloads) if group == "document" else PAYLOADS[sum(map(ord, told)) % len(PAYLOADS)]
            for name in names:
                if isinstance(each.get(name), list):
                    each[name] = [f"{mark} {word}" for word in each[name]]
                elif name in each:
                    each[name] = f"{mark} {each[name]}"
            for role in each.get("roles", ()):
                role["post"] = f"{mark} {role['post']}"
    data["document"]["url"] = next(urls)
    return Annotation.model_validate(data)


def _move(data: dict[str, Any], payloads: Any) -> None:
    """Put a payload before the words of each statement, into the text too, and move all offsets."""
    old = data["document"]["text"]
    points = {s["span"]["start"]: f"{next(payloads)} " for s in data.get("statements", ())}

    def moved(at: int, *, end: bool) -> int:
        return at + sum(len(mark) for point, mark in points.items() if point < at or (end and point == at))

    pieces, last = [], 0
    for point in sorted(points):
        pieces += [old[last:point], points[point]]
        last = point
    text = data["document"]["text"] = "".join([*pieces, old[last:]])
    names = ("span", "cue", "speaker_span")
    spans = [s[name] for s in data.get("statements", ()) for name in names if s.get(name)]
    spans += [m["span"] for name in ("mentions", "omissions") for m in data.get(name, ())]
    for span in spans:
        start = moved(span.get("start", 0), end=False)
        span |= {"start": start, "end": moved(span["end"], end=False)}
        span["exact"] = text[start : span["end"]]
    for statement in data.get("statements", ()):
        for name in ("qualification", "condition"):
            if name in statement and statement[name] not in statement["span"]["exact"]:
                del statement[name]  # A payload stands in the middle of it now.


HOSTILE = [hostile(ANNOTATIONS[stem]) for stem in STEMS]
