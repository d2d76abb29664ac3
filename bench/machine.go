package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"time"

	"earned/internal/site"
)

// machine is what it was measured on.
type machine struct {
	kind, goVersion, chromium, node string
	loadBefore, loadAfter           string
	began                           time.Time
	took                            time.Duration
}

func look(ctx context.Context) *machine {
	m := &machine{began: time.Now(), loadBefore: load(), goVersion: say(ctx, site.GoTool(), "env", "GOVERSION"), node: say(ctx, "node", "--version")}
	m.kind = fmt.Sprintf("%s, %d cores, %s/%s", processor(), runtime.NumCPU(), runtime.GOOS, runtime.GOARCH)
	if path, err := findChromium(); err == nil {
		m.chromium = say(ctx, path, "--version")
	}
	return m
}

func (m *machine) end() { m.took, m.loadAfter = time.Since(m.began), load() }

// say is what a command prints, in one line; empty where it fails.
func say(ctx context.Context, name string, args ...string) string {
	out, err := exec.CommandContext(ctx, name, args...).Output()
	if err != nil {
		return ""
	}
	return strings.TrimSpace(string(out))
}

// processor is the kind of processor, where the system tells.
func processor() string {
	b, _ := os.ReadFile("/proc/cpuinfo") // not every system has it
	for line := range strings.Lines(string(b)) {
		if name, value, ok := strings.Cut(line, ":"); ok && strings.TrimSpace(name) == "model name" {
			return strings.TrimSpace(value)
		}
	}
	return "a processor"
}

// load is the average number of programs that wanted a core in the last minute.
func load() string {
	b, _ := os.ReadFile("/proc/loadavg")
	if f := strings.Fields(string(b)); len(f) > 0 {
		return f[0]
	}
	return "not told"
}

// ticks is how many clock ticks the kernel counts a second (USER_HZ).
const ticks = 100

// processorTime is what a process and all below it have used so far.
func processorTime(pid int) (time.Duration, error) {
	stats, err := filepath.Glob("/proc/[0-9]*/stat")
	if err != nil || len(stats) == 0 {
		return 0, fmt.Errorf("this system does not tell")
	}
	parent, used := map[int]int{}, map[int]int{}
	for _, name := range stats {
		b, err := os.ReadFile(name)
		if err != nil {
			continue // it has ended
		}
		// The name, in brackets, may hold anything.
		id, err1 := strconv.Atoi(filepath.Base(filepath.Dir(name)))
		_, rest, _ := strings.Cut(string(b[strings.LastIndexByte(string(b), ')'):]), " ")
		f := strings.Fields(rest)
		if err1 != nil || len(f) < 13 {
			continue
		}
		up, _ := strconv.Atoi(f[1])
		user, _ := strconv.Atoi(f[11])
		system, _ := strconv.Atoi(f[12])
		parent[id], used[id] = up, user+system
	}
	total := 0
	for id, n := range used {
		for at := id; at > 0; at = parent[at] {
			if at == pid {
				total += n
				break
			}
		}
	}
	return time.Duration(total) * time.Second / ticks, nil
}
