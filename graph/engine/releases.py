"""The releases of Neo4j that the local engine can be: the long-term one, and the newest tried."""

from dataclasses import dataclass
from pathlib import Path

from .errors import EngineError


@dataclass(frozen=True)
class Release:
    """One release: its exact version, how it is started and what it must be told besides."""

    name: str
    version: str
    main: str
    conf: str

    @property
    def lock(self) -> Path:
        """The file that names the release's jars."""
        return Path(__file__).with_name(f"jars-{self.name}.lock")

    def newer(self, other: "Release") -> bool:
        """Return whether this release came after the other one."""
        return _order(self) > _order(other)


# Neo4j waits twice five seconds for late clients when it stops; ours are gone by then.
_QUIET = "internal.dbms.bolt.netty_server_shutdown_quiet_period"
RELEASES = {
    release.name: release
    for release in (
        Release("5.26", "5.26.30", "org.neo4j.server.CommunityEntryPoint", f"{_QUIET}=0\n"),
        Release(
            "2026.08",
            "2026.08.1",
            "org.neo4j.server.Neo4jCommunity",
            f"{_QUIET}_duration=0s\nserver.fleet_discovery.enabled=false\nserver.http.x_forward.enabled=false\n",
        ),
    )
}
DEFAULT = "5.26"


def check(home: Path, wanted: Release, running: bool) -> None:
    """Raise EngineError when the graph in `home` is another release's, which `wanted` must not open.

    A newer release takes over the files of an older one for good; the older cannot read them again.
    """
    there = _recorded(home)
    if there is None or there == wanted:
        return
    if running:
        raise EngineError(
            f"Neo4j {there.version} runs in {home}, not {wanted.version}. "
            "Stop it with `counterclaim neo4j stop`, or choose another COUNTERCLAIM_HOME."
        )
    if there.newer(wanted):
        raise EngineError(
            f"The graph in {home} was last opened by Neo4j {there.version}; {wanted.version} cannot read it. "
            f"Set COUNTERCLAIM_NEO4J_VERSION={there.name}, or choose another COUNTERCLAIM_HOME."
        )


def record(home: Path, release: Release) -> None:
    """Note which release opens the graph in `home`."""
    _file(home).write_text(f"{release.name}\n", encoding="utf-8")


def _recorded(home: Path) -> Release | None:
    if _file(home).exists():
        return RELEASES.get(_file(home).read_text(encoding="utf-8").strip())
    # Engines before this file was kept were all of the first release.
    return RELEASES[DEFAULT] if (home / "data" / "databases").exists() else None


def _file(home: Path) -> Path:
    return home / "release"


def _order(release: Release) -> list[int]:
    return [int(part) for part in release.version.split(".")]
