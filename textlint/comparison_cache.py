"""What the comparison of documents found, kept from one run to the next.

The findings of a comparison depend on the documents that are compared and on nothing else. So their
paths, contents and roles are the key: where none has changed, nothing is compared, and the fingerprints,
most of what is kept of files, need not even be read.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textlint.caching import content_key
from textlint.checking import Outcome
from textlint.collecting import Collecting
from textlint.comparison import ComparedFile
from textlint.decoding import decode
from textlint.engine import ActiveRule
from textlint.files import InputFile, UnreadableError, read_bytes
from textlint.finding_cache import FindingCache


class ComparisonCache:
    """The comparison of one run: looked up before it is made, kept afterwards."""

    def __init__(
        self,
        cache: FindingCache,
        collecting: Collecting,
        active: Sequence[ActiveRule],
        files: Sequence[InputFile],
        outcomes: Mapping[int, Outcome],
    ) -> None:
        self._cache = cache
        self._files = {files[number].path: files[number] for number in outcomes}
        self._contents = {
            files[number].path: outcome.content.key
            for number, outcome in outcomes.items()
            if outcome.content is not None
        }
        self._key = self._key_of(collecting, active)

    def _key_of(self, collecting: Collecting, active: Sequence[ActiveRule]) -> bytes | None:
        roles = collecting.roles
        if roles is None or not roles.keys() <= self._contents.keys():
            return None
        rules = [(a.rule.id, repr(a.options), a.severity) for a in active if a.rule.collection]
        parts = [(path, self._contents[path], role.name) for path, role in sorted(roles.items())]
        return self._cache.comparison_key(parts, repr(rules))

    def known(self) -> dict[str, ComparedFile] | None:
        """Return what the same comparison found, by path; None when it is not known."""
        kept = None if self._key is None else self._cache.comparison(self._key)
        if kept is None:
            return None
        found: dict[str, ComparedFile] = {}
        for path, findings in kept.items():
            try:
                data = read_bytes(self._files[path].real)
            except (KeyError, UnreadableError):
                return None
            decoded = decode(data)
            if decoded.text is None or content_key(data) != self._contents[path]:
                return None
            plain = decoded.encoding == "utf-8" and decoded.problem is None
            found[path] = ComparedFile(findings, decoded.text, None if plain else data)
        return found

    def keep(self, found: Mapping[str, ComparedFile]) -> None:
        """Keep what a comparison found that no crash has cut short."""
        if self._key is not None and found.keys() <= self._files.keys():
            self._cache.keep_comparison(self._key, {p: c.findings for p, c in found.items()})
