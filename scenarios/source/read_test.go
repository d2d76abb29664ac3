package source_test

import (
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"earned/game/talk"
	"earned/scenarios"
	"earned/scenarios/source"
)

// TestRead holds what the small folder is read as, where each part of the form
// stands once.
func TestRead(t *testing.T) {
	book, faults := source.Read(os.DirFS("testdata/small"))
	if len(faults) > 0 {
		t.Fatal(source.Format(faults))
	}
	x := book.Conversation("two-rooms")
	opening, friday, after := &x.Beats[0], &x.Beats[1], &x.Beats[2]
	for _, is := range []struct{ what, got, want any }{
		{"brief", x.Brief, []string{"Ada needs a room for Friday.", "The last one she rented had no windows."}},
		{"facts", x.Facts, []string{"mother", "shown"}},
		{"prepare", x.Prepare, 1},
		{"promise", x.Promises[0], scenarios.Vow{ID: "windows", Says: "A room with windows", CanKeep: true}},
		{"starts", x.Starts, []scenarios.Start{{ID: "first"}}},
		{"moves", opening.Replies[0].Moves, [2]scenarios.Move{scenarios.Empathy, scenarios.Ask}},
		{"reflects", [2]bool{opening.Replies[0].Issue, opening.Replies[0].Feeling}, [2]bool{true, true}},
		{"shows", [2]bool{opening.Replies[0].Competence, opening.Replies[0].Self}, [2]bool{false, true}},
		{"learns", opening.Replies[0].Leaves, scenarios.FactSet(1)},
		{"expect", opening.Replies[0].Expect, scenarios.ExpectOpens},
		{"prepared", opening.Replies[1].When, scenarios.Condition{Prepared: 1}},
		{"pushback", opening.Replies[1].Instead, "the room above"},
		{"manner", opening.Replies[2].Manner, scenarios.Glib},
		{"line", friday.Lines, []scenarios.Line{
			{When: scenarios.Condition{Facts: 1}, Says: "She comes on Friday. It has to be right.", Feels: scenarios.Anxious},
			{Says: "It is for Friday."},
		}},
		{"ask", friday.Ask, true},
		{"to", friday.Replies[1].To, []scenarios.Target{{When: scenarios.Condition{AtLeast: scenarios.Open}, Beat: 2}, {Beat: scenarios.EndHere}}},
		{"seen", after.Lines[0].Seen, "Ada looks out of each window in turn."},
		{"meeting", after.Meeting, uint8(1)},
		{"due", after.Due, scenarios.PromiseSet(1)},
		{"keeps", after.Replies[0].Keeps, scenarios.PromiseSet(1)},
		{"voice", after.Voice, []scenarios.Excuse{{Says: "She will want a discount now.", Answer: "She wants to see the room."}}},
		{"heard-as", after.Replies[2].HeardAs, scenarios.Pressure},
		{"ending", x.Endings[0].When, scenarios.Condition{Facts: 2, Kept: 1, AtLeast: scenarios.Open}},
		{"ending's words", x.Endings[0].Says, []string{"She takes it for the year.", "Her mother takes the one next door."}},
		{"deal", x.Endings[0].Deal, scenarios.FullDeal},
		{"stand", book.Clients[0].Temperament.CannotStand, uint16(1 << scenarios.Glib)},
		{"pronouns", book.Clients[0].Pronouns, [3]string{"she", "her", "her"}},
		{"tell", book.Clients[0].Tells[scenarios.TellRupture], "She answers the question before last."},
		{"limits", book.Firm.Limits, []string{"No catering."}},
	} {
		if got, want := fmt.Sprintf("%#v", is.got), fmt.Sprintf("%#v", is.want); got != want {
			t.Errorf("%s: %s\nshould be %s", is.what, got, want)
		}
	}
	if x.Hash == 0 {
		t.Error("the book is not sealed")
	}
}

// TestShippedFilesHaveNoFault is the gate for what authors write.
func TestShippedFilesHaveNoFault(t *testing.T) {
	if _, faults := source.Read(os.DirFS("..")); len(faults) > 0 {
		t.Error(source.Format(faults))
	}
}

// TestAllFaultsAtOnce: faults of several files, and several of a file, in the
// order of places; what has none is still in the book.
func TestAllFaultsAtOnce(t *testing.T) {
	files := small(t)
	text := string(files["two-rooms.yaml"].Data)
	bad := strings.NewReplacer("conversation: two-rooms", "conversation: bad", "move: pitch", "mvoe: pitch",
		"needs: be-told", "needs: be-tolt", "to: friday\n          - id: all", "to: fridy\n          - id: all").Replace(text)
	files["bad.yaml"] = &fstest.MapFile{Data: []byte(bad)}
	files["worse.yaml"] = &fstest.MapFile{Data: nil}
	book, faults := source.Read(files)
	var got []string
	for _, d := range faults {
		got = append(got, fmt.Sprintf("%s:%d %s", d.File, d.Line, d.Code))
	}
	want := []string{"bad.yaml:47 E012", "bad.yaml:48 E006", "bad.yaml:51 E005", "bad.yaml:59 E007", "worse.yaml:0 E002"}
	if !slices.Equal(got, want) {
		t.Errorf("%q\nshould be %q\n%s", got, want, source.Format(faults))
	}
	if len(book.Conversations) != 1 || book.Conversations[0].ID != "two-rooms" {
		t.Errorf("the book holds %d conversations; only two-rooms can be played", len(book.Conversations))
	}
	if _, err := scenarios.Encode(book); err != nil {
		t.Error(err)
	}
	if text := source.Format(faults); !strings.HasSuffix(text, "\n5 faults\n") {
		t.Errorf("how many there are is not said: %q", text[len(text)-20:])
	}
}

// TestExempt: a conversation is exempt from what it says it teaches, and from
// nothing that keeps it from being played.
func TestExempt(t *testing.T) {
	files := small(t)
	text := strings.Replace(string(files["two-rooms.yaml"].Data), "learns: mother", "learns: [mother, spoons]", 1)
	for exempt, want := range map[string]int{"": 1, "exempt: E022\n": 0, "exempt: [blind, E022]\n": 0, "exempt: E019\n": 1, "exempt: E021\n": 2, "exempt: [T99, E022]\n": 1} {
		files["two-rooms.yaml"] = &fstest.MapFile{Data: []byte(exempt + text)}
		if _, faults := source.Read(files); len(faults) != want {
			t.Errorf("with %q there are %d faults, not %d", exempt, len(faults), want)
		}
	}
	files["two-rooms.yaml"] = &fstest.MapFile{Data: []byte("exempt: E012\n" + strings.Replace(text, "to: friday", "to: nowhere", 1))}
	if _, faults := source.Read(files); !source.Stopped(faults) {
		t.Error("exempt from a missing target")
	}
}

// TestSameEachTime: maps have no order, what is printed has.
func TestSameEachTime(t *testing.T) {
	files := small(t)
	text := strings.NewReplacer("to: friday", "to: fridai", "to: after", "to: aftre", "keeps: windows", "keeps: windwos").Replace(string(files["two-rooms.yaml"].Data))
	files["two-rooms.yaml"] = &fstest.MapFile{Data: []byte(text)}
	_, faults := source.Read(files)
	first := source.Format(faults)
	if len(faults) < 4 {
		t.Fatalf("only %d faults:\n%s", len(faults), first)
	}
	for range 20 {
		if _, again := source.Read(files); source.Format(again) != first {
			t.Fatalf("%s\nand then\n%s", first, source.Format(again))
		}
	}
}

// TestLongLines: of a long line the part around the fault is shown, the mark
// under it; a tab stays a tab.
func TestLongLines(t *testing.T) {
	long := strings.Repeat("ä", 200)
	for _, x := range []struct {
		d    source.Diagnostic
		want string
	}{
		{source.Diagnostic{Line: 1, Column: 3, Length: 2, Text: long},
			"     1 │ " + long[:200] + "…\n       ╵   ^~\n"},
		{source.Diagnostic{Line: 1, Column: 150, Length: 2, Text: long},
			"     1 │ …" + long[:200] + "\n       ╵ " + strings.Repeat(" ", 50) + "^~\n"},
		{source.Diagnostic{Line: 12, Column: 200, Length: 9, Text: long},
			"    12 │ …" + long[:100] + "\n       ╵ " + strings.Repeat(" ", 50) + "^\n"},
		{source.Diagnostic{Line: 1, Column: 3, Length: 1, Text: "a\tb"}, "     1 │ a\tb\n       ╵  \t^\n"},
		{source.Diagnostic{Line: 1, Column: 9, Length: 9, Text: "short"}, "     1 │ short\n       ╵      ^\n"},
	} {
		x.d.File, x.d.Code, x.d.Message = "x.yaml", "E000", "m"
		_, got, _ := strings.Cut(x.d.String(), "\n")
		if got != x.want {
			t.Errorf("%d:\n%s\nshould be\n%s", x.d.Column, got, x.want)
		}
	}
}

// TestReplyCodes holds the copy of a reply's sign to the one that runs are kept
// by: ids that collide there are a fault here, and no others.
func TestReplyCodes(t *testing.T) {
	var ids []string
	for i := range 64 {
		ids = append(ids, fmt.Sprintf("say-%d", i))
	}
	for _, second := range ids[1:] {
		files := small(t)
		data := strings.NewReplacer("id: promise", "id: "+ids[0], "id: not-friday", "id: "+second).Replace(string(files["two-rooms.yaml"].Data))
		files["two-rooms.yaml"] = &fstest.MapFile{Data: []byte(data)}
		_, faults := source.Read(files)
		if same := talk.Code(ids[0]) == talk.Code(second); same != (len(faults) == 1) {
			t.Errorf("%s: the same sign is %v, the faults are\n%s", second, same, source.Format(faults))
		}
	}
}

// FuzzRead: whatever the file, it is read or its faults are said; what can be
// played can be compiled and comes back the same.
func FuzzRead(f *testing.F) {
	base := small(f)
	f.Add(base["two-rooms.yaml"].Data, uint8(0))
	f.Add(base["clients/ada-poole.yaml"].Data, uint8(1))
	names, err := os.ReadDir(pages)
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range names {
		page, err := os.ReadFile(pages + "/" + name.Name())
		if err != nil {
			f.Fatal(err)
		}
		for _, x := range examples(string(page)) {
			f.Add([]byte(x.text), uint8(len(x.kind)))
		}
	}
	f.Fuzz(func(t *testing.T, data []byte, which uint8) {
		name := []string{"two-rooms.yaml", "clients/ada-poole.yaml", "firm.yaml"}[which%3]
		files := maps.Clone(base)
		files[name] = &fstest.MapFile{Data: data}
		book, faults := source.Read(files)
		for _, d := range faults {
			if d.String() == "" || d.Code == "" || d.Message == "" {
				t.Errorf("an empty fault: %#v", d)
			}
		}
		out, err := scenarios.Encode(book)
		if err != nil {
			t.Fatalf("%s: cannot be compiled: %v", name, err)
		}
		if _, err := scenarios.Decode(out); err != nil {
			t.Fatal(err)
		}
	})
}

// The firm's file puts the conversations in the order in which they are met.
func TestTheFirmOrdersTheConversations(t *testing.T) {
	files := small(t)
	one := string(files["two-rooms.yaml"].Data)
	files["a-second.yaml"] = &fstest.MapFile{Data: []byte(strings.Replace(one, "conversation: two-rooms", "conversation: a-second", 1))}
	ids := func() (ids []string) {
		book, faults := source.Read(files)
		for _, d := range faults {
			ids = append(ids, d.String())
		}
		for i := range book.Conversations {
			ids = append(ids, book.Conversations[i].ID)
		}
		return ids
	}
	if got := ids(); !slices.Equal(got, []string{"a-second", "two-rooms"}) {
		t.Errorf("without an order: %q", got)
	}
	firm := string(files["firm.yaml"].Data)
	files["firm.yaml"] = &fstest.MapFile{Data: []byte(firm + "meets: [two-rooms]\n")}
	if got := ids(); !slices.Equal(got, []string{"two-rooms", "a-second"}) {
		t.Errorf("with one: %q", got)
	}
	files["firm.yaml"] = &fstest.MapFile{Data: []byte(firm + "meets: [to-rooms]\n")}
	if got := ids(); len(got) != 3 || !strings.Contains(got[0], "E038") {
		t.Errorf("with one of a conversation that is not there: %q", got)
	}
}

// Conversations that wait for each other are named with the way round.
func TestNoConversationComesAfterItself(t *testing.T) {
	one := string(small(t)["two-rooms.yaml"].Data)
	files := small(t)
	for id, after := range map[string]string{"a": "c", "b": "a", "c": "[b, two-rooms]", "d": "a"} {
		text := strings.Replace(one, "conversation: two-rooms", "conversation: "+id, 1)
		files[id+".yaml"] = &fstest.MapFile{Data: []byte(text + "after: " + after + "\n")}
	}
	book, faults := source.Read(files)
	if text := source.Format(faults); len(faults) != 3 || !strings.Contains(text, `"a" would be held after itself: it comes after c, that after b, that after a`) {
		t.Errorf("the faults are\n%s", text)
	}
	if len(book.Conversations) != 2 {
		t.Errorf("%d conversations are left, not the two that lie on no circle", len(book.Conversations))
	}
}

// A number over the limit of its own field is a fault at its place, whatever
// other numbers may be.
func TestEachNumberHasItsOwnLimit(t *testing.T) {
	text := string(small(t)["two-rooms.yaml"].Data)
	for _, x := range []struct{ was, is, want string }{
		{"minutes: 2\n", "minutes: 121\n", "two-rooms.yaml:4:10: E004: `minutes` should be from 1 to 120 and is 121\n"},
		{"prepare: 1\n", "prepare: 17\n", "two-rooms.yaml:10:10: E004: `prepare` should be from 1 to 16 and is 17\n"},
		{"endings:\n", "starts: [{id: a, from: [{conversation: two-rooms, idle: 500}]}]\nendings:\n", "E004: `idle` should be from 1 to 100 and is 500\n"},
	} {
		files := small(t)
		files["two-rooms.yaml"].Data = []byte(strings.Replace(text, x.was, x.is, 1))
		book, faults := source.Read(files)
		if len(faults) != 1 || !strings.Contains(faults[0].String(), x.want) || len(book.Conversations) != 0 {
			t.Errorf("%d conversations, and the faults are\n%s\nnot\n%s", len(book.Conversations), source.Format(faults), x.want)
		}
	}
}

// What is left in the book can be compiled, whatever else is wrong with it.
func TestWhatHasFaultsIsLeftOutOrCompiles(t *testing.T) {
	text := string(small(t)["two-rooms.yaml"].Data)
	const over = "  - id: not-this-time\n    title: Not this time\n"
	for _, x := range []struct {
		was, is string
		codes   []string
		stops   bool
	}{
		{over, "  - {id: early, title: Early, deal: none, says: It is over.}\n" + over + "    when: {trust: open}\n", []string{"E017", "E018"}, true},
		{"prepare: 1\n", "prepare: 3\n", []string{"E035"}, false},
	} {
		files := small(t)
		files["two-rooms.yaml"].Data = []byte(strings.Replace(text, x.was, x.is, 1))
		book, faults := source.Read(files)
		var codes []string
		for _, d := range faults {
			codes = append(codes, d.Code)
		}
		slices.Sort(codes)
		if !slices.Equal(codes, x.codes) || x.stops != (len(book.Conversations) == 0) {
			t.Errorf("%d conversations, and the faults are\n%s", len(book.Conversations), source.Format(faults))
		}
		if _, err := scenarios.Encode(book); err != nil {
			t.Error(err)
		}
	}
}
