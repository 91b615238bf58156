"""Attributions by grammar alone: whose words or thoughts, by which cue, and what."""

import pytest

from graph.extract import quotations


def read(text: str) -> list[tuple[str | None, str, str]]:
    """Return source, cue and content of the outermost attributions; parts of a content are joined by dots."""
    return [
        (q.source.exact if q.source else None, q.cue.exact, " … ".join(part.exact for part in q.content))
        for q in quotations(text)
        if not q.nested
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana Quispe said that the canal was shut.",
         [("Ana Quispe", "said", "the canal was shut")]),
        ("Ana Quispe said the canal was shut.",
         [("Ana Quispe", "said", "the canal was shut")]),
        ("“The canal is shut,” said Ana Quispe.",
         [("Ana Quispe", "said", "The canal is shut")]),
        ("“The canal is shut,” Ana Quispe said.",
         [("Ana Quispe", "said", "The canal is shut")]),
        ("“The canal is shut,” said Ana Quispe, the foreign minister.",
         [("Ana Quispe, the foreign minister", "said", "The canal is shut")]),
        ("“The canal is shut,” she said, “and it stays shut.”",
         [("she", "said", "The canal is shut … and it stays shut")]),
        ("“The canal is shut,” she said on Monday. “Nobody will open it.”",
         [("she", "said", "The canal is shut … Nobody will open it")]),
        ("The canal, Quispe said, was shut.",
         [("Quispe", "said", "The canal … was shut")]),
        ("The canal was shut, officials said.",
         [("officials", "said", "The canal was shut")]),
        ("As the ministry noted, the canal was shut.",
         [("the ministry", "noted", "the canal was shut")]),
        ("According to the ministry, the canal was shut.",
         [("the ministry", "According to", "the canal was shut")]),
        ("The canal was shut, according to two skippers.",
         [("two skippers", "according to", "The canal was shut")]),
        ("Quispe called the canal a ruin.",
         [("Quispe", "called", "the canal a ruin")]),
        ("Quispe described the treaty as a mistake.",
         [("Quispe", "described", "the treaty as a mistake")]),
        ("The treaty was described as a mistake.",
         [(None, "described", "The treaty … as a mistake")]),
        ("The treaty was praised by the fishermen.",
         [("the fishermen", "praised", "The treaty")]),
        ("The canal is expected to open in May.",
         [(None, "expected", "The canal … to open in May")]),
        ("Quispe denied that the canal was shut.",
         [("Quispe", "denied", "the canal was shut")]),
        ("Quispe denied having closed the canal.",
         [("Quispe", "denied", "having closed the canal")]),
        ("Quispe criticized the treaty.",
         [("Quispe", "criticized", "the treaty")]),
        ("Quispe criticized Rojas for closing the canal.",
         [("Quispe", "criticized", "Rojas for closing the canal")]),
        ("Quispe accused Rojas of closing the canal.",
         [("Quispe", "accused", "Rojas of closing the canal")]),
        ("Quispe urged the skippers to wait.",
         [("Quispe", "urged", "the skippers to wait")]),
        ("Quispe promised to open the canal.",
         [("Quispe", "promised", "to open the canal")]),
        ("Quispe vowed that the canal would open.",
         [("Quispe", "vowed", "the canal would open")]),
        ("Quispe called for an inquiry.",
         [("Quispe", "called for", "an inquiry")]),
        ("Quispe warned of a flood.",
         [("Quispe", "warned of", "a flood")]),
        ("Quispe pointed out that the canal was shut.",
         [("Quispe", "pointed out", "the canal was shut")]),
        ("Quispe told reporters that the canal was shut.",
         [("Quispe", "told", "the canal was shut")]),
        ("Quispe asked whether the canal was shut.",
         [("Quispe", "asked", "whether the canal was shut")]),
        ("Quispe, who said the canal was shut, left early.",
         [("who", "said", "the canal was shut")]),
        ("Rojas rejected the treaty, saying that the quota was too small.",
         [("Rojas", "rejected", "the treaty"), ("Rojas", "saying", "the quota was too small")]),
        ("Rojas closed the canal, adding that it would stay shut.",
         [("Rojas", "adding", "it would stay shut")]),
        ("Rojas issued a statement saying the canal was open.",
         [("Rojas", "saying", "the canal was open")]),
        ("Rojas said the quota was too small and predicted that the boats would stay.",
         [("Rojas", "said", "the quota was too small"), ("Rojas", "predicted", "the boats would stay")]),
        ("Polls show that voters like the treaty.",
         [("Polls", "show", "voters like the treaty")]),
        ("Critics say the treaty is weak.",
         [("Critics", "say", "the treaty is weak")]),
        ("You said the canal was open.",
         [("You", "said", "the canal was open")]),
        ("I think the canal is shut.",
         [("I", "think", "the canal is shut")]),
        ("Skippers believe that the canal is shut.",
         [("Skippers", "believe", "the canal is shut")]),
        ("Skippers fear that the canal is shut.",
         [("Skippers", "fear", "the canal is shut")]),
        ("Rojas wants to close the canal.",
         [("Rojas", "wants", "to close the canal")]),
        ("Skippers are confident that the canal will open.",
         [("Skippers", "confident", "the canal will open")]),
        ("Rojas is worried about the canal.",
         [("Rojas", "worried", "the canal")]),
        ("Her claim that the canal was shut was false.",
         [("Her", "claim", "the canal was shut")]),
        ("Quispe: The canal is shut",
         [("Quispe", ":", "The canal is shut")]),
        ("QUISPE: The canal is shut. We closed it.",
         [("QUISPE", ":", "The canal is shut. We closed it")]),
        ("“The canal is shut.” — Ana Quispe",
         [("Ana Quispe", "—", "The canal is shut")]),
        ("Quispe: “The canal is shut.”",
         [("Quispe", ":", "The canal is shut")]),
        ("Quispe tweeted: “The canal is shut.”",
         [("Quispe", "tweeted", "The canal is shut")]),
        ("The skippers support the treaty.",
         [("The skippers", "support", "the treaty")]),
        ("Rojas refused to open the canal.",
         [("Rojas", "refused", "to open the canal")]),
        ("“The canal,” wrote Rojas, “is shut.”",
         [("Rojas", "wrote", "The canal … is shut")]),
        ("Quispe said the text was “weak.”",
         [("Quispe", "said", "the text was “weak.”")]),
        ("Rojas and Quispe said the canal was shut.",
         [("Rojas and Quispe", "said", "the canal was shut")]),
        ("One of the skippers complained that the canal was shut.",
         [("One of the skippers", "complained", "the canal was shut")]),
        ("Asked whether the canal was shut, Quispe laughed.",
         [(None, "Asked", "whether the canal was shut")]),
    ],
)  # fmt: skip
def test_quotations(text: str, expected: list[tuple[str | None, str, str]]):
    assert read(text) == expected


def test_quotation_runs_over_paragraphs():
    text = "“The canal is shut.\n\n“It will open soon,” said Rojas."
    assert read(text) == [("Rojas", "said", "The canal is shut … It will open soon")]


def test_quotation_goes_on_in_the_next_paragraph():
    text = "“The canal is shut,” said Rojas. “We did it.\n\n“It will open soon.”"
    assert read(text) == [("Rojas", "said", "The canal is shut … We did it … It will open soon")]


def test_scare_quotes_are_no_attribution():
    assert read("The “grand canal” was never built.") == []


def test_plain_narration_is_no_attribution():
    assert read("The boats left the port on Monday.") == []


def test_nested_attributions_are_marked():
    found = {
        q.cue.exact: q.nested for q in quotations("Rojas said that Quispe claimed that the canal was shut.")
    }
    assert found == {"said": False, "claimed": True}


def test_thoughts_are_told_from_speech():
    kinds = {
        q.cue.exact: q.kind
        for q in quotations("Rojas believes that it is shut. Quispe said that it is shut.")
    }
    assert kinds == {"believes": "thought", "said": "speech"}


def test_spans_are_verbatim():
    text = "PORT ANN — “The canal is shut,” said Ana Quispe — who would know.\n\nRojas denied it."
    for q in quotations(text):
        for span in (q.cue, *q.content, *([q.source] if q.source else [])):
            assert text[span.start : span.end] == span.exact
