"""textlint finds the defects of republished articles and says exactly where they are."""

__version__ = "0.1.0"
