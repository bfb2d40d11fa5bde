//go:build !windows

package output

// Sync makes the names in the folder durable, so that the journal is known
// before what it tells of is done.
func (r rootFiles) Sync() error {
	folder, err := r.Root.Open(".")
	if err != nil {
		return err
	}
	defer folder.Close()
	return folder.Sync()
}
