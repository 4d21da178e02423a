"""What slides are about: each module reads the graph and says what stands on one kind of slide, in one language."""
