"""The answer that a pack proves: the claim with both camps, and the ways it came to us."""

import json

from pydantic import BaseModel, ConfigDict, ValidationError

from ..answers import Chains, ClaimAnswer, Evidence
from ..errors import ReadError

NAME = "answer.json"


class Answer(BaseModel):
    """What the graph answers on one claim."""

    model_config = ConfigDict(extra="forbid")

    claim: ClaimAnswer
    chains: Chains

    def encoded(self) -> bytes:
        """Return the answer as JSON."""
        data = self.model_dump(mode="json")
        return (json.dumps(data, indent=2, ensure_ascii=False) + "\n").encode()

    @property
    def evidence(self) -> list[Evidence]:
        """Every statement of the answer, once."""
        found = self.claim
        items = (*found.asserting, *found.denying, *found.others)
        return list({item.id: item for item in items}.values())


def read_answer(data: bytes) -> Answer:
    """Return the answer in the bytes; ReadError when they hold none."""
    try:
        return Answer.model_validate_json(data)
    except (ValidationError, RecursionError) as error:
        raise ReadError(f"{NAME} is not an answer: {' '.join(str(error).split())[:300]}") from error
