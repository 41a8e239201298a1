"""A checker that knows what GitHub code scanning and the SARIF validators ask of a log.

It is written against the rules and not against our code, so it computes line hashes, lines and
columns on its own, slowly. `violations` returns a sentence for each rule that a log breaks.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import unquote_to_bytes

SOURCE_ROOT = "%SRCROOT%"
LEVELS = {"error", "warning", "note"}
_URI = re.compile(r"(?:[A-Za-z0-9._~/-]|%[0-9A-F]{2})+")
_LINK = re.compile(r"(?<!\\)\[(?P<label>(?:[^\\\[\]]|\\[\\\[\]])*)\]\((?P<id>\d+)\)")
_ABSOLUTE = re.compile(r"(?:^|[\s\"'(<])(?:/[\w.~-]+/|[A-Za-z]:[\\/]|file:)")
_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ud800-\udfff\ufeff\U000e0000-\U000e007f]"
)
_PERSONAL = {
    "account", "arguments", "commandLine", "endTimeUtc", "environmentVariables",
    "executableLocation", "machine", "processId", "startTimeUtc", "timeUtc", "workingDirectory",
}  # fmt: skip
_KNOWN_KEYS = {
    "log": {"$schema", "version", "runs"},
    "run": {
        "tool", "invocations", "originalUriBaseIds", "columnKind", "newlineSequences", "results",
        "automationDetails",
    },
    "driver": {"name", "informationUri", "version", "semanticVersion", "rules"},
    "rule": {
        "id", "name", "shortDescription", "fullDescription", "help", "helpUri",
        "defaultConfiguration", "properties",
    },
    "result": {
        "ruleId", "ruleIndex", "level", "message", "locations", "partialFingerprints",
        "relatedLocations", "suppressions",
    },
    "location": {"id", "physicalLocation", "message"},
    "region": {"startLine", "startColumn", "endLine", "endColumn"},
}  # fmt: skip


def line_hashes(data: bytes) -> list[str]:
    """Return the line hash of each line, straight from the definition: a sum for every line."""
    encoded = data.decode("utf-8", "replace").encode("utf-16-le")
    raw = [int.from_bytes(encoded[i : i + 2], "little") for i in range(0, len(encoded), 2)]
    units: list[int] = []
    for i, unit in enumerate(raw):
        if unit in (32, 9) or (unit == 10 and i and raw[i - 1] == 13):
            continue
        units.append(10 if unit == 13 else unit)
    units.append(65535)
    starts = [p for p in range(len(units)) if p == 0 or units[p - 1] == 10]
    units += [0] * 100
    seen: Counter[str] = Counter()
    hashes = []
    for p in starts:
        digits = format(sum(units[p + i] * 37 ** (99 - i) for i in range(100)) % 2**64, "x")
        seen[digits] += 1
        hashes.append(f"{digits}:{seen[digits]}")
    return hashes


def line_lengths(data: bytes) -> list[int]:
    """Return the length of each line in UTF-16 code units, without line end and byte-order mark."""
    text = data.decode("utf-8", "replace").removeprefix("\ufeff")
    return [len(line.encode("utf-16-le")) // 2 for line in re.split(r"\r\n|\r|\n", text)]


def violations(
    log: str,
    contents: Mapping[str, bytes] | None = None,
    *,
    category: str | None = None,
    suppressed: bool = False,
) -> list[str]:
    """Return what is wrong with a log.

    `contents` are the bytes of the scanned files by URI; without them line hashes and columns are
    not compared. `suppressed` when suppressed results were asked for.
    """
    try:
        parsed = _parse(log)
    except ValueError as error:
        return [f"not a JSON text that everybody reads alike: {error}"]
    found = list(_text(log))
    try:
        found += _log(parsed, contents, category, suppressed)
    except (KeyError, TypeError, IndexError, AttributeError) as error:
        found.append(f"something required is missing or of another kind: {error!r}")
    return found


def _parse(log: str) -> Any:
    def refuse(constant: str) -> None:
        raise ValueError(f"{constant} is not JSON")

    def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        keys = [key for key, _ in pairs]
        if len(keys) != len(set(keys)):
            raise ValueError("a key occurs twice")
        return dict(pairs)

    if log.startswith("\ufeff"):
        raise ValueError("byte-order mark")
    return json.loads(log, parse_constant=refuse, object_pairs_hook=unique)


def _text(log: str) -> Iterator[str]:
    if not log.endswith("}\n") or log.endswith("\n\n"):
        yield "the text does not end with one line feed"
    if "\r" in log:
        yield "the text has carriage returns"
    try:
        log.encode()
    except UnicodeEncodeError:
        yield "the text cannot be encoded"


def _strings(value: Any, place: str = "log") -> Iterator[tuple[str, str]]:
    """Yield every string of the log with its place, keys as places of their own."""
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, list):
        for i, item in enumerate(value):
            yield from _strings(item, f"{place}[{i}]")
    elif isinstance(value, dict):
        for key, item in value.items():
            yield f"{place} key", key
            yield from _strings(item, f"{place}.{key}")


def _log(
    log: Any, contents: Mapping[str, bytes] | None, category: str | None, suppressed: bool
) -> Iterator[str]:
    yield from _known("log", log)
    if log["version"] != "2.1.0" or not log["$schema"].startswith("https://"):
        yield "version or schema is wrong"
    if len(log["runs"]) != 1:
        yield "not exactly one run"
    run = log["runs"][0]
    yield from _known("run", run)
    for place, text in _strings(log):
        if re.search("[\ud800-\udfff]", text):
            yield f"{place}: a lone surrogate"
        if _ABSOLUTE.search(text) and not place.startswith(f"{RULES_PLACE}["):
            yield f"{place}: an absolute path: {text!r}"
        if place.endswith(" key") and text in _PERSONAL:
            yield f"{place}: {text} differs from machine to machine"
    if run["columnKind"] != "utf16CodeUnits":
        yield "columnKind is not utf16CodeUnits"
    if run["newlineSequences"] != ["\r\n", "\n", "\r"]:
        yield "newlineSequences are not those of the source"
    base = run["originalUriBaseIds"][SOURCE_ROOT]
    if set(base) != {"description"} or not base["description"]["text"]:
        yield "the root is not defined by a description alone"
    details = run.get("automationDetails")
    if details != (None if category is None else {"id": f"{category}/"}):
        yield f"automationDetails are {details}"
    yield from _driver(run["tool"]["driver"])
    yield from _invocation(run["invocations"])
    yield from _results(run, contents, suppressed)


RULES_PLACE = "log.runs[0].tool.driver.rules"


def _known(kind: str, value: Any) -> Iterator[str]:
    unknown = set(value) - _KNOWN_KEYS[kind]
    if unknown:
        yield f"{kind} has unknown keys {sorted(unknown)}"


def _driver(driver: Any) -> Iterator[str]:
    yield from _known("driver", driver)
    if driver["name"] != "textlint" or not driver["version"] or not driver["semanticVersion"]:
        yield "the driver has no name or version"
    rules = driver["rules"]
    ids = [rule["id"] for rule in rules]
    if ids != sorted(set(ids)):
        yield "the rules are not sorted by id, each once"
    for rule in rules:
        yield from _rule(rule)


def _rule(rule: Any) -> Iterator[str]:
    id = rule["id"]
    yield from _known("rule", rule)
    if not re.fullmatch(r"[a-z0-9-]+/[a-z0-9-]+", id):
        yield f"rule id {id!r}"
    if not re.fullmatch(r"(?:[A-Z][a-z0-9]*)+", rule["name"]):
        yield f"{id}: the name is not in PascalCase"
    for key in ("shortDescription", "fullDescription"):
        text = rule[key]["text"]
        if not text.strip() or len(text) > 1024 or not text.endswith("."):
            yield f"{id}: {key} is empty, too long or no sentence"
    if not rule["help"]["text"].strip() or not rule["help"]["markdown"].strip():
        yield f"{id}: help is empty"
    if not rule["helpUri"].startswith("https://"):
        yield f"{id}: helpUri is not https"
    if rule["defaultConfiguration"]["level"] not in LEVELS:
        yield f"{id}: unknown level"
    properties = rule["properties"]
    tags = properties["tags"]
    if not tags or len(tags) > 10 or len(set(tags)) != len(tags):
        yield f"{id}: tags are missing, too many or not unique"
    if "security" in tags or "security-severity" in properties:
        yield f"{id}: prose is not security"
    if properties["precision"] not in {"very-high", "high", "medium", "low"}:
        yield f"{id}: unknown precision"
    wanted = {"error": "error", "warning": "warning", "note": "recommendation"}
    if properties["problem.severity"] != wanted[rule["defaultConfiguration"]["level"]]:
        yield f"{id}: problem.severity does not go with the level"


def _invocation(invocations: Any) -> Iterator[str]:
    if len(invocations) != 1:
        yield "not exactly one invocation"
    invocation = invocations[0]
    if not isinstance(invocation["executionSuccessful"], bool):
        yield "executionSuccessful is not a truth value"
    kinds = set()
    for notification in invocation.get("toolExecutionNotifications", ()):
        kinds.add(notification["descriptor"]["id"])
        yield from _message(notification["message"]["text"], "notification")
        for location in notification.get("locations", ()):
            yield from _uri(location["physicalLocation"]["artifactLocation"])
    if invocation["executionSuccessful"] == bool(kinds & {"crash", "plugin"}):
        yield "executionSuccessful and the notifications contradict each other"


def _results(run: Any, contents: Mapping[str, bytes] | None, suppressed: bool) -> Iterator[str]:
    results = run["results"]
    if len(results) > 25_000:
        yield "more than 25,000 results"
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    alerts: Counter[tuple[Any, ...]] = Counter()
    prints: Counter[str] = Counter()
    places = []
    for number, result in enumerate(results):
        where = f"result {number}"
        yield from _known("result", result)
        if not 0 <= result["ruleIndex"] < len(rules):
            yield f"{where}: there is no rule {result['ruleIndex']}"
        elif rules[result["ruleIndex"]] != result["ruleId"]:
            yield f"{where}: ruleIndex names another rule"
        if result["level"] not in LEVELS:
            yield f"{where}: unknown level"
        if "suppressions" in result and not suppressed:
            yield f"{where}: a suppressed result would be shown as open"
        if len(result["locations"]) != 1:
            yield f"{where}: not exactly one location"
        physical = result["locations"][0]["physicalLocation"]
        yield from _location(result["locations"][0], contents, where)
        region = physical["region"]
        if region["startLine"] != region["endLine"]:
            yield f"{where}: the region is longer than its line"
        uri = physical["artifactLocation"]["uri"]
        alerts[result["ruleId"], uri, region["startLine"]] += 1
        places.append((uri, region["startLine"]))
        fingerprints = result["partialFingerprints"]
        own = fingerprints["textlint/v1"]
        prints[own] += 1
        if not re.fullmatch(r"[0-9a-f]{32}", own):
            yield f"{where}: our fingerprint is malformed"
        if contents is not None:
            expected = line_hashes(contents[uri])[region["startLine"] - 1]
            if fingerprints["primaryLocationLineHash"] != expected:
                yield f"{where}: the line hash is not {expected}"
        elif not re.fullmatch(r"[0-9a-f]+:[1-9]\d*", fingerprints["primaryLocationLineHash"]):
            yield f"{where}: the line hash is malformed"
        yield from _related(result, contents, where)
    for alert, count in alerts.items():
        if count > 1:
            yield f"{count} results are one alert: {alert}"
    if any(count > 1 for count in prints.values()):
        yield "two results have the same fingerprint"
    if places != sorted(places):
        yield "the results are not in order of place"


def _related(result: Any, contents: Mapping[str, bytes] | None, where: str) -> Iterator[str]:
    related = result.get("relatedLocations", [])
    if len(related) > 100:
        yield f"{where}: more than 100 related locations"
    ids = [location["id"] for location in related]
    if len(ids) != len(set(ids)):
        yield f"{where}: an id of a related location occurs twice"
    for location in related:
        yield from _location(location, contents, where)
        yield from _message(location["message"]["text"], where)
    yield from _message(result["message"]["text"], where, ids)


def _message(text: str, where: str, ids: list[int] | None = None) -> Iterator[str]:
    if not text.strip() or len(text) > 1000:
        yield f"{where}: the message is empty or too long"
    if not text.endswith("."):
        yield f"{where}: the message does not end with a full stop"
    first = re.split(r"(?<=\.) ", text)[0]
    if _LINK.search(first) or not first.strip(" ."):
        yield f"{where}: the first sentence does not stand alone"
    if _UNSAFE.search(text):
        yield f"{where}: the message has invisible characters"
    for link in _LINK.finditer(text):
        if int(link["id"]) not in (ids or ()):
            yield f"{where}: a link leads to no related location: {link[0]}"
    rest = re.sub(r"\\[\\\[\]]", "", _LINK.sub("", text))
    if re.search(r"[\\\[\]]", rest):
        yield f"{where}: brackets or backslashes are not escaped: {text!r}"


def _location(location: Any, contents: Mapping[str, bytes] | None, where: str) -> Iterator[str]:
    yield from _known("location", location)
    physical = location["physicalLocation"]
    yield from _uri(physical["artifactLocation"])
    region = physical.get("region")
    if region is None:
        return
    yield from _known("region", region)
    line, column = region["startLine"], region["startColumn"]
    end_line, end_column = region["endLine"], region["endColumn"]
    if min(line, column, end_line, end_column) < 1 or end_line < line:
        yield f"{where}: the region counts from 1 and ends after its start"
    if end_line == line and end_column <= column:
        yield f"{where}: the region is empty"
    if contents is None:
        return
    data = contents.get(physical["artifactLocation"]["uri"])
    if data is None:
        yield f"{where}: there is no file {physical['artifactLocation']['uri']}"
        return
    lengths = line_lengths(data)
    # An empty line has no character to mark; its line end is marked then.
    if end_line > len(lengths) or end_column > max(lengths[end_line - 1], 1) + 1:
        yield f"{where}: the region ends outside of its line"
    if column > max(lengths[line - 1], 1):
        yield f"{where}: the region starts outside of its line"


def _uri(artifact: Any) -> Iterator[str]:
    uri = artifact["uri"]
    if artifact["uriBaseId"] != SOURCE_ROOT:
        yield f"{uri}: not relative to the root"
    if not _URI.fullmatch(uri):
        yield f"{uri}: not percent-encoded"
    segments = uri.split("/")
    if {"", ".", ".."} & set(segments):
        yield f"{uri}: not a path below the root"
    if re.search("%2F|%5C", uri.upper()) and "\\" not in unquote_to_bytes(uri).decode():
        yield f"{uri}: an encoded separator"
    try:
        unquote_to_bytes(uri).decode()
    except UnicodeDecodeError:
        yield f"{uri}: not UTF-8"
