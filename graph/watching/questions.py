"""Saved questions: the file that a person writes and keeps."""

import re
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints

from ..answers import ContradictionKind
from ..errors import AnnotationError, InputError
from ..models import Line, Model, Slug
from ..project import claim_id, digest
from ..read.annotation import parse_as

_MAX_BYTES = 1_000_000
WHAT = "saved questions are a mapping with 'watch' (a title) and 'questions'"

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=100)]
Claim = Annotated[
    Line, AfterValidator(lambda given: given if re.fullmatch(r"[0-9a-f]{16}", given) else claim_id(given))
]


class _Question(Model):
    id: Id
    title: Line | None = None


class Disputes(_Question):
    """Which claims are disputed."""

    ask: Literal["disputes"]
    status: Literal["disputed", "unclaimed", "undisputed"] = "disputed"
    actor: Slug | None = None
    side: Literal["asserts", "denies"] | None = None
    text: Line | None = None
    term: Slug | None = None
    plan: Slug | None = None


class Stances(_Question):
    """Who stands where on one provision."""

    ask: Literal["stances"]
    term: Slug
    drafts: Literal["any", "this"] = Field(
        default="any", description="The provision in all drafts of its plan, or in its own."
    )
    actor: Slug | None = None


class Board(_Question):
    """Who stands where on each provision of a plan."""

    ask: Literal["board"]
    plan: Slug
    topic: Line | None = None
    actor: Slug | None = None


class FirstSpeakers(_Question):
    """Who says a claim first-hand, rather than passing it on."""

    ask: Literal["first-speakers"]
    claim: Claim


class Sides(_Question):
    """Who asserts and who denies one claim."""

    ask: Literal["sides"]
    claim: Claim


class Statements(_Question):
    """What is said: by an actor, of a plan, a provision or a claim."""

    ask: Literal["statements"]
    actor: Slug | None = None
    plan: Slug | None = None
    term: Slug | None = None
    claim: Claim | None = None
    since: Annotated[str, StringConstraints(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")] | None = None


class Shifts(_Question):
    """Where actors moved: from one stance, or one claim, to another."""

    ask: Literal["shifts"]
    actor: Slug | None = None
    plan: Slug | None = None
    term: Slug | None = None
    claim: Claim | None = None


class Contradictions(_Question):
    """What contradicts itself or something else."""

    ask: Literal["contradictions"]
    kind: ContradictionKind | None = None
    actor: Slug | None = None
    plan: Slug | None = None
    term: Slug | None = None


class Silences(_Question):
    """Claims about actors for whom nobody spoke of them."""

    ask: Literal["silence"]
    actor: Slug | None = None
    plan: Slug | None = None


Question = Annotated[
    Disputes | Stances | Board | FirstSpeakers | Sides | Statements | Shifts | Contradictions | Silences,
    Field(discriminator="ask"),
]


class Watch(Model):
    """Saved questions."""

    watch: Line = Field(description="What they are about: the title of the feed.")
    questions: Annotated[tuple[Question, ...], Field(min_length=1)]


def load_watch(path: Path) -> Watch:
    """Return the saved questions of a YAML file; InputError names line and reason."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror or error}") from error
    if len(data) > _MAX_BYTES:
        raise InputError(f"{path}: larger than {_MAX_BYTES:,} bytes")
    try:
        found = parse_as(Watch, data.decode("utf-8"), str(path), WHAT)
    except UnicodeDecodeError as error:
        raise AnnotationError(f"{path}: not UTF-8 at byte {error.start}") from error
    ids = [question.id for question in found.questions]
    if twice := sorted({id_ for id_ in ids if ids.count(id_) > 1}):
        raise InputError(f"{path}: the id {twice[0]!r} stands twice; each question needs its own")
    return found


def mark(question: Question) -> str:
    """Return a word for what is asked, its title aside: the same question has the same."""
    return digest("question", question.model_dump_json(exclude={"title"}))
