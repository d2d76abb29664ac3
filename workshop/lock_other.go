//go:build !unix

package workshop

import (
	"errors"
	"io/fs"
	"os"
)

// lock holds a folder for this process, until the file is closed or the
// process ends: Windows removes no file that is open.
func lock(name string) (*os.File, error) {
	if err := os.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	return os.OpenFile(name, os.O_CREATE|os.O_EXCL|os.O_RDWR, 0o600)
}
