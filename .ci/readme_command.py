"""Print the shell command that the README gives under a marker comment.

    python3 .ci/readme_command.py tests

The README holds `<!-- command: tests -->` right before the code block in question; reading the
command from there keeps CI and the README the same.
"""

import re
import sys
from pathlib import Path


def main() -> int:
    readme = Path(__file__).resolve().parents[1].joinpath("README.md").read_text(encoding="utf-8")
    name = re.escape(sys.argv[1])
    found = re.search(rf"<!-- command: {name} -->\s*```\w*\n(.*?)```", readme, re.DOTALL)
    if found is None:
        print(
            f"README.md has no code block marked <!-- command: {sys.argv[1]} -->", file=sys.stderr
        )
        return 1
    print(found.group(1).strip())
    return 0


if __name__ == "__main__":
    sys.exit(main())
