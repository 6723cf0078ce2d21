"""The panels at the right: each a list above the detail of its current row. One file a panel."""
