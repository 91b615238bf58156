"""The kinds of files that can be imported, and which one a file is."""

from pathlib import Path

from ..errors import InputError
from . import Kind, brat, claimreview, foreign, ftm, table
from .dna import DNA

_FTM = (".ftm", ".ftm.json", ".ftm.ndjson", ".ftm.jsonl")

_ALL: tuple[Kind, ...] = (
    DNA,
    Kind("claimreview", "fact checks as schema.org ClaimReview: JSON-LD, feeds, pages", claimreview.read),
    Kind("brat", "attributions marked in brat: NAME.ann beside NAME.txt, or a folder", brat.read, (".ann",)),
    Kind("csv", "tables with a mapping of their columns", table.read, (".csv", ".tsv")),
    Kind(
        "rdf",
        "Web Annotations with CiTO, PROV and schema.org",
        foreign.read,
        (".ttl", ".nt", ".trig", ".rdf"),
    ),
    Kind("ftm", "FollowTheMoney entities, for a gazetteer", ftm.read, _FTM, "entries"),
)

KINDS: dict[str, Kind] = {kind.name: kind for kind in _ALL}


def kind_of(path: Path, name: str | None) -> Kind:
    """Return the kind called `name`, else the one that the file's suffix says; InputError if none does."""
    if name is not None:
        if name not in KINDS:
            raise InputError(f"--as {name}: no such kind; there are {', '.join(KINDS)}")
        return KINDS[name]
    lower = path.name.lower()
    fitting = [kind for kind in KINDS.values() if lower.endswith(kind.suffixes or ("\0",))]
    if not fitting:
        raise InputError(f"{path}: its name does not tell what it is; say --as {'|'.join(KINDS)}")
    return max(fitting, key=lambda kind: max(len(s) for s in kind.suffixes if lower.endswith(s)))
