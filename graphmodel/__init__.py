"""What the graph is and how it is kept: kinds, claims, their resolution and the stores."""
