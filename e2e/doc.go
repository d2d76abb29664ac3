// Package e2e plays the built game in a real headless Chromium, through what a
// person has: roles and names, pointer, keyboard and touch. `make e2e` runs it;
// a plain `go test` does not, and says so.
package e2e
