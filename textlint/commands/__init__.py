"""The commands, one module each; `textlint.cli` imports a module when its command is called."""
