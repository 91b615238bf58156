"""One act of saying, or a cue that was not understood."""

from dataclasses import dataclass, field

from spacy.tokens import Token

from ...models import Act
from ..actors.phrases import Voice
from .contents import Content


@dataclass
class Attribution:
    """One act of saying, with the tokens that bear it."""

    act: Act
    cue: tuple[Token, Token]
    voice: Voice
    contents: list[Content]
    verb: Token
    target: Token | None = None
    parent: "Attribution | None" = None
    condition: Token | None = None
    rumoured: bool = False
    confidence: float = 0.9
    own: bool = False  # in words of the speaker's own, as 'We reject it' is
    bare: bool = False  # a plain sentence, which no cue reports
    quotes: bool = False  # tells only that somebody said so, as 'quoted an aide as saying' does
    named: bool = True
    told: bool = False  # a stand, told without a word for saying
    statements: list[str] = field(default_factory=list[str])


@dataclass(frozen=True)
class Missed:
    """A cue that was seen and not understood."""

    cue: Token
    reason: str
    voids: bool = False
    unheard: bool = False  # who speaks is not known: nor is whom 'they' in these words means
