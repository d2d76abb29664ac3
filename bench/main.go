// Command bench measures Earned beside its floor, a bare program of the same
// engine, and beside what a user would otherwise open, the same conversation
// played by inkjs. It writes what it measured into docs/performance.md, the
// bounds beside the figures, and fails on none of them.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"strconv"
	"strings"

	"earned/internal/site"
	hall "earned/workshop/load"
)

func main() {
	hall.Child() // servers of rooms are this program again
	if len(os.Args) == 3 && os.Args[1] == "grow" {
		beats, err := strconv.Atoi(os.Args[2])
		if err == nil {
			err = grow(beats)
		}
		fail(err)
		return
	}
	rounds := flag.Int("rounds", 4, "how often each thing is measured, in turn")
	only := flag.String("only", "", "measure only these `parts`, and print them: rules, starts, plays, memory, frames, weights, rooms")
	show := flag.String("profile", "", "show where the time goes instead, of `what`: steps, start, presses, debrief, frames, allocations or heap")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	fail(run(ctx, *rounds, *only, *show))
}

func fail(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, rounds int, only, show string) error {
	dir, err := os.Getwd()
	if err != nil {
		return err
	}
	root, err := site.Root(dir)
	if err != nil {
		return err
	}
	if only == "rooms" {
		return writeRooms(ctx, root)
	}
	b, err := build(ctx, root)
	if err != nil {
		return err
	}
	if show != "" {
		return profile(ctx, b, root, show)
	}
	m := &measured{machine: look(ctx)}
	want := func(part string) bool { return only == "" || strings.Contains(only, part) }
	if want("rules") {
		fmt.Println("Measuring the rules …")
		if m.rules, err = measureRules(b, rounds); err != nil {
			return err
		}
	}
	if only != "rules" {
		if m.pages, err = measurePages(b, root, rounds, want); err != nil {
			return err
		}
	}
	m.machine.end()
	if err := m.write(root, only == ""); err != nil || !want("rooms") {
		return err
	}
	return writeRooms(ctx, root)
}
