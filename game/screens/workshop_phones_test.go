package screens_test

import (
	"slices"
	"strings"
	"testing"

	"earned/game/screens"
	"earned/game/talk"
	"earned/game/view"
)

// server is a workshop's server as far as the screens can tell: it keeps what
// it was told, and tells how things stand.
type server struct {
	d     *driver
	st    screens.Status
	loses string   // what the next message of it is lost on the way to do
	heard []string // what was done
}

// tell has the screens told how things stand.
func (s *server) tell() {
	s.d.t.Helper()
	st := s.st
	st.Kept = ""
	s.d.app.SetStatus(st)
	s.d.carryOut()
	s.hear()
}

// hear does what the screens have asked for since.
func (s *server) hear() {
	s.d.t.Helper()
	for len(s.d.hosted) > 0 {
		m := s.d.hosted[0]
		s.d.hosted = s.d.hosted[1:]
		if s.loses == m.Do {
			s.loses = ""
			continue
		}
		s.heard = append(s.heard, m.Do)
		switch m.Do {
		case "begin":
			s.st.Known, s.st.Rooms = true, true
		case "make", "take", "resume":
			if m.Do == "make" {
				s.st.Round, s.st.Open, s.st.Counts, s.st.Revealed = 0, false, nil, false
			}
			s.st.Link, s.st.Code, s.st.Secret, s.st.Join, s.st.QR = screens.Linked, "ABC234", "a-secret-of-the-host", "http://192.168.1.20:8080/j/ABC234", "101/010/101"
		case "open":
			if m.Round <= s.st.Round {
				s.d.t.Fatalf("round %d is opened after round %d", m.Round, s.st.Round)
			}
			s.st.Round, s.st.Open, s.st.Revealed, s.st.Votes, s.st.Counts = m.Round, true, false, 0, nil
			if len(m.Offers) < 2 || m.Asks == "" {
				s.d.t.Fatalf("the phones are asked %+v", m)
			}
		case "close":
			if m.Round == s.st.Round {
				s.st.Open = false
			}
		case "lock", "unlock":
			s.st.Locked = m.Do == "lock"
		case "keep":
			s.st.Kept = m.State
			continue
		case "reveal":
			s.st.Revealed = true
		case "say", "leave", "remove":
			continue
		default:
			s.d.t.Fatalf("the server is told to %q", m.Do)
		}
		s.tell()
	}
}

// counts closes the vote with these counts.
func (s *server) counts(votes ...int) {
	s.d.t.Helper()
	s.d.key("PageDown")
	s.hear()
	if s.st.Open {
		s.d.t.Fatal("the vote is still open")
	}
	s.st.Counts = votes
	s.tell()
}

// withPhones is a workshop with phones, at its lobby.
func withPhones(t testing.TB, also ...string) (*driver, *server) {
	t.Helper()
	d := planned(t)
	d.steady = true // what the server has told is told again by it, not kept
	s := &server{d: d}
	for _, c := range append(also, "Phones, each on its own") {
		d.press(view.Radio, c)
	}
	s.hear()
	d.button("Begin")
	s.hear()
	return d, s
}

// The lobby shows where phones come in, a vote is theirs alone, and what they
// voted decides.
func TestPhonesVote(t *testing.T) {
	d, s := withPhones(t)
	d.shows("ABC 234", "192.168.1.20:8080/j/ABC234", "Nobody has a seat yet.")
	d.must(view.Image, "A QR code of http://192.168.1.20:8080/j/ABC234")
	s.st.Seats, s.st.Here = 23, 22
	s.tell()
	d.shows("23 phones have a seat.")
	d.toVote()
	s.hear()
	if !s.st.Open {
		t.Fatal("no vote is open on the phones")
	}
	s.st.Votes = 14
	s.tell()
	d.shows("14 of 22")
	for _, k := range []string{"a", "7", "Enter"} {
		if d.app.Key(k, false) {
			t.Errorf("%q counts a hand though phones vote", k)
		}
	}
	s.counts(4, 12, 6)
	d.shows("B, 12 votes of 22")
	d.key("PageDown", "PageDown")
	s.hear()
	s.counts(20, 1, 1)
	d.shows("A, 20 votes of 22", "4 before, 20 now")
	d.key("PageDown")
	d.must(view.Button, "Show the replies and vote")
}

// Of fewer than five votes no split is shown, only what leads.
func TestFewVotesAreNotShown(t *testing.T) {
	d, s := withPhones(t)
	d.toVote()
	s.hear()
	s.counts(3, 1, 0)
	d.shows("4 votes, too few to show how they fell.")
	d.hides("3 votes", `"3"`, `"1"`)
	d.button("Say A")
}

// A reading of fewer than five phones is not shown either, nor kept in the
// path's code.
func TestAReadingOfFewIsNotShown(t *testing.T) {
	d, s := withPhones(t)
	d.toBeat()
	d.button("Ask how much they trust us")
	s.hear()
	s.counts(0, 0, 0, 0, 3)
	d.shows("3 votes, too few to show what they say.")
	d.hides("The room says", "3 of")
	run, err := talk.ParseCode(d.book, d.app.Code())
	if err != nil || len(run.Readings) > 0 {
		t.Errorf("the code holds %v (%v)", run.Readings, err)
	}
}

// A laptop that crashes in the middle of a vote comes back to it, and the votes
// stand.
func TestACrashWithPhones(t *testing.T) {
	d, s := withPhones(t)
	d.toVote()
	s.hear()
	round := s.st.Round
	n := d.again()
	s.d = n
	s.hear()
	s.st.Link, s.st.Votes = screens.Linked, 9
	s.tell()
	if s.st.Round != round || !s.st.Open {
		t.Fatalf("after the crash round %d is open, not %d", s.st.Round, round)
	}
	n.shows("9 of ")
	s.counts(0, 9, 0)
	n.shows("B, 9 votes of 9")
}

// Another laptop takes the room over, with its code and secret, from where it
// stands; the first is told.
func TestAnotherLaptopTakesTheRoom(t *testing.T) {
	d, s := withPhones(t)
	d.toVote()
	s.hear()
	s.counts(2, 9, 0)
	if strings.Contains(dump(d.app.View()), s.st.Secret) {
		t.Error("the secret is on the projector")
	}
	if !strings.Contains(dump(d.app.Notes()), s.st.Secret) {
		t.Error("the secret is not in the notes")
	}
	kept := s.st.Kept
	other := planned(t)
	other.press(view.Radio, "Phones, each on its own")
	o := &server{d: other, st: screens.Status{Round: s.st.Round, Counts: s.st.Counts}}
	o.hear()
	other.button("Take over this room")
	other.shows("Type the code and the secret first.")
	other.app.Type("take:code", "ABC234")
	other.app.Type("take:secret", "a-secret-of-the-host")
	other.button("Take over this room")
	if m := other.hosted[len(other.hosted)-1]; m.Do != "take" || m.Code != "ABC234" || m.Secret != "a-secret-of-the-host" {
		t.Fatalf("the server is asked %+v", m)
	}
	other.hosted = nil
	st := o.st
	st.Link, st.Kept, st.Code = screens.Linked, kept, "ABC234"
	other.app.SetStatus(st)
	other.carryOut()
	other.shows("B, 9 votes of 11")
	s.st.Link = screens.Elsewhere
	s.tell()
	d.shows("Another laptop has taken this room.")
	d.button("Take it back")
	if !slices.ContainsFunc(d.hosted, func(m screens.HostMessage) bool { return m.Do == "take-back" }) {
		t.Errorf("the server is told %+v", d.hosted)
	}
}

// A room that cannot be taken over is said to be so where it was asked for; the
// room held before is gone on with, and the next one begins like any other.
func TestAWrongSecretChangesNothing(t *testing.T) {
	d, s := withPhones(t)
	d.toVote()
	s.hear()
	s.counts(2, 9, 0)
	take := func() {
		d.button("More …")
		d.button("Another workshop")
		d.app.Type("take:code", "XYZ234")
		d.app.Type("take:secret", "wrong")
		d.button("Take over this room")
		d.shows("Opening the room")
		d.hosted = nil
		st := s.st
		st.Link, st.Code, st.Refused = screens.LinkRefused, "XYZ234", "That is not the secret of this room, or the room is over."
		d.app.SetStatus(st)
		d.carryOut()
		d.shows("That is not the secret of this room")
	}
	take()
	d.button("Go on with it")
	s.heard = nil
	s.hear()
	if !slices.Contains(s.heard, "resume") {
		t.Errorf("to go on with the room that was held the server is told %v", s.heard)
	}
	d.shows("B, 9 votes of 11")
	s.st.Refused = ""
	take()
	d.button("Begin")
	d.button("More …")
	d.button("Another workshop")
	s.hear()
	d.hides("That room has not begun a workshop yet", "That is not the secret")
	d.button("Go on with it")
	d.must(view.Button, "Begin with those who are here")
}

// A room that opens to this laptop only once something else is under way does
// not push it away.
func TestARoomTakenTooLate(t *testing.T) {
	d, s := withPhones(t)
	kept := s.st.Kept
	d.button("More …")
	d.button("Another workshop")
	d.press(view.Radio, "A show of hands, counted here")
	d.app.Type("take:code", "XYZ234")
	d.app.Type("take:secret", "slow")
	d.button("Take over this room")
	d.hosted = nil
	d.app.SetStatus(screens.Status{Known: true, Rooms: true, Link: screens.LinkLost})
	d.shows("The connection to the server is lost")
	d.button("Begin")
	d.toVote()
	d.app.SetStatus(screens.Status{Known: true, Rooms: true, Link: screens.Linked, Code: "XYZ234", Kept: kept})
	d.must(view.Button, "Reveal the split")
}

// Each table votes for itself.
func TestPhonesOfTwoTables(t *testing.T) {
	d, s := withPhones(t, "Two tables playing against each other")
	d.toVote()
	if m := d.hosted[slices.IndexFunc(d.hosted, func(m screens.HostMessage) bool { return m.Do == "open" })]; m.Table != 1 {
		t.Errorf("table %d is asked first", m.Table)
	}
	s.hear()
	s.counts(9, 0, 0)
	d.button("Say A")
	s.hear()
	d.shows("Table 2")
	d.toVote()
	if m := d.hosted[slices.IndexFunc(d.hosted, func(m screens.HostMessage) bool { return m.Do == "open" })]; m.Table != 2 {
		t.Errorf("table %d is asked second", m.Table)
	}
}

// Where the server keeps no rooms only hands are offered, and it is said why.
func TestAPlainHostOffersHandsOnly(t *testing.T) {
	d := planned(t)
	d.press(view.Radio, "Phones, each on its own")
	d.shows("Asking this server whether it can host phones")
	d.app.SetStatus(screens.Status{Known: true, Why: "This page comes from a plain web host, which keeps no rooms."})
	d.carryOut()
	d.shows("This page comes from a plain web host")
	if !d.must(view.Radio, "A show of hands, counted here").On {
		t.Error("phones are still chosen")
	}
}

// A server that could not be reached is asked again by the next press.
func TestAServerIsAskedAgain(t *testing.T) {
	d := planned(t)
	d.press(view.Radio, "Phones, each on its own")
	d.press(view.Radio, "Phones, each on its own")
	if len(d.hosted) != 1 {
		t.Errorf("before it has answered it is asked %d times", len(d.hosted))
	}
	d.hosted = nil
	d.app.SetStatus(screens.Status{Known: true, Why: "The server cannot be reached."})
	d.shows("The server cannot be reached.")
	d.press(view.Radio, "Phones, each on its own")
	d.shows("Asking this server whether it can host phones")
	d.hides("The server cannot be reached.")
	s := &server{d: d}
	s.hear()
	d.must(view.Region, "Take over a room")
	if !d.must(view.Radio, "Phones, each on its own").On {
		t.Error("phones are not chosen, though there are rooms now")
	}
}

// When the server is gone for good the room goes on with a show of hands.
func TestFromPhonesToHands(t *testing.T) {
	d, s := withPhones(t)
	d.toVote()
	s.hear()
	s.st.Link = screens.LinkLost
	s.tell()
	d.button("Go on with a show of hands")
	d.hands("3", "4")
	d.key("PageDown")
	d.shows("B, 4 votes of 7")
}

// A seat is taken away by its number, the same one again too; what is no number,
// or no seat's, is said.
func TestASeatIsTakenAway(t *testing.T) {
	d, s := withPhones(t)
	d.button("More …")
	box := d.must(view.TextBox, "Take away the seat number")
	for range 2 {
		d.app.Type(box.Press, " 12 ")
		d.carryOut()
		if m := d.hosted[len(d.hosted)-1]; m.Do != "remove" || m.Seat != 12 {
			t.Fatalf("the server is told %+v", m)
		}
		d.hosted = nil
		d.shows("Seat 12 was taken away.")
		if text := d.must(view.TextBox, "Take away the seat number").Text; text != "" {
			t.Errorf("the box still holds %q", text)
		}
	}
	for _, bad := range []string{"twelve", "0", "-3", ""} {
		version := d.app.Version()
		d.app.Type(box.Press, bad)
		d.shows("“" + bad + "” is no seat’s number.")
		if d.app.Version() == version {
			t.Errorf("after %q nothing is shown anew", bad)
		}
	}
	d.app.Type(box.Press, "12")
	s.st.Refused = "that message makes no sense here"
	s.tell()
	d.shows("that message makes no sense here")
	d.hides("was taken away")
}

// Deleting everything lets go of the room on the server too, and of its secret.
func TestForgettingLetsGoOfTheRoom(t *testing.T) {
	d, s := withPhones(t)
	d.toVote()
	s.hear()
	d.button("More …")
	d.button("Leave it for now")
	d.kept[screens.KeyHost] = "a secret" // as page/host.js keeps it
	d.button("Settings")
	d.button("Delete what is kept here")
	if len(d.kept) > 0 {
		t.Errorf("%v is still kept", d.kept)
	}
	if !slices.ContainsFunc(d.hosted, func(m screens.HostMessage) bool { return m.Do == "leave" }) {
		t.Errorf("the server is told %+v", d.hosted)
	}
	d.button("Back")
	d.button("Workshop")
	if d.app.Place() != screens.Planning {
		t.Errorf("there is still a workshop, at place %v", d.app.Place())
	}
}
