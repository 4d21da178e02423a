"""The one-page brief of a partner or a forum: what is said, how it fits on a page, and the files that hold it."""
