"""Programs that people would deploy, each on the sandbox until `EJENTO_*` is set."""
