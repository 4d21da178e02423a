"""The prompt of an analyst: statements, saved queries and settings, typed or piped."""
