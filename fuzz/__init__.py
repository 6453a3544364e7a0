"""What a malicious or mad server, or user, can send: judged byte by byte. See README.md."""
