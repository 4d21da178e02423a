"""From answers to pictures and pages."""
