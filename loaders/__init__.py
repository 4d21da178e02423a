"""From files that people write to claims."""
