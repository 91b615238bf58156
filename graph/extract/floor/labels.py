"""The labels of turns in an interview or a transcript: 'Q:', 'RUHL:', 'MS VESPER:', 'The Star:'."""

import re
from collections import Counter

from ..lexicon import frame_words, words

_LABEL = re.compile(
    r"(?:[-\u2013\u2014*\u2022]\s*)?"
    r"(?P<name>[^\W\d_][\w.'\u2019&-]*(?: [\w.'\u2019&-]+){0,6})"
    r"(?P<handle> ?\([^()\n]{2,40}\))?(?P<colon>:)[ \t]+(?=\S)"
)
_SMALL = frozenset(("of", "the", "de", "van", "von", "der", "al", "for", "and", "la", "du", "bin"))
_LETTER = re.compile(r"(?P<name>[QA])(?P<handle>)(?P<colon>\.)[ \t]+(?=\S)")

ASKING = frozenset(("q", "question", "questions", "reporter", "journalist", "interviewer", "host"))
ANSWERING = frozenset(("a", "answer", "answers"))


def labels(text: str) -> dict[int, int]:
    """Return where the labelled paragraphs of a transcript begin, each with where its label ends.

    A label counts where the text has it, or its counterpart, more than once: 'Note:' opens no turn.
    """
    found: list[tuple[int, int, str, bool]] = []
    for line in re.finditer(r"[^\n]+", text):
        label = _LABEL.match(line[0]) or _LETTER.match(line[0])
        if line.start() and label is not None and _may_be(label["name"]) and not _names(line[0], label):
            at = line.start()
            name = bare(label["name"])
            found.append((at, at + label.end("colon"), name, "@" in (label["handle"] or "")))
    often = Counter(name.split()[-1] for _, _, name, _ in found if name)
    asked = any(one in ASKING for one in often)
    lines = {at for at, _, _, _ in found}
    between = any(
        m[0].rstrip().endswith("?") and m.start() not in lines for m in re.finditer(r"[^\n]+", text)
    )
    two = len(often) > 1 and len(found) > 2
    turns = (asked and two) or (any(n > 1 for n in often.values()) and (two or between))
    return {
        at: end for at, end, name, handle in found if handle or (turns and (asked or name not in ANSWERING))
    }


def bare(name: str) -> str:
    """Return a label in small letters, without its dots, its number and its article."""
    name = re.sub(r"[.*\u2022-]|\b\d+$", "", name.lower()).strip()
    return name.removeprefix("the ")


def _names(line: str, label: re.Match[str]) -> bool:
    """'Spokesperson: Iva Moravec' and 'Interview: Petra Hallow' tell who somebody is."""
    rest = line[label.end("colon") :].split(".")[0].strip()
    named = rest.split()
    return 1 < len(named) < 4 and _is_role(bare(label["name"])) and all(w[0].isupper() for w in named)


def _is_role(name: str) -> bool:
    """Say whether a label is a post, not a name."""
    last = name.split()[-1] if name else ""
    return last in words("posts") | {"moderator", "editor", "chair", "host", "interpreter"}


def _may_be(name: str) -> bool:
    parts = name.split()
    if bare(name) in ASKING | ANSWERING:
        return True
    if {bare(w) for w in parts} & frame_words("kinds", "rubric"):
        return False
    return all(w[0].isupper() or w.lower() in _SMALL for w in parts)
