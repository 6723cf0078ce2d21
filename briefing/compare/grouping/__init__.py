"""Which reports tell of one event: what each is about, which are near each other, and which belong together."""
