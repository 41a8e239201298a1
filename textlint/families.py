"""Families: documents that are joined in pairs, in components (union-find)."""

from __future__ import annotations

from collections.abc import Iterable


class Families:
    """Joins numbers; whatever the order of the pairs, a family is named after its smallest member."""

    def __init__(self, pairs: Iterable[tuple[int, int]] = ()) -> None:
        self._parents: dict[int, int] = {}
        for one, two in pairs:
            self.join(one, two)

    def of(self, item: int) -> int:
        """Return the name of the family of `item`; an item that was never joined is its own."""
        root = item
        while self._parents.get(root, root) != root:
            root = self._parents[root]
        while self._parents.get(item, item) != root:
            self._parents[item], item = root, self._parents[item]
        return root

    def join(self, one: int, two: int) -> None:
        low, high = sorted((self.of(one), self.of(two)))
        self._parents[low] = low
        self._parents[high] = low

    def members(self) -> dict[int, list[int]]:
        """Return all families of two or more by name, their members in order."""
        found: dict[int, list[int]] = {}
        for item in sorted(self._parents):
            found.setdefault(self.of(item), []).append(item)
        return {name: items for name, items in found.items() if len(items) > 1}
