"""What the documentation site is made of beside its pages: `make docs` calls this through MkDocs."""
