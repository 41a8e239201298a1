"""The console entry point. Interim: replaced by the click commands."""

import json
import sys
from pathlib import Path


def main() -> int:
    from textlint import __version__
    from textlint.engine import ActiveRule, Engine
    from textlint.lines import LineIndex
    from textlint.plugins import load_host

    host = load_host()
    engine = Engine(
        [ActiveRule(r, r.options()) for r in host.rules if r.profile == "default"],
        detect_language=host.detect_language,
    )
    out = {
        "version": 1,
        "tool": "textlint",
        "tool_version": __version__,
        "findings": [],
        "documents": {"checked": 0, "words": 0, "skipped": []},
        "problems": [p.message for p in host.problems],
    }
    files = []
    for a in sys.argv[1:]:
        p = Path(a)
        if p.is_dir():
            files += sorted(x for x in p.rglob("*") if x.is_file())
        elif p.is_file():
            files.append(p)
    for f in files:
        reader = next((r for r in host.readers if f.suffix in r.suffixes), None)
        if not reader:
            continue
        src = f.read_bytes().decode("utf-8-sig", "replace")
        doc = reader.read(f.as_posix(), src)
        c = engine.check(doc)
        out["problems"] += [p.message for p in c.problems]
        ix = LineIndex(src)
        out["documents"]["checked"] += 1
        out["documents"]["words"] += doc.word_count
        for x in c.findings:
            l, col = ix.line_column(x.span.start)
            out["findings"].append(
                {
                    "rule": x.rule,
                    "severity": x.severity.label,
                    "path": x.path,
                    "start": x.span.start,
                    "end": x.span.end,
                    "line": l,
                    "column": col,
                    "message": x.message,
                    "text": src[x.span.start : x.span.end],
                    "related": [
                        {
                            "path": x.path,
                            "start": r.span.start,
                            "end": r.span.end,
                            "message": r.message,
                        }
                        for r in x.related
                    ],
                    "suppressed": False,
                }
            )
    print(json.dumps(out, ensure_ascii=False, indent=1))
    return 1 if out["findings"] else 0


if __name__ == "__main__":
    sys.exit(main())
