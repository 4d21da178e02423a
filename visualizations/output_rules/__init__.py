"""The rules for everything that is shown, as far as a program can test them."""
