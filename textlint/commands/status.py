"""The exit statuses, the same for every format and every command."""

CLEAN = 0
FINDINGS = 1  # at or above --fail-on
USAGE = 2  # a usage or configuration error: nothing was checked
INCOMPLETE = 3  # a rule crashed, a file could not be read, a plugin did not load
INTERRUPTED = 130  # Ctrl-C, as shells report it (128 + SIGINT)
