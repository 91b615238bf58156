"""Which Maven repository to download from: the user's own mirror, or Maven Central."""

import os
import re
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree

from jgo.constants import MAVEN_CENTRAL_URL

from .errors import EngineError


@dataclass(frozen=True)
class Repository:
    """A Maven repository, with the login that the user's settings give for it."""

    url: str
    auth: tuple[str, str] | None = field(default=None, repr=False)


def repository() -> Repository:
    """Return the mirror that ~/.m2/settings.xml names for Central, else Central itself."""
    path = Path.home() / ".m2" / "settings.xml"
    if not path.exists():
        return Repository(MAVEN_CENTRAL_URL)
    try:
        # The user's own file, which Maven itself trusts.
        text = re.sub(r' xmlns="[^"]*"', "", path.read_text(encoding="utf-8"), count=1)
        root = ElementTree.fromstring(text)
    except (OSError, ValueError, ElementTree.ParseError) as error:
        raise EngineError(f"{path} cannot be read: {error}. Mend it or move it away.") from error
    for mirror in root.iterfind("mirrors/mirror"):
        if _covers_central(_text(mirror, "mirrorOf")):
            return Repository(_text(mirror, "url").rstrip("/"), _login(root, _text(mirror, "id")))
    return Repository(MAVEN_CENTRAL_URL)


def _covers_central(mirror_of: str) -> bool:
    names = {name.strip() for name in mirror_of.split(",")}
    return bool(names & {"*", "central", "external:*"}) and "!central" not in names


def _login(root: ElementTree.Element, identity: str) -> tuple[str, str] | None:
    for server in root.iterfind("servers/server"):
        if _text(server, "id") == identity:
            return _text(server, "username"), _text(server, "password")
    return None


def _text(element: ElementTree.Element, tag: str) -> str:
    """Return the text under `tag`, with Maven's ${env.NAME} filled in."""
    value = (element.findtext(tag) or "").strip()
    return re.sub(r"\$\{env\.(\w+)\}", lambda name: os.environ.get(name[1], ""), value)
