"""What was checked of a pack, how often, and what failed."""

from dataclasses import dataclass, field


@dataclass
class Check:
    """One kind of check: how many things were checked, and each failure by name."""

    name: str
    what: str
    checked: int = 0
    failures: list[str] = field(default_factory=list[str])

    def require(self, holds: bool, failure: str) -> None:
        """Count one thing; note the failure unless it holds."""
        self.checked += 1
        if not holds:
            self.failures.append(failure)


@dataclass
class Verification:
    """The result: verified when nothing failed and something was checked."""

    claim: str
    seal: str
    made_by: str
    checks: list[Check]
    notes: list[str] = field(default_factory=list[str])

    @property
    def verified(self) -> bool:
        """Whether every check holds."""
        return not any(check.failures for check in self.checks)
