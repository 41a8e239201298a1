"""The JSON Schema of the configuration file, made of the keys that are read and the installed rules.

For editors that complete and check TOML by a schema (Taplo, and what uses it).
"""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Iterable, Sequence
from typing import Any, Literal

from textlint.config_file import (
    COLLECTION_KEYS,
    FAIL_ON,
    KEYS,
    PER_PATH_KEYS,
    PHRASES_KEYS,
    SEVERITIES,
)
from textlint.rule import PROFILES, Rule
from textlint.ruledocs import DOCUMENTATION, rule_url, sentence

_TEXT = {"type": "string"}
_FLAG = {"type": "boolean"}
_TEXTS = {"type": "array", "items": _TEXT}


def config_schema(rules: Iterable[Rule]) -> dict[str, Any]:
    """Return the schema of a `textlint.toml` for these rules."""
    known = sorted(rules, key=lambda rule: rule.id)
    names = sorted({name for rule in known for name in (rule.id, rule.family)})
    # Own rules are named by their tables: any id may be selected, the installed ones are offered.
    name = {"type": "string", "pattern": "^[a-z][a-z0-9/-]*$"}
    named = {"type": "array", "items": {"anyOf": [{"enum": names}, name]}}
    severity = {"enum": list(SEVERITIES)}
    profile = {"enum": list(PROFILES)}
    values: dict[str, Any] = {
        "select": named,
        "ignore": named,
        "profile": profile,
        "fail-on": {"enum": list(FAIL_ON)},
        "exclude": _TEXTS,
        "respect-gitignore": _FLAG,
        "text-field": _TEXT,
        "collection": _object(dict.fromkeys(COLLECTION_KEYS, _TEXT)),
        "baseline": _TEXT,
        "rules": {
            "type": "object",
            "properties": {rule.id: _rule(rule, severity) for rule in known},
            "additionalProperties": {"type": "object", "properties": {"severity": severity}},
        },
        "per-path": _tables(
            PER_PATH_KEYS,
            {
                "paths": {**_TEXTS, "minItems": 1},
                "select": named,
                "ignore": named,
                "profile": profile,
            },
            ("paths",),
        ),
        "phrases": _tables(
            PHRASES_KEYS,
            {
                "id": {"type": "string", "pattern": "^[a-z][a-z0-9-]*/[a-z][a-z0-9-]*$"},
                "phrases": {**_TEXTS, "minItems": 1},
                "message": _TEXT,
                "suggestion": _TEXT,
                "severity": severity,
                "whole-words": _FLAG,
                "match-case": _FLAG,
                "except": _TEXTS,
                "explain": _TEXT,
            },
            ("id", "phrases"),
        ),
    }
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "textlint",
        "description": f"The configuration of textlint: {DOCUMENTATION}configuration/",
        **_object({key: values[key] for key in KEYS}),
    }


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "additionalProperties": False}


def _tables(keys: Sequence[str], values: dict[str, Any], required: Sequence[str]) -> dict[str, Any]:
    item = {**_object({key: values[key] for key in keys}), "required": list(required)}
    return {"type": "array", "items": item}


def _rule(rule: Rule, severity: dict[str, Any]) -> dict[str, Any]:
    hints = typing.get_type_hints(rule.options)
    options = {
        field.name.replace("_", "-"): _type(hints[field.name])
        for field in dataclasses.fields(rule.options)
    }
    return {
        "description": f"{sentence(rule.summary)} {rule_url(rule)}",
        **_object({"severity": severity, **options}),
    }


def _type(hint: Any) -> dict[str, Any]:
    simple = {bool: "boolean", int: "integer", float: "number", str: "string"}
    if hint in simple:
        return {"type": simple[hint]}
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin is Literal:
        return {"enum": list(arguments)}
    if origin in (typing.Union, types.UnionType):
        return {"anyOf": [_type(a) for a in arguments if a is not types.NoneType]}
    if origin in (tuple, list, set, frozenset) and arguments:
        return {"type": "array", "items": _type(arguments[0])}
    return {}
