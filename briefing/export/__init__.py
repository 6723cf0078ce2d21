"""A story and the person's annotations -> Markdown, JSON, CSV. One file a format."""
