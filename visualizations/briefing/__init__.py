"""What pictures, slides, briefs and workbooks have in common: their words, their footnotes, and what they say of themselves."""
