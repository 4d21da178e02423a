"""Who says what stands on the slides that ministries use: one module for each kind of slide, and the Cabinet Office's deck."""
