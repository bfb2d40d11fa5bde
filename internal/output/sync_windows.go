package output

// Sync does nothing: Windows has no such call for a folder.
func (r rootFiles) Sync() error { return nil }
