"""What tests of imports share: a reader's items by kind, and small files of our own."""

import json
from pathlib import Path
from typing import Any

from graph.coded import Known, Noted, Options, Refused, Taken
from graph.coded.kinds import KINDS
from graph.coded.run import Event, import_file
from graph.settings import Settings
from graph.store import Store


class Read:
    """What a reader made of a file."""

    def __init__(self, kind: str, path: Path, mapping: dict[str, Any] | None = None) -> None:
        self.items = list(KINDS[kind].read(path, Options(mapping or {}, Settings())))
        self.taken = [i for i in self.items if isinstance(i, Taken)]
        self.known = [i for i in self.items if isinstance(i, Known)]
        self.refused = [(i.where, i.why) for i in self.items if isinstance(i, Refused)]
        self.noted = [(i.where, i.why) for i in self.items if isinstance(i, Noted)]


def imported(
    kind: str, path: Path, store: Store | None = None, mapping: dict[str, Any] | None = None
) -> list[Event]:
    return list(import_file(path, KINDS[kind], Options(mapping or {}, Settings()), store))


def review(**changes: Any) -> dict[str, Any]:
    """A ClaimReview as the markup tools write it; fields can be replaced, None leaves one out."""
    node: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "url": "https://check.example/lake",
        "datePublished": "2031-05-02",
        "headline": "No, the lake was not sold",
        "claimReviewed": "Norvale sold the lake to Lisland",
        "inLanguage": "en",
        "author": {"@type": "Organization", "name": "Lakeside Check", "url": "https://check.example"},
        "itemReviewed": {
            "@type": "Claim",
            "author": {"@type": "Person", "name": "Ada Voss"},
            "datePublished": "2031-04-30",
            "appearance": {"@type": "CreativeWork", "url": "https://news.example/1"},
        },
        "reviewRating": rating("False", 1),
        **changes,
    }
    return {key: value for key, value in node.items() if value is not None}


def rating(words: str | None, value: object = None, worst: object = 1, best: object = 5) -> dict[str, Any]:
    node = {"alternateName": words, "ratingValue": value, "worstRating": worst, "bestRating": best}
    return {"@type": "Rating", **{k: v for k, v in node.items() if v is not None}}


def write(path: Path, data: Any) -> Path:
    path.write_text(data if isinstance(data, str) else json.dumps(data), encoding="utf-8")
    return path


BRAT_TEXT = """Lake news 🌊

Ada Voss said that the lake was sold.
Bo Lind denied that the lake was sold, and laughed.
"""


def mark(id_: str, type_: str, words: str, nth: int = 0, text: str = BRAT_TEXT) -> str:
    """A line of brat's standoff for the nth place of words in a text."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return f"{id_}\t{type_} {start} {start + len(words)}\t{words}\n"


BRAT_MARKS = (
    mark("T1", "Speaker", "Ada Voss")
    + mark("T2", "Cue", "said that")
    + mark("T3", "Statement", "the lake was sold")
    + mark("T4", "Speaker", "Bo Lind")
    + mark("T5", "Cue", "denied that")
    + mark("T6", "Statement", "the lake was sold", 1)
    + "R1\tSpokenBy Arg1:T3 Arg2:T1\nR2\tCuedBy Arg1:T3 Arg2:T2\n"
    + "R3\tSpokenBy Arg1:T6 Arg2:T4\nR4\tCuedBy Arg1:T6 Arg2:T5\n"
    + "A1\tKind T1 Person\nA2\tKind T4 Person\nA3\tAct T6 denies\n"
    + "#1\tAnnotatorNotes T3\tNorvale sold the lake\n#2\tAnnotatorNotes T6\tNorvale sold the lake\n"
)


def brat(folder: Path, ann: str = BRAT_MARKS, text: str = BRAT_TEXT, name: str = "lake") -> Path:
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.txt").write_bytes(text.encode())
    (folder / f"{name}.ann").write_bytes(ann.encode())
    return folder / f"{name}.ann"


TABLE: dict[str, Any] = {
    "columns": {
        "document": "id", "published": "date", "publisher": "outlet", "speaker": "who", "text": "text",
        "quote": "quote", "claim": "claim", "act": "stance",
    },
    "values": {"act": {"agree": "asserts", "disagree": "denies", "neutral": None}},
    "defaults": {"kind": "Person"},
}  # fmt: skip
HEAD = "id,date,outlet,who,text,quote,claim,stance\n"
LAKE = '"Ada Voss said the lake was sold.\nBo Lind called that “a tale of the lake”."'
ROWS = (
    f"1,2031-05-02,Lake Post,Ada Voss,{LAKE},the lake was sold,Norvale sold the lake,agree\n"
    f'1,2031-05-02,Lake Post,Bo Lind,{LAKE},"""a tale of the lake""",Norvale sold the lake,disagree\n'
)
