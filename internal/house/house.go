// Package house holds, by its tests, what no single package can hold of
// itself: which rooms may import which, what the game must not link, what no
// file may say, and that the commands in the documents are true.
package house
