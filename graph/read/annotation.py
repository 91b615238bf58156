"""Annotation files: YAML in, YAML out, with file and line for whatever is wrong."""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, TypeVar, cast

import yaml
from pydantic import BaseModel, ValidationError

from ..check import problems
from ..errors import AnnotationError, InputError
from ..models import Annotation

T = TypeVar("T", bound=BaseModel)

MAX_BYTES = 40_000_000
MAX_DEPTH = 50

_BY_HAND = re.compile(rb"""(?:^|[{,])\s*["']?reader["']?\s*:\s*["']?hand\b""", re.MULTILINE)
"""Also in a file that is no whole annotation yet."""


class _Loader(yaml.CSafeLoader):
    """Plain YAML: no dates guessed from strings, no doubled keys."""

    def construct_mapping(self, node: Any, deep: bool = False) -> dict[Any, Any]:
        keys: set[str] = set()
        for key, _ in node.value:
            if key.value in keys:
                message = f"the field {key.value!r} stands twice"
                raise yaml.MarkedYAMLError(None, None, message, key.start_mark)
            keys.add(key.value)
        return super().construct_mapping(node, deep)


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":timestamp")]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


def load_annotation(path: Path) -> Annotation:
    """Return the checked annotation in a YAML file; AnnotationError names file, line and reason."""
    if path.stat().st_size > MAX_BYTES:
        raise AnnotationError(f"{path}: larger than {MAX_BYTES:,} bytes; split it by document")
    return decode_annotation(path.read_bytes(), str(path))


def decode_annotation(data: bytes, name: str) -> Annotation:
    """Return the checked annotation in the bytes of a YAML text; errors as for `parse_annotation`."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise AnnotationError(f"{name}: not UTF-8 at byte {error.start}") from error
    return parse_annotation(text, name)


def parse_annotation(text: str, name: str = "annotation") -> Annotation:
    """Return the checked annotation in a YAML text; AnnotationError names line and reason."""
    root, data = _parse(text, name)
    return check_annotation(data, name, root)


def check_annotation(data: dict[str, Any], name: str = "annotation", root: Any = None) -> Annotation:
    """Return the checked annotation in plain data, such as JSON; `root` is the YAML that has the lines."""
    try:
        annotation = Annotation.model_validate(data)
    except ValidationError as error:
        found = [(tuple(e["loc"]), e["msg"]) for e in error.errors(include_url=False)]
        raise AnnotationError(_report(name, root, found)) from error
    if wrong := problems(annotation):
        raise AnnotationError(_report(name, root, wrong))
    return annotation


def parse_as(model: type[T], text: str, name: str, what: str) -> T:
    """Return another kind of YAML text as its model, read as strictly; AnnotationError names line and reason.

    `what` says what such a text is, for one that is something else.
    """
    root, data = _parse(text, name, what)
    try:
        return model.model_validate(data)
    except ValidationError as error:
        found = [(tuple(e["loc"]), e["msg"]) for e in error.errors(include_url=False)]
        raise AnnotationError(_report(name, root, found)) from error


def faults(data: bytes, name: str) -> list[tuple[int | None, str, str]]:
    """Return all that is wrong with an annotation: line, field, why; AnnotationError if it is no YAML."""
    try:
        root, found = _parse(data.decode("utf-8"), name)
    except UnicodeDecodeError as error:
        raise AnnotationError(f"{name}: not UTF-8 at byte {error.start}") from error
    try:
        wrong = [(p.path, p.message) for p in problems(Annotation.model_validate(found))]
    except ValidationError as error:
        wrong = [(tuple(e["loc"]), e["msg"]) for e in error.errors(include_url=False)]
    placed = [(_line(root, path).removeprefix(":"), path, why) for path, why in wrong]
    return [(int(line) if line else None, ".".join(map(str, path)), why) for line, path, why in placed]


def dump_annotation(annotation: Annotation) -> str:
    """Return an annotation as YAML, in the order of the model, without defaults."""
    data = annotation.model_dump(mode="json", exclude_defaults=True)
    data = {"counterclaim": annotation.counterclaim, **data}
    return yaml.dump(data, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=120)


def dump_draft(annotation: Annotation) -> str:
    """Return what a reader made as YAML for a person to correct, which says how to tell that it was."""
    return (
        "# Once you have corrected it, write 'hand' as reader at 'extraction': then no reader replaces it.\n"
        + dump_annotation(annotation)
    )


def require_no_hand(path: Path) -> None:
    """Raise InputError where a draft would take the place of a file that says that a person corrected it."""
    if path.is_file() and _BY_HAND.search(path.read_bytes()):
        raise InputError(
            f"{path}: a person corrected what this file holds (reader: hand); a draft does not take its "
            "place: give it another name, or move the file away first"
        )


def parse_yaml(text: str, name: str) -> dict[str, Any]:
    """Return a YAML mapping as plain data; AnnotationError names the line of what is wrong."""
    return _parse(text, name, "expected a mapping of fields")[1]


def _parse(
    text: str, name: str, what: str = "an annotation is a mapping with 'document' and 'extraction'"
) -> tuple[Any, dict[str, Any]]:
    try:
        _refuse_bombs(text)
        loader = _Loader(text)
        root = loader.get_single_node()
        data = cast(Any, loader.construct_document(root)) if root is not None else None
    except (yaml.YAMLError, ValueError, TypeError, AttributeError) as error:
        raise AnnotationError(f"{name}{_where(error)}: {_reason(error)}") from error
    if not isinstance(data, dict):
        raise AnnotationError(f"{name}:1: {what}")
    return root, cast(dict[str, Any], data)


def _refuse_bombs(text: str) -> None:
    """Raise on what makes a small file huge in memory: aliases, and nesting without end."""
    depth = 0
    for event in cast(Iterable[Any], yaml.parse(text, Loader=yaml.CSafeLoader)):
        if isinstance(event, yaml.AliasEvent):
            raise yaml.MarkedYAMLError(None, None, "aliases are not allowed here", event.start_mark)
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH:
            raise yaml.MarkedYAMLError(None, None, "nested too deeply", event.start_mark)


def _where(error: Exception) -> str:
    mark = getattr(error, "problem_mark", None)
    return f":{mark.line + 1}" if mark is not None else ""


def _reason(error: Exception) -> str:
    return str(getattr(error, "problem", None) or error)


def _report(name: str, root: Any, wrong: Sequence[tuple[tuple[str | int, ...], str]], most: int = 20) -> str:
    lines = [
        f"{name}{_line(root, path)}: {'.'.join(map(str, path))}: {message}" for path, message in wrong[:most]
    ]
    if len(wrong) > most:
        lines.append(f"{name}: and {len(wrong) - most} more")
    return "\n".join(lines)


def _line(node: Any, path: tuple[str | int, ...]) -> str:
    """Return ':' and the line (from 1) of the deepest node that a path reaches; '' where there is no YAML."""
    if node is None:
        return ""
    for step in path:
        child = None
        if isinstance(node, yaml.MappingNode):
            child = next((v for k, v in node.value if k.value == step), None)
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int):
            child = node.value[step] if step < len(node.value) else None
        if child is None:
            break
        node = child
    return f":{node.start_mark.line + 1}"


class _Dumper(yaml.SafeDumper):
    """Long texts as blocks; spans and short lists on one line."""


def _represent_str(dumper: yaml.SafeDumper, value: str) -> yaml.ScalarNode:
    if any(break_ in value for break_ in "\x85\u2028\u2029"):
        # YAML takes these for line ends and would change them.
        return dumper.represent_scalar("tag:yaml.org,2002:str", value, style='"')
    style = "|" if "\n" in value and not any(line != line.rstrip() for line in value.split("\n")) else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=style)


def _represent_dict(dumper: yaml.SafeDumper, value: dict[str, Any]) -> yaml.MappingNode:
    node = dumper.represent_mapping("tag:yaml.org,2002:map", value.items())
    node.flow_style = set(value) == {"start", "end", "exact"}
    return node


def _represent_list(dumper: yaml.SafeDumper, value: list[Any]) -> yaml.SequenceNode:
    flow = all(isinstance(item, str) for item in value)
    return dumper.represent_sequence("tag:yaml.org,2002:seq", value, flow_style=flow)


_Dumper.add_representer(str, _represent_str)
_Dumper.add_representer(dict, _represent_dict)
_Dumper.add_representer(list, _represent_list)
