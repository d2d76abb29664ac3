package main

import (
	"bufio"
	"fmt"
	"os"
	"strings"
)

// scoreCommand counts the answers that are the key's.
type scoreCommand struct {
	Answers string `arg:"" help:"A number and an answer a line; an answer may be cut short."`
	Key     string `arg:""`
}

func (c *scoreCommand) Run() error {
	answers, err := pairs(c.Answers)
	if err != nil {
		return err
	}
	key, err := pairs(c.Key)
	if err != nil {
		return err
	}
	right := 0
	for n, a := range answers {
		k, ok := key[n]
		if !ok {
			return fmt.Errorf("the key has no %s", n)
		}
		if strings.HasPrefix(k, a) {
			right++
		}
	}
	fmt.Printf("%d of %d right; the key has %d\n", right, len(answers), len(key))
	return nil
}

// pairs reads lines of a number and an answer; what follows is a remark.
func pairs(name string) (map[string]string, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	all := map[string]string{}
	in := bufio.NewScanner(f)
	for in.Scan() {
		words := strings.Fields(in.Text())
		if len(words) == 0 {
			continue
		}
		if len(words) < 2 {
			return nil, fmt.Errorf("%s: %q is not a number and an answer", name, in.Text())
		}
		all[words[0]] = words[1]
	}
	if err := in.Err(); err != nil {
		return nil, err
	}
	return all, f.Close()
}
