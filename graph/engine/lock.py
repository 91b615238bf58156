"""Maintainers only: `python -m graph.engine.lock` resolves Neo4j's jars and rewrites their locks.

Users never resolve: walking some 400 POM files takes a minute, reading the lock takes none, and
the SHA-256 in it makes every user's engine the one that was tested.
"""

import hashlib
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from jgo.maven import Artifact, Dependency, MavenContext, PythonResolver

from .jars import fetch
from .maven import repository
from .releases import RELEASES, Release

_BROWSER = "5.24.0"  # the last that Maven has


def resolve(release: Release) -> list[str]:
    """Return the repository path of every jar that the server needs at run time."""
    with tempfile.TemporaryDirectory() as folder:
        context = MavenContext(
            resolver=PythonResolver(),
            repo_cache=Path(folder),
            remote_repos={"central": repository().url},
        )
        roots = [
            Dependency(context.project(group, name).at_version(version).artifact(), scope="compile")
            for group, name, version in _roots(release)
        ]
        inputs, transitive = context.resolver.resolve(roots)
    found = [*inputs, *(each for each in transitive if each.scope in ("compile", "runtime"))]
    # By file name: in other orders the JVM refuses its class archive, because the manifest of
    # jaxb-runtime names further jars.
    paths = {_path(each.artifact) for each in found}
    return sorted(paths, key=lambda path: path.rpartition("/")[2])


def _roots(release: Release) -> list[tuple[str, str, str]]:
    return [
        ("org.neo4j", "neo4j", release.version),
        ("org.neo4j.app", "neo4j-server", release.version),
        ("org.neo4j.client", "neo4j-browser", _BROWSER),
    ]


def _path(artifact: Artifact) -> str:
    return f"{artifact.component.path_prefix.as_posix()}/{artifact.filename}"


def _line(path: str) -> str:
    """Return the line of the lock for the jar at `path`: SHA-256, size, path."""
    data = b"".join(fetch(path))
    return f"{hashlib.sha256(data).hexdigest()} {len(data)} {path}"


def main() -> None:
    """Rewrite the locks, in an order that does not change from run to run."""
    for release in RELEASES.values():
        with ThreadPoolExecutor(8) as pool:
            lines = list(pool.map(_line, resolve(release)))
        release.lock.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        print(f"{release.lock}: {len(lines)} jars")


if __name__ == "__main__":
    main()
