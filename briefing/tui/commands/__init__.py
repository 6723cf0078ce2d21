"""Each command of the screen, declared once."""
