//go:build shipped

package site

import (
	"embed"
	"io/fs"
)

// shipped is put here by internal/dist, for the build alone: the folder is not
// in the checkout.
//
//go:embed all:shipped
var shipped embed.FS

// Shipped tells whether this program has the site inside (make dist).
func Shipped() bool { return true }

// OpenShipped reads the site inside this program.
func OpenShipped() (*Site, error) {
	files, err := fs.Sub(shipped, "shipped")
	if err != nil {
		return nil, err
	}
	return Open(files)
}
