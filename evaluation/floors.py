"""What scores must not fall below: `floors.json`, by part, score and measure."""

import json
from pathlib import Path

from .score import Scores

FLOORS = Path(__file__).parent / "floors.json"
Floors = dict[str, dict[str, dict[str, float]]]


def load(path: Path = FLOORS) -> Floors:
    """Return the floors: {"dev": {"act": {"f1": 0.8}}}."""
    return json.loads(path.read_text("utf-8"))


def fallen(scores: Scores, floors: dict[str, dict[str, float]]) -> list[str]:
    """Return one message for each score that is below its floor, or that a floor names and nobody gives."""
    messages: list[str] = []
    for name, measures in floors.items():
        values = scores[name].as_dict() if name in scores else {}
        for measure, floor in measures.items():
            if (value := values.get(measure)) is None:
                messages.append(f"{name}: no {measure} is measured, yet it has a floor of {floor}")
            elif value < floor:
                messages.append(f"{name}: {measure} has fallen to {value}, below its floor of {floor}")
    return messages
