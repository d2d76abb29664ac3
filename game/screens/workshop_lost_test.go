package screens_test

import (
	"slices"
	"testing"

	"earned/game/screens"
)

// With a connection that is lost the vote waits; what was lost on the way is
// said again when it is back.
func TestAConnectionThatIsLost(t *testing.T) {
	d, s := withPhones(t)
	d.toBeat()
	s.hear()
	s.st.Link = screens.LinkLost
	s.tell()
	d.key("PageDown")
	d.shows("The connection to the server is lost")
	if len(d.hosted) > 0 {
		t.Fatalf("something is sent on a lost connection: %+v", d.hosted)
	}
	d.key("PageDown")
	d.shows("There is no connection to the server just now")
	s.st.Link = screens.Linked
	s.tell()
	if !s.st.Open || s.st.Round == 0 {
		t.Error("the vote was not opened when the connection came back")
	}
	s.counts(1, 9, 0)
	d.shows("B, 9 votes of 10")
}

// mishaps are how a message is lost, as the server then tells.
var mishaps = map[string]func(s *server){
	"with the connection": func(s *server) {
		s.st.Link = screens.LinkLost
		s.tell()
		s.st.Link = screens.Linked
		s.tell()
	},
	"refused": func(s *server) {
		s.st.Refused = "the server cannot write this down now; try again in a moment"
		s.tell()
		s.st.Missed++
		s.tell()
	},
}

// What is lost on the way is said again, whatever it is; what has arrived is
// not.
func TestWhatIsLostIsSaidAgain(t *testing.T) {
	for way, mishap := range mishaps {
		for _, lost := range []string{"open", "close", "reveal", "say"} {
			t.Run(lost+" "+way, func(t *testing.T) {
				d, s := withPhones(t)
				d.toBeat()
				s.hear()
				s.loses, s.heard = lost, nil
				step := func() {
					s.hear()
					if s.loses == "" && !slices.Contains(s.heard, lost) {
						mishap(s)
					}
				}
				d.key("PageDown")
				step()
				d.key("PageDown")
				step()
				if s.st.Open {
					t.Fatal("the vote is still open")
				}
				s.st.Counts = []int{4, 12, 6}
				s.tell()
				step()
				d.shows("B, 12 votes of 22")
				d.button("Say B")
				step()
				if s.loses != "" {
					t.Fatal("it was never said")
				}
				heard := slices.Clone(s.heard)
				if !slices.Contains(heard, lost) {
					t.Errorf("after it was lost the server has only heard %v", heard)
				}
				s.st.Seats++
				s.tell()
				if !slices.Equal(s.heard, heard) {
					t.Errorf("said though nothing is missing: %v", s.heard[len(heard):])
				}
			})
		}
	}
}

// So is the workshop itself, for whoever takes it over.
func TestAWorkshopThatIsLostIsGivenAgain(t *testing.T) {
	for way, mishap := range mishaps {
		t.Run(way, func(t *testing.T) {
			d, s := withPhones(t)
			d.toBeat()
			s.hear()
			s.loses = "keep"
			d.key("PageUp")
			s.hear()
			mishap(s)
			if s.st.Kept == "" || s.st.Kept != d.kept[screens.KeyRoom] {
				t.Errorf("the server keeps\n%s\nand this browser\n%s", s.st.Kept, d.kept[screens.KeyRoom])
			}
		})
	}
}

// What was lost while somebody looked elsewhere is said as soon as they are back.
func TestWhatWasLostMeanwhileIsSaidAgain(t *testing.T) {
	d, s := withPhones(t)
	d.toBeat()
	s.hear()
	s.loses = "open"
	d.key("PageDown")
	s.hear()
	d.button("More …")
	d.button("Leave it for now")
	mishaps["with the connection"](s)
	d.button("Workshop")
	s.hear()
	if !s.st.Open {
		t.Error("the vote is not opened")
	}
}

// A room that is new has been told nothing, and has numbers of its own: its votes
// are opened, also where the last message to another room was the same.
func TestANewRoomIsToldEverything(t *testing.T) {
	d, s := withPhones(t)
	d.toVote()
	s.hear()
	s.st.Link = screens.RoomOver
	s.tell()
	d.button("Open a new room")
	s.hear()
	if !s.st.Open {
		t.Error("the vote is not opened in the room that was opened in the middle of it")
	}
	d.button("More …")
	d.button("Another workshop")
	d.button("Begin")
	s.hear()
	d.toVote()
	s.hear()
	if !s.st.Open {
		t.Error("the first vote of the second workshop is not opened")
	}
	d.shows("0 of ")
}
