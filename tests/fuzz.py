"""Small changes of files that are right: the ones that break readers."""

from pathlib import Path
from typing import Any

from hypothesis import strategies as st

_SCRAPS = [
    b"", b"\x00", b"\xff\xfe", b"\xed\xa0\x80", b"\xc2\x85", b"\xe2\x80\xa8", b"\xe2\x80\xae",
    b"\xcc\x81", b"\r", b"\t", b'"', b"'", b"\\", b"\\ud800", b"\\u0000", b"<", b">", b"<!--", b"]]>",
    b"&#0;", b"&#xD800;", b"&lol;", b"{", b"}", b"[", b"]", b":", b": ", b"- ", b"|\n", b"&a ", b"*a",
    b"!!python/object:os.system ", b"#", b"%", b"null", b"true", b"NaN", b"1e999", b"-1",
    b"99999999999999999999", b"0x10", b"2026-13-45", b".inf", b"\n\n", b"@context", b"@import",
    b"file:///etc/passwd", b"http://127.0.0.1:9/", b"<x:y>", b"_:b", b"^^<", b"@en", b" . ",
    b"\xf0\x9f\x8c\x8a", b"said", b"\xe2\x80\x9c", b"\xe2\x80\x9d",
]  # fmt: skip

_VALUES: st.SearchStrategy[Any] = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=9), st.just([]), st.just({}),
    st.sampled_from(["\ud800", "\x00", "1e400", "9" * 400, "x" * 400, "2026-13-45", "a:b", "s1", "[[", "-"]),
)  # fmt: skip


@st.composite
def broken(draw: st.DrawFn, seeds: list[bytes]) -> bytes:
    """A seed with some cuts, doublings and insertions."""
    data = bytearray(draw(st.sampled_from(seeds)))
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(data)))
        to = min(len(data), at + draw(st.sampled_from([0, 1, 3, 17, 200])))
        how = draw(st.sampled_from(["cut", "insert", "double", "flip", "end"]))
        if how == "cut":
            del data[at:to]
        elif how == "insert":
            data[at:at] = draw(st.sampled_from(_SCRAPS))
        elif how == "double":
            data[at:at] = data[at:to]
        elif how == "flip" and at < len(data):
            data[at] ^= draw(st.integers(1, 255))
        elif how == "end":
            del data[at:]
    return bytes(data)


@st.composite
def reshaped(draw: st.DrawFn, seeds: list[Any]) -> Any:
    """Plain data (of JSON or YAML) with some values replaced, taken out or put in."""
    data: Any = draw(st.sampled_from(seeds))
    for _ in range(draw(st.integers(1, 3))):
        data = _changed(draw, data)
    return data


def _changed(draw: st.DrawFn, data: Any) -> Any:
    if isinstance(data, dict) and data and draw(st.integers(0, 5)):
        key = draw(st.sampled_from(sorted(data, key=str)))
        if draw(st.integers(0, 5)) == 0:
            return {k: v for k, v in data.items() if k != key}
        return {**data, key: _changed(draw, data[key])}
    if isinstance(data, list) and data and draw(st.integers(0, 5)):
        at = draw(st.integers(0, len(data) - 1))
        if draw(st.integers(0, 5)) == 0:
            return [*data[:at], data[at], *data[at:]]
        return [*data[:at], _changed(draw, data[at]), *data[at + 1 :]]
    return draw(_VALUES)


def contents(*paths: Path) -> list[bytes]:
    """The bytes of files."""
    return [path.read_bytes() for path in paths]
