"""What is worked out once per document and shared by the rules of the family."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import WeakKeyDictionary

from textlint.document import Document

T = TypeVar("T")


def once_per_document(work: Callable[[Document], T]) -> Callable[[Document], T]:
    """Return `work` with its result kept as long as the document lives."""
    kept: WeakKeyDictionary[Document, T] = WeakKeyDictionary()

    @wraps(work)
    def remembered(document: Document) -> T:
        if document not in kept:
            kept[document] = work(document)
        return kept[document]

    return remembered
