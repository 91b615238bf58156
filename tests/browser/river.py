"""Two short articles on a river, with all that is hard to show: emoji, words within words, unsure records."""

from typing import Any

from graph.models import Annotation

LINDHOF = "pavel-lindhof"
ONE = (
    "🌊 Gates opened\n\n"
    "Norland's minister Anna Berg 🇳🇴 said Sudria had opened the gates, "
    "which Pavel Lindhof had promised to keep shut. "
    'The senator insisted that Lindhof had said "the gates stay shut".\n\n'
    "Pavel Lindhof denied it. Officials doubted that. <b>No</b> & no."
)
TWO = (
    "Pavel Lindhov said the gates were never opened. Berg denied that Norland would pay 20 million. "
    "Officials said Lindhov had signed. He called that false."
)


def _span(text: str, exact: str, after: str = "") -> dict[str, Any]:
    start = text.index(exact, text.index(after) + len(after))
    return {"start": start, "end": start + len(exact), "exact": exact}


_PEOPLE = {
    "anna-berg": ("Person", "Anna Berg"),
    "pavel-lindhof": ("Person", "Pavel Lindhof"),
    "pavel-lindhov": ("Person", "Pavel Lindhov"),
    "officials": ("AnonymousSource", "Officials"),
    "the-senator": ("Person", "Senator"),
}


def _actors(*ids: str) -> list[dict[str, Any]]:
    return [{"id": id_, "kind": _PEOPLE[id_][0], "name": _PEOPLE[id_][1]} for id_ in ids]


def articles() -> list[Annotation]:
    """Both articles as a person annotated them."""
    return [Annotation.model_validate(one()), Annotation.model_validate(two())]


def one() -> dict[str, Any]:
    """The first: a claim, words within words, a denial and a doubt whose claim is not told."""
    return {
        "document": {"title": "Gates opened", "text": ONE, "published": "2026-03-01"},
        "extraction": {"reader": "hand", "version": "1"},
        "actors": _actors("anna-berg", "pavel-lindhof", "officials", "the-senator"),
        "plans": [{"id": "river-plan", "name": "River plan"}],
        "terms": [{"id": "river-plan:gates", "part_of": "river-plan", "name": "The gates", "text": "gates"}],
        "claims": [
            {"id": "opened", "text": "Sudria opened the gates", "about": [LINDHOF, "river-plan:gates"]},
            {"id": "promised", "text": "Pavel Lindhof promised to keep the gates shut", "about": [LINDHOF]},
            {"id": "said", "text": "Pavel Lindhof said that the gates stay shut", "about": [LINDHOF]},
            {"id": "shut", "text": "The gates stay shut", "about": ["river-plan:gates"]},
        ],
        "statements": [
            {"id": "s1", "speakers": ["anna-berg"], "asserts": ["opened"], "cue": _span(ONE, "said"),
             "speaker_span": _span(ONE, "Anna Berg"), "span": _span(ONE, "Sudria had opened the gates")},
            {"id": "s6", "speakers": ["anna-berg"], "asserts": ["promised"],
             "span": _span(ONE, "Pavel Lindhof had promised to keep shut")},
            {"id": "s2", "speakers": ["the-senator"], "asserts": ["said"], "cue": _span(ONE, "insisted"),
             "span": _span(ONE, 'Lindhof had said "the gates stay shut"')},
            {"id": "s3", "speakers": ["pavel-lindhof"], "asserts": ["shut"], "mode": "direct",
             "reported_by": "s2", "span": _span(ONE, "the gates stay shut")},
            {"id": "s4", "speakers": ["pavel-lindhof"], "unlinked": "denies", "refers_to": ["anna-berg"],
             "cue": _span(ONE, "denied"), "span": _span(ONE, "it", after="denied ")},
            {"id": "s5", "speakers": ["officials"], "unlinked": "questions", "confidence": 0.4,
             "cue": _span(ONE, "doubted"), "span": _span(ONE, "that", after="doubted ")},
        ],
        "mentions": [
            {"of": "anna-berg", "span": _span(ONE, "Anna Berg")},
            {"of": "pavel-lindhof", "span": _span(ONE, "Pavel Lindhof")},
            {"of": "pavel-lindhof", "span": _span(ONE, "Pavel Lindhof", after='".\n\n')},
            {"of": "river-plan:gates", "span": _span(ONE, "the gates")},
        ],
    }  # fmt: skip


def two() -> dict[str, Any]:
    """The second: a denial of the first, by one of nearly the same name; one that a rule links."""
    return {
        "document": {"title": "Gates shut", "text": TWO, "published": "2026-03-02"},
        "extraction": {"reader": "hand", "version": "1"},
        "actors": _actors("pavel-lindhov", "anna-berg", "officials"),
        "claims": [
            {"id": "opened", "text": "Sudria opened the gates"},
            {"id": "signed", "text": "Pavel Lindhov signed", "about": ["pavel-lindhov"]},
            {"id": "pays", "text": "Norland pays 20 million", "about": ["anna-berg"]},
        ],
        "statements": [
            {"id": "s1", "speakers": ["pavel-lindhov"], "denies": ["opened"], "cue": _span(TWO, "said"),
             "span": _span(TWO, "the gates were never opened")},
            {"id": "s2", "speakers": ["anna-berg"], "denies": ["pays"], "cue": _span(TWO, "denied"),
             "span": _span(TWO, "Norland would pay 20 million")},
            {"id": "s3", "speakers": ["officials"], "asserts": ["signed"],
             "span": _span(TWO, "Lindhov had signed")},
            {"id": "s4", "speakers": ["pavel-lindhov"], "unlinked": "denies", "refers_to": ["officials"],
             "span": _span(TWO, "that", after="called ")},
        ],
        "mentions": [{"of": "pavel-lindhov", "span": _span(TWO, "Pavel Lindhov")}],
    }  # fmt: skip
