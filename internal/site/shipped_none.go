//go:build !shipped

package site

import "errors"

// Shipped tells whether this program has the site inside (make dist).
func Shipped() bool { return false }

// OpenShipped reads the site inside this program.
func OpenShipped() (*Site, error) {
	return nil, errors.New("this program has no site inside; make dist makes one that has")
}
