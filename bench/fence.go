package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
)

var errNoFence = errors.New("this system fences no process")

// fence holds a process to a share of one core, as a machine of its own would
// that is so slow, until undone. It needs Linux, and the right to make control
// groups; elsewhere it gives an error.
func fence(pid int, share float64) (undo func(), err error) {
	const period = 20_000 // µs
	quota := strconv.Itoa(int(share * period))
	for _, system := range []struct {
		dir    string
		limits map[string]string
	}{
		{"/sys/fs/cgroup/cpu", map[string]string{"cpu.cfs_period_us": strconv.Itoa(period), "cpu.cfs_quota_us": quota}},
		{"/sys/fs/cgroup", map[string]string{"cpu.max": quota + " " + strconv.Itoa(period)}},
	} {
		group := filepath.Join(system.dir, fmt.Sprintf("earned-bench-%d", pid))
		if err = os.Mkdir(group, 0o755); err != nil {
			continue
		}
		for name, value := range system.limits {
			if err == nil {
				err = write(group, name, value)
			}
		}
		if err == nil {
			err = write(group, "cgroup.procs", strconv.Itoa(pid))
		}
		if err == nil {
			return func() {
				_ = write(system.dir, "cgroup.procs", strconv.Itoa(pid)) // it may have ended
				_ = os.Remove(group)
			}, nil
		}
		_ = os.Remove(group)
	}
	return nil, fmt.Errorf("%w: %w", errNoFence, err)
}

// write sets a file of a control group, which must be there.
func write(group, name, value string) error {
	f, err := os.OpenFile(filepath.Join(group, name), os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	_, err = f.WriteString(value)
	return errors.Join(err, f.Close())
}
