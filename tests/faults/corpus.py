"""Files that overlap as much as they can: the same actors and claims, corrections, judgements of both."""

from pathlib import Path

from graph.judgements import Judgement
from graph.models import Annotation
from graph.project import project
from graph.rdf import to_rdf
from graph.read.annotation import dump_annotation
from graph.subgraph import Subgraph

from ..samples import model, saying
from ..test_judge import DENIAL

BASE = "https://counterclaim.example/id/"
PEOPLE = ("ada", "bo", "cy", "dee")


def corrected(annotation: Annotation) -> Annotation:
    """The same text, published another day and otherwise: an earlier claim to name what documents share."""
    data = annotation.model_dump()
    data["document"]["published"] = "2025-12-31"
    data["actors"] = [{**data["actors"][0], "name": "Somebody Else"}, *data["actors"][1:]]
    return Annotation.model_validate(data)


def stories(number: int = 8) -> list[Annotation]:
    """Documents about one bridge and the rain: asserted, denied, retracted, denied without saying what."""
    said = [
        saying(
            ("asserts", "denies", "retracts", "questions")[n % 4], PEOPLE[n % 3],
            text=f"{PEOPLE[n % 3].title()} on the rain, {n}", published=f"2026-01-{1 + n:02}",
        )
        for n in range(number - 2)
    ]  # fmt: skip
    return [*said[:2], model(), *said[2:], DENIAL]


def judgements(told: list[Annotation]) -> list[Judgement]:
    """Of actors and of a statement that some of the documents have."""
    subgraphs = [project(story) for story in told]
    statement = subgraphs[0].labelled("Statement")[0].id
    split = tuple(sorted(each.document.id for each in subgraphs if _names(each, "bo")))[:1]
    return [
        Judgement("merge", "cy", "dee", by="ann"),
        Judgement("merge", "ada-holm", "ada", by="ann"),
        Judgement("split", "bo", "another-bo", "Another Bo", documents=split, by="ann"),
        Judgement("reject", statement=statement, by="bob"),
    ]


def write_corpus(folder: Path) -> list[Subgraph]:
    """Write files in the order in which they are read; return all versions of all their documents."""
    told = stories()
    corrections = [corrected(story) for story in told[::3]]
    texts = [(dump_annotation(story), "yaml") for story in (*told, *corrections)]
    judged = to_rdf([], BASE, judgements(told)).serialize(format="turtle")
    texts.insert(len(told) // 2, (judged, "ttl"))
    for number, (text, suffix) in enumerate(texts):
        (folder / f"{number:03}.{suffix}").write_text(text, encoding="utf-8")
    return [project(story) for story in (*told, *corrections)]


def _names(subgraph: Subgraph, actor: str) -> bool:
    return any(node.id == actor for node in subgraph.labelled("Actor"))
