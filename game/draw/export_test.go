package draw

// Plain is plain, for tests.
func Plain(s string) bool { return plain(s) }
