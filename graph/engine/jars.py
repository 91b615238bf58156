"""Neo4j's jars: downloaded once from Maven into the user's cache, checked against the release's lock.

A jar gets its name only when its SHA-256 is right, so a broken download is never half used and
the next run goes on with the jars that are missing.
"""

import fcntl
import hashlib
import sys
from collections.abc import Callable, Generator, Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import requests
from jgo.util import http
from platformdirs import user_cache_path
from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn

from .errors import EngineError
from .maven import repository
from .releases import Release

_ADVICE = (
    "Connect to the network and run the command again (it goes on where it stopped), "
    "or set NEO4J_URI to a Neo4j server that you have."
)


@dataclass(frozen=True)
class Jar:
    """One line of the lock."""

    sha256: str
    size: int
    path: str

    def file(self, cache: Path) -> Path:
        """Return where the jar lies in the cache."""
        return cache / "lib" / self.path.rpartition("/")[2]

    def missing(self, cache: Path) -> bool:
        """Return whether the jar still has to be downloaded."""
        file = self.file(cache)
        return not file.exists() or file.stat().st_size != self.size


def default_cache(release: Release) -> Path:
    """Return the user's cache folder for this release of Neo4j."""
    return user_cache_path("counterclaim") / f"neo4j-{release.version}"


def ensure_jars(cache: Path, release: Release) -> list[Path]:
    """Return the class path, downloading what is missing; EngineError says why it cannot."""
    jars = [
        Jar(sha256, int(size), path)
        for sha256, size, path in map(str.split, release.lock.read_text(encoding="utf-8").splitlines())
    ]
    if any(jar.missing(cache) for jar in jars):
        try:
            (cache / "lib").mkdir(parents=True, exist_ok=True)
            with (cache / "download.lock").open("w") as lock:
                fcntl.flock(lock, fcntl.LOCK_EX)  # two commands started at once download once
                _download([jar for jar in jars if jar.missing(cache)], cache, release)
        except OSError as error:
            raise EngineError(f"Neo4j cannot be stored in {cache}: {error}.") from error
    return [jar.file(cache) for jar in jars]


def fetch(path: str) -> Iterator[bytes]:
    """Yield the bytes of a file of the Maven repository; EngineError when it cannot be had."""
    source = repository()
    url = f"{source.url}/{path}"
    try:
        with http.get(url, stream=True, timeout=(10, 60), auth=source.auth) as response:
            response.raise_for_status()
            yield from response.iter_content(1 << 16)
    except requests.RequestException as error:
        raise EngineError(f"Neo4j cannot be downloaded from {url}: {error}. {_ADVICE}") from error


def _download(jars: list[Jar], cache: Path, release: Release) -> None:
    pool = ThreadPoolExecutor(8)
    try:
        with _progress(jars, cache, release) as advance:
            stores = [pool.submit(_store, jar, cache, release, advance) for jar in jars]
            for job in as_completed(stores):
                job.result()
    finally:
        pool.shutdown(cancel_futures=True)  # the first failure ends the whole download


def _store(jar: Jar, cache: Path, release: Release, advance: Callable[[int], object]) -> None:
    file = jar.file(cache)
    part = file.with_suffix(".part")
    digest = hashlib.sha256()
    with part.open("wb") as out:
        for block in fetch(jar.path):
            out.write(block)
            digest.update(block)
            advance(len(block))
    if digest.hexdigest() != jar.sha256:
        part.unlink()
        raise EngineError(
            f"{jar.path} from {repository().url} is not the file that {release.lock.name} names "
            f"(SHA-256 {digest.hexdigest()}); nothing of it was kept. {_ADVICE}"
        )
    part.replace(file)


@contextmanager
def _progress(jars: list[Jar], cache: Path, release: Release) -> Generator[Callable[[int], object]]:
    """Show a bar on a terminal and plain lines elsewhere; yield what counts the bytes."""
    total = sum(jar.size for jar in jars)
    title = f"Downloading Neo4j {release.version}"
    if not sys.stderr.isatty():
        print(f"{title} ({total / 1e6:.0f} MB, once) into {cache}", file=sys.stderr, flush=True)
        yield lambda _: None
        print(f"Downloaded Neo4j {release.version}", file=sys.stderr, flush=True)
        return
    columns = (TextColumn(title), BarColumn(), DownloadColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task(title, total=total)
        yield lambda count: bar.advance(task, count)
