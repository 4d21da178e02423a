"""The published folder: pages that an officer opens from a share, with no program and no network."""
