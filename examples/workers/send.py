"""Hand the files of a folder to the workers: `python -m examples.workers.send FOLDER`."""

import sys
from pathlib import Path

from .tasks import store_file


def main() -> None:
    """Send a task per file, in order of their names."""
    paths = sorted(path.resolve() for path in Path(sys.argv[1]).iterdir() if path.is_file())
    for path in paths:
        store_file.delay(str(path))
    print(f"{len(paths)} files sent")


if __name__ == "__main__":
    main()
