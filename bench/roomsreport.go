package main

import (
	"bytes"
	"context"
	"fmt"
	"runtime"
)

// Between these lines of the document the figures of rooms are written, by a
// whole run and by one of only them.
const (
	roomsOpening = "<!-- rooms: written by make bench -->\n"
	roomsClosing = "<!-- end of rooms -->\n"
)

// writeRooms measures rooms, prints what it found and puts it into the
// document.
func writeRooms(ctx context.Context, root string) error {
	m := look(ctx)
	r, err := measureRooms(ctx)
	if err != nil {
		return err
	}
	m.end()
	var w bytes.Buffer
	fmt.Fprintf(&w, "## Rooms\n\nMeasured on %s with %s. The run took %.0f s; %s programs on average wanted a core when it began%s.\n\n", m.kind, m.goVersion, m.took.Seconds(), m.loadBefore, busy(m))
	r.text(&w)
	fmt.Print("\n", w.String())
	return replace(root, roomsOpening, roomsClosing, w.Bytes())
}

// span is how figures of many phones are told: half of them are under the
// first, all but one in a hundred under the second.
func (f figures) span() string {
	return fmt.Sprintf("%s, %s", short(f.at(0.5)), short(f.at(0.99)))
}

func (r *rooms) text(w *bytes.Buffer) {
	fmt.Fprint(w, "Servers in processes of their own and every simulated phone in one more, on the same cores, over WebSockets. "+
		"Where there are two times, half took less than the first and 99 of 100 less than the second. Every round is held to the exact counts: each phone once.\n\n")
	table(w, []row{
		{fmt.Sprintf("one room of %s phones: vote to acknowledgement, ms", thousands(manyPhones)), "99 of 100 under 100", r.ack.span(), holds(r.ack.at(0.99) < 100)},
		{"the host's reveal to each phone, ms", "99 of 100 under 300", r.reveal.span(), holds(r.reveal.at(0.99) < 300)},
		{"its server's memory, MB", "", short(r.mb), unbound},
		{fmt.Sprintf("the same with %d sockets cut at random, then the server killed half-way (%s ms until it served again): votes counted", r.fault.cut, short(ms(r.fault.down))),
			fmt.Sprintf("%s, each once", thousands(manyPhones)), thousands(manyPhones), kept},
		{"a phone's seat again after that, ms", "under 2,000", r.fault.back.span(), holds(r.fault.back.at(1) < 2000)},
		{fmt.Sprintf("%s rooms of %d phones, all asked at once: server's memory, MB", thousands(thousand), ten), "under 500", short(r.many.mb), holds(r.many.mb < 500)},
		{"vote to acknowledgement there, ms", "", r.many.ack.span(), unbound},
		{"reveal to each phone there, all rooms at once, ms", "", r.many.reveal.span(), unbound},
		{fmt.Sprintf("%s idle rooms of %d seats with a round behind them: memory of each, kB", thousands(idleRooms), ten), "under 20", short(r.idleKB), holds(r.idleKB < 20)},
	})
	fmt.Fprintf(w, "Servers of rooms on one cluster of three NATS processes: %d rooms of %d phones that vote as soon as they are asked, each room's phones spread over all servers. "+
		"On these %d cores, which the servers share with NATS and with the phones, the cores bound the votes a second, and a server more adds none. "+
		"Fenced to %.0f %% of a core each, as machines of their own would be, they show how two and three scale. "+
		"A server spends about the same time on a vote whether it is alone or one of three, and memory only on its own phones; NATS tells each server of every vote, so what it spends grows with each: that bounds a cluster in the end.\n\n",
		clusterRooms, clusterPhones, runtime.NumCPU(), 100*fenceShare)
	fmt.Fprint(w, "| servers | votes a second, fenced | to one | votes a second, sharing the cores | acknowledgement then, ms | processor time for a vote, µs: all servers | all of NATS | memory of each server, MB |\n|---|---|---|---|---|---|---|---|\n")
	for i, c := range r.cluster {
		fmt.Fprintf(w, "| %d | %s | %s | %s | %s | %s | %s | %s |\n", i+1, r.fenced[i].rate(), r.fenced[i].ratio(r.fenced[0]), c.rate(), c.ack.span(), short(c.rooms), short(c.engine), c.mb)
	}
	fmt.Fprintln(w)
}

// rate is what was measured, if it was.
func (c clusterFigures) rate() string {
	if c.votes == 0 {
		return "not measured"
	}
	return short(c.votes)
}

func (c clusterFigures) ratio(one clusterFigures) string {
	if c.votes == 0 || one.votes == 0 {
		return ""
	}
	return fmt.Sprintf("%.1f times", c.votes/one.votes)
}
