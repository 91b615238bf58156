"""What a reading by a model took: requests, tokens, cost."""

from dataclasses import dataclass
from decimal import Decimal

from ..settings import Settings

_MILLION = Decimal(1_000_000)


@dataclass
class Usage:
    """Counts of one reading; tokens are those that the endpoint reports."""

    requests: int = 0
    retries: int = 0
    prompt_tokens: int = 0
    completion_tokens: int = 0
    unreported: int = 0
    taken: int = 0
    refused: int = 0

    def count(self, prompt: object, completion: object) -> None:
        """Add the tokens of one answer; what is not a count is unknown, and counted as such."""
        for tokens in (prompt, completion):
            if not isinstance(tokens, int) or isinstance(tokens, bool) or tokens < 0:
                self.unreported += 1
                return
        self.prompt_tokens += int(str(prompt))
        self.completion_tokens += int(str(completion))

    def cost(self, settings: Settings) -> Decimal | None:
        """Return what the tokens cost; None where a price or a count is unknown."""
        prices = settings.llm_price_prompt, settings.llm_price_completion
        if prices[0] is None or prices[1] is None or self.unreported:
            return None
        return (self.prompt_tokens * prices[0] + self.completion_tokens * prices[1]) / _MILLION

    def report(self, settings: Settings) -> str:
        """Return the counts as one line."""
        cost = self.cost(settings)
        paid = "cost unknown" if cost is None else f"cost {cost:.6f}"
        unknown = f" (not reported for {self.unreported} answers)" if self.unreported else ""
        return (
            f"llm {settings.llm_model}: {self.requests} requests ({self.retries} retries), "
            f"{self.prompt_tokens} prompt and {self.completion_tokens} completion tokens{unknown}, {paid}; "
            f"{self.taken} statements taken, {self.refused} refused"
        )
