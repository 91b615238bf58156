"""Which claim a denial, a doubt or a retraction is about: one short text of our own per row."""

import pytest

from graph.check import problems
from graph.models import Annotation

from .test_extract import read

MAP = "Peru claimed that Chile had sold the map. "
ROJAS = "Peruvian officials said that Minister Ana Rojas had "
SOLD = "Chile sold the map"
MINISTER = "Chilean minister Ana Rojas"


@pytest.mark.parametrize(
    ("text", "denier", "denied"),
    [
        # a charge against who denies it, though its maker went on to something else
        (
            "Peru accused Chile of hiding the map. Peru said that its own port would open. "
            "Chile's foreign minister Ana Rojas disputed that.",
            "ana-rojas",
            "Chile hid the map",
        ),
        # a noun for the claim
        (
            "Peruvian officials said that Chile had closed the canal. Chile denied the claims.",
            "chile",
            "Chile closed the canal",
        ),
        ("Peru accused Chile of hiding the map. Chile denied the accusation.", "chile", "Chile hid the map"),
        (
            "Peru accused Chile of hiding the map. Bolivia claimed that the lake was dry. "
            "Chile denied the accusation.",
            "chile",
            "Chile hid the map",
        ),
        (
            "Peru said that Chile had sold the map. Bolivian minister Ana Rojas said that the lake was dry. "
            "Chile denied the Peruvian claim.",
            "chile",
            SOLD,
        ),
        (
            ROJAS + "signed the canal treaty. Rojas denied the officials' claims.",
            "ana-rojas",
            "Ana Rojas signed the canal treaty",
        ),
        (
            "Peru said that 40 soldiers had crossed the lake. Chile disputed that figure.",
            "chile",
            "40 soldiers crossed the lake",
        ),
        (
            "Peru said that the port was shut. "
            "The spokesman of the harbour denied the Peruvian account of the port.",
            "spokesman-of-the-harbour",
            "The port was shut",
        ),
        ("Peru said that Chile had sold the map. Chile called the claim a lie.", "chile", SOLD),
        # a pronoun
        ("Peru and Chile said that the dam leaked. Bolivia denied this.", "bolivia", "The dam leaked"),
        ("Peru said that the dam leaked. Bolivia denied it.", "bolivia", "The dam leaked"),
        # a verdict
        (MAP + f"“That is not true,” {MINISTER} said.", "ana-rojas", SOLD),
        (MAP + f"“That is a lie,” {MINISTER} said.", "ana-rojas", SOLD),
        (MAP + f"{MINISTER} said that this was untrue.", "ana-rojas", SOLD),
        (MAP + f"“The report is false,” {MINISTER} said.", "ana-rojas", SOLD),
        (
            "Peru said that the map was a forgery. “We do not share this view,” " + MINISTER + " said.",
            "ana-rojas",
            "The map is a forgery",
        ),
        (
            "Peruvian officials said that the lake was dry. "
            + MINISTER
            + " said that the officials were mistaken.",
            "ana-rojas",
            "The lake is dry",
        ),
        # an answer
        (MAP + f"“We did not,” {MINISTER} said.", "ana-rojas", SOLD),
        (MAP + "Chile said that it had not.", "chile", SOLD),
        (f"Asked whether Chile had sold the map, {MINISTER} said that it had not.", "ana-rojas", SOLD),
        (f"Has Chile sold the map?\n\n“It has not,” {MINISTER} replied.", "ana-rojas", SOLD),
        # nothing of the sort, no such thing
        (
            "Peru said that Chile had agreed to the canal treaty. “Nothing of the sort was agreed,” "
            + MINISTER
            + " said.",
            "ana-rojas",
            "Chile agreed to the canal treaty",
        ),
        (
            "Peru said that Chile had met the rebels. “No such meeting took place,” " + MINISTER + " said.",
            "ana-rojas",
            "Chile met the rebels",
        ),
        (
            "Peru said that Chile had agreed to the canal treaty. Chile said that no such agreement existed.",
            "chile",
            "Chile agreed to the canal treaty",
        ),
        (
            "Peru said that Chile had promised to pay the crew. “We promised nothing of the kind,” "
            + MINISTER
            + " said.",
            "ana-rojas",
            "Chile promised to pay the crew",
        ),
        # the same proposition in other words
        (
            ROJAS + "approved the canal treaty. Rojas denied having endorsed the treaty.",
            "ana-rojas",
            "Ana Rojas approved the canal treaty",
        ),
        (
            ROJAS
            + "approved most of the canal treaty and sent it to Chile. Rojas denied having approved any "
            "point of it.",
            "ana-rojas",
            "Ana Rojas approved most of the canal treaty",
        ),
        (
            ROJAS
            + "approved the canal treaty and signed it. Rojas said that she had never signed the treaty.",
            "ana-rojas",
            "Ana Rojas signed the canal treaty",
        ),
        (
            "Peruvian officials said that the canal treaty had been approved by Minister Ana Rojas. "
            "Rojas denied that she had approved it.",
            "ana-rojas",
            "Ana Rojas approved the canal treaty",
        ),
        (
            ROJAS + "given her approval to the canal treaty. Rojas denied approving it.",
            "ana-rojas",
            "Ana Rojas gave her approval to the canal treaty",
        ),
        (
            "Peru said that Chile had attacked the port. Chile denied shelling the port.",
            "chile",
            "Chile attacked the port",
        ),
        (
            "Peru said that Chile had paid the crew. Chile denied having paid anyone.",
            "chile",
            "Chile paid the crew",
        ),
        (
            "Rojas denied having signed the canal treaty. " + ROJAS + "signed the treaty.",
            "ana-rojas",
            "Ana Rojas signed the canal treaty",
        ),
        # told beside the denial
        ("Chile disputed Peru's claim that the lake was dry.", "chile", "The lake is dry"),
        (f"“Reports that we sold the map are false,” {MINISTER} said.", "ana-rojas", SOLD),
    ],
)
def test_a_denial_finds_its_claim(text: str, denier: str, denied: str):
    annotation = read(text)
    assert problems(annotation) == []
    claims = {c.id: c.text for c in annotation.claims}
    denials = [s for s in annotation.statements if s.denies and s.speakers == (denier,)]
    assert [[claims[d] for d in s.denies] for s in denials] == [[denied]]
    (denial,) = denials
    asserting = [s for s in annotation.statements if set(s.asserts) & _with_wholes(annotation, denial.denies)]
    if "Asked" not in text and "?" not in text:
        assert asserting
    assert denial.link_basis
    assert denial.link_confidence is not None
    assert denial.link_confidence >= 0.6


def _with_wholes(annotation: Annotation, ids: tuple[str, ...]) -> set[str]:
    return {*ids, *(c.part_of for c in annotation.claims if c.id in ids and c.part_of)}


@pytest.mark.parametrize(
    ("text", "act", "refers_to"),
    [
        ("Chile denied the Peruvian claims.", "denies", ("peru",)),
        ("Chile denied the allegations.", "denies", ()),
        ("Bolivia questioned the Peruvian claims.", "questions", ("peru",)),
        ("The Tansy Herald withdrew its report.", "retracts", ()),
        # "it" is too far from what was said
        (
            "Peru said that the dam leaked. The river rose and the boats went home. Bolivia denied it.",
            "denies",
            (),
        ),
        # a headline names what is told only below it
        ("Bolivia said that the lake was dry.\n\nChile denies deadline report", "denies", ()),
        ("Bolivia said that Chile was calm.\n\nChile denies deadline report", "denies", ()),
        # nobody whose claim is meant has claimed anything
        ("Bolivia said that the lake was dry. Chile denied the Peruvian claims.", "denies", ("peru",)),
        (f"“The report is false,” {MINISTER} said.", "denies", ()),
    ],
)
def test_what_cannot_be_told_stays_unlinked(text: str, act: str, refers_to: tuple[str, ...]):
    annotation = read(text)
    assert problems(annotation) == []
    statement = [s for s in annotation.statements if not s.inference][-1]
    assert (statement.unlinked, statement.refers_to) == (act, refers_to)
    assert not statement.denies
