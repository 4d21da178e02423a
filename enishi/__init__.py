"""The composition root: settings, builds and the command."""
