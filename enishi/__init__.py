"""The composition root: settings, builds and the command."""

__version__ = "0.1.0"
