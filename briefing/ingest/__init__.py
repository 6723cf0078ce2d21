"""Bytes -> articles. One file a format, one registry, one place for text clean-up."""
