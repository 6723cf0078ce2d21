"""The library on disk. The only room that imports TinyDB."""
