package trust_test

import (
	"strings"
	"testing"

	. "earned/game/trust"
	s "earned/scenarios"
)

// stranger is a client at a first meeting, with both gates open so that a test
// about one rule does not meet the rule of the gates.
var stranger = State{Trust: 34, Cap: 60, Knows: true, Likes: true}

type say struct {
	s.Reply
	needs  s.Need
	feels  s.Feeling
	phase  s.Phase
	client s.Temperament
	event  Event
}

func hear(st State, x say) (State, Result) {
	beat := s.Beat{Needs: x.needs, Feels: x.feels}
	client := s.Client{Temperament: x.client}
	m := Mean(&client, &s.Meeting{Phase: x.phase}, &beat, &x.Reply)
	return Judge{}.Apply(st, &m, 0, x.event)
}

func moves(m ...s.Move) (r [2]s.Move) { copy(r[:], m); return r }

func reply(f func(*s.Reply), m ...s.Move) s.Reply {
	r := s.Reply{Moves: moves(m...)}
	if f != nil {
		f(&r)
	}
	return r
}

func reflecting(r *s.Reply) { r.Issue, r.Feeling = true, true }

// Each case is one thing a principle claims; its name begins with the id.
func TestWhatARuleMakesOfAReply(t *testing.T) {
	candour := s.Temperament{Weighs: s.WeighsCandour}
	for _, c := range []struct {
		name    string
		from    State
		say     say
		lands   s.Landing
		change  int
		because RuleID
	}{
		{"T1 the same words land apart by need", stranger,
			say{Reply: reply(reflecting, s.Empathy), needs: s.BeTold, client: candour}, s.Half, 2, DodgesTheAnswer},
		{"T1 what a client cannot stand stings more", stranger,
			say{Reply: reply(func(r *s.Reply) { r.Manner = s.Glib }, s.Pitch), needs: s.BeShown, client: s.Temperament{CannotStand: 1 << s.Glib}}, s.Stings, -10, Manners},
		{"T1 what is heard counts, whatever was meant", stranger,
			say{Reply: reply(func(r *s.Reply) { reflecting(r); r.HeardAs, r.Reason = s.Trick, "x" }, s.Empathy), needs: s.BeHeard}, s.Trick, -8, HeardOtherwise},
		{"T2 with no gate open trust stops at a line", State{Trust: 30, Cap: 60},
			say{Reply: reply(reflecting, s.Empathy), needs: s.BeHeard}, s.Opens, 2, Hears},
		{"T2 a reply that shows competence opens its gate", State{Trust: 30, Cap: 60},
			say{Reply: reply(func(r *s.Reply) { reflecting(r); r.Competence = true }, s.Empathy), needs: s.BeHeard}, s.Opens, 10, Hears},
		{"T3 issue and feeling land fully", stranger,
			say{Reply: reply(reflecting, s.Empathy), needs: s.BeHeard, client: candour}, s.Opens, 8, Hears},
		{"T3 one of the two lands half", stranger,
			say{Reply: reply(func(r *s.Reply) { r.Issue = true }, s.Empathy), needs: s.BeHeard}, s.Half, 4, HearsHalf},
		{"T3 neither is hollow", stranger,
			say{Reply: reply(nil, s.Empathy), needs: s.BeHeard}, s.Hollow, -2, HearsNothing},
		{"T5 a meeting's cap holds", State{Trust: 56, Cap: 60, Knows: true, Likes: true},
			say{Reply: reply(reflecting, s.Empathy), needs: s.BeHeard}, s.Opens, 4, Hears},
		{"T5 hurrying buys nothing", stranger,
			say{Reply: reply(func(r *s.Reply) { r.Manner, r.TiesTo = s.Pressing, "x" }, s.Pitch), needs: s.BeShown}, s.Pressure, -8, Presses},
		{"T6 a breach drops trust at once", State{Trust: 70, Cap: 90, Knows: true, Likes: true},
			say{Reply: reply(func(r *s.Reply) { r.Breach = s.Lie }, s.Pitch), needs: s.BeTold}, s.Betrays, -40, Breaches},
		{"T6 gains shrink as trust grows", State{Trust: 70, Cap: 90, Knows: true, Likes: true},
			say{Reply: reply(reflecting, s.Empathy), needs: s.BeHeard, client: candour}, s.Opens, 6, Hears},
		{"T7 an open rupture blocks what would have landed", State{Trust: 40, Cap: 60, Knows: true, Likes: true, Rupture: RuptureOpen, Ceiling: Slipped},
			say{Reply: reply(reflecting, s.Empathy), needs: s.BeHeard}, s.Flat, 0, RuptureBlocks},
		{"T8 a safe reply lets trust drift", stranger,
			say{Reply: reply(nil, s.Wait), needs: s.NoNeed}, s.Flat, -2, PlaysSafe},
		{"T9 flattery is a trick", stranger,
			say{Reply: reply(func(r *s.Reply) { reflecting(r); r.Manner = s.Flattering }, s.Empathy), needs: s.BeHeard}, s.Trick, -6, Flatters},
		{"T9 a feeling not shown is a trick", stranger,
			say{Reply: reply(func(r *s.Reply) { reflecting(r); r.Names = s.Angry }, s.Empathy), needs: s.BeHeard, feels: s.Anxious}, s.Trick, -8, NamesWrongFeeling},
		{"T9 the feeling shown is not", stranger,
			say{Reply: reply(func(r *s.Reply) { reflecting(r); r.Names = s.Angry }, s.Empathy), needs: s.BeHeard, feels: s.Angry, client: candour}, s.Opens, 8, Hears},
		{"T9 true listening again is never punished", State{Trust: 34, Cap: 60, Knows: true, Likes: true, Last: s.Empathy},
			say{Reply: reply(reflecting, s.Empathy), needs: s.BeHeard, client: candour}, s.Opens, 8, Hears},
		{"T9 the same again that adds nothing is hollow", State{Trust: 34, Cap: 60, Knows: true, Likes: true, Last: s.Empathy},
			say{Reply: reply(nil, s.Empathy), needs: s.BeHeard}, s.Hollow, -6, RepeatsItself},
		{"T10 trust me is pressure", stranger,
			say{Reply: reply(func(r *s.Reply) { r.Manner = s.TrustMe }, s.Promise), needs: s.BeTold}, s.Pressure, -8, AsksForTrust},
		{"T11 a promise kept", stranger,
			say{Reply: reply(nil, s.Give), needs: s.BeTold, event: KeptPromise}, s.Opens, 6, KeepsPromise},
		{"T12 trusting first opens", stranger,
			say{Reply: reply(func(r *s.Reply) { r.Trusts = true }, s.Give), needs: s.BeTold}, s.Half, 4, TrustsFirst},
		{"T12 hedging closes", stranger,
			say{Reply: reply(func(r *s.Reply) { r.Hedges = true }, s.Ask), needs: s.BeTold}, s.Hollow, -6, CoversItself},
		{"T13 after the sale a loss weighs more", stranger,
			say{Reply: reply(func(r *s.Reply) { r.Manner = s.Glib }, s.Pitch), needs: s.BeShown, phase: s.After}, s.Stings, -8, Manners},
		{"P1 who wants no friend is not probed", stranger,
			say{Reply: reply(reflecting, s.Empathy), needs: s.BeTold, client: s.Temperament{WantsNoFriend: true}}, s.Intrudes, -6, NoFriendWanted},
		{"P2 a fact before the feeling is met", stranger,
			say{Reply: reply(func(r *s.Reply) { r.TiesTo, r.Competence = "x", true }, s.Pitch), needs: s.BeHeard}, s.Hollow, -6, FactsTooSoon},
		{"P2 the same fact later", stranger,
			say{Reply: reply(func(r *s.Reply) { r.TiesTo, r.Competence = "x", true }, s.Pitch), needs: s.BeShown}, s.Opens, 8, AnswersWhatMatters},
		{"P3 honest pushback when asked", stranger,
			say{Reply: reply(func(r *s.Reply) { r.Because, r.Instead = "x", "y" }, s.Pushback), needs: s.BeTold}, s.Opens, 8, TellsStraight},
		{"P3 and unasked it costs a little", stranger,
			say{Reply: reply(func(r *s.Reply) { r.Because, r.Instead = "x", "y" }, s.Pushback), needs: s.BeShown}, s.Costs, -2, UnwelcomeTruth},
		{"P3 giving in feels fine", stranger,
			say{Reply: reply(func(r *s.Reply) { r.Yields = true }, s.Promise), needs: s.BeTold}, s.Half, 2, GivesIn},
		{"P4 giving first", stranger,
			say{Reply: reply(func(r *s.Reply) { r.Gives = "x" }, s.Give), needs: s.BeTold}, s.Half, 4, GivesFirst},
		{"P6 good only for us", stranger,
			say{Reply: reply(func(r *s.Reply) { r.Serves = true }, s.Pitch), needs: s.BeTold}, s.Pressure, -10, SellsForUs},
		{"P7 sent to somebody better", stranger,
			say{Reply: reply(nil, s.ReferOut), needs: s.BeTold}, s.Opens, 6, SendsToAnother},
		{"P8 held to their side", stranger,
			say{Reply: reply(func(r *s.Reply) { r.Holds = true }, s.Ask), needs: s.BeTold}, s.Half, 4, HoldsToTheirs},
		{"P9 left alone", stranger,
			say{Reply: reply(nil, s.Wait), needs: s.BeLeftAlone}, s.Opens, 6, SaysNothing},
		{"P10 a list of features", stranger,
			say{Reply: reply(nil, s.Pitch), needs: s.BeShown}, s.Hollow, -2, ListsFeatures},
		{"P13 a fact for show", stranger,
			say{Reply: reply(func(r *s.Reply) { r.Manner = s.NameDrop; r.Issue = true }, s.Empathy), needs: s.BeHeard}, s.Hollow, -4, DropsNames},
		{"P16 the third pitch lands worse than the first", State{Trust: 34, Cap: 60, Knows: true, Likes: true, Unasked: 2},
			say{Reply: reply(nil, s.Pitch), needs: s.BeShown}, s.Hollow, -6, PitchesAgain},
		{"P17 a question that uncovers", stranger,
			say{Reply: reply(func(r *s.Reply) { r.Leaves = 1 }, s.Ask), needs: s.BeHeard}, s.Half, 4, AsksWell},
		{"P17 a question off a list", stranger,
			say{Reply: reply(nil, s.Ask), needs: s.BeHeard}, s.Hollow, -2, AsksIdly},
		{"R3 an ask before it is earned", stranger,
			say{Reply: reply(nil, s.AskForReferral), needs: s.BeTold}, s.Pressure, -10, AsksEarly},
		{"R4 an ask that was earned costs nothing", State{Trust: 70, Cap: 90, Knows: true, Likes: true},
			say{Reply: reply(nil, s.AskForReferral), needs: s.BeTold}, s.Half, 0, AsksEarned},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, r := hear(c.from, c.say)
			if r.Landing != c.lands || int(r.Change) != c.change || r.Lead != c.because {
				t.Errorf("landed %v %+d by %q, want %v %+d by %q; spoke: %s", r.Landing, r.Change, Rules[r.Lead].Name, c.lands, c.change, Rules[c.because].Name, names(r.Spoke))
			}
		})
	}
}

// T7: an open rupture needs naming, owning and more than one act; then trust
// may go higher than it could before, once.
func TestT7MendedIsStronger(t *testing.T) {
	st := State{Trust: 50, Cap: 100, Knows: true, Likes: true}
	st, r := hear(st, say{Reply: reply(nil, s.Wait), needs: s.BeTold, event: BrokePromise})
	if st.Rupture != RuptureOpen || st.Ceiling != Slipped || r.Change >= 0 {
		t.Fatalf("a broken promise left %+v, %+d", st, r.Change)
	}
	low := st.Trust
	for _, step := range []s.Repair{s.MakesGood, s.Names, s.Owns, s.MakesGood} {
		st, _ = hear(st, say{Reply: reply(func(r *s.Reply) { r.Repair = step }, s.Give), needs: s.BeTold})
		if step == s.MakesGood && st.Trust <= low && st.Rupture == NoRupture {
			t.Fatalf("mended without gain: %+v", st)
		}
	}
	if st.Rupture != NoRupture || st.Ceiling != Mended {
		t.Fatalf("named, owned and made good left %+v", st)
	}
	if Mended.Points() <= Whole.Points() {
		t.Errorf("what is mended is not stronger: %d, %d", Mended.Points(), Whole.Points())
	}
}

// T6, T7: after deception the ceiling never lifts, whatever is done.
func TestT6DeceptionNeverLifts(t *testing.T) {
	st, _ := hear(stranger, say{Reply: reply(func(r *s.Reply) { r.Breach = s.Lie }, s.Pitch), needs: s.BeTold})
	for range 20 {
		st, _ = hear(st, say{Reply: reply(reflecting, s.Empathy), needs: s.BeHeard})
		st, _ = hear(st, say{Reply: reply(func(r *s.Reply) { r.Repair = s.MakesGood }, s.Give), needs: s.BeTold})
	}
	if st.Ceiling != Deceived || st.Trust > Deceived.Points() {
		t.Errorf("after a lie and forty good replies: %+v", st)
	}
}

// T8: a client left with nothing to expect cools; a promise outstanding keeps
// the thread.
func TestT8CoolsBetweenMeetings(t *testing.T) {
	_, alone := Judge{}.Happens(stranger, MeetingEnds)
	_, thread := Judge{}.Happens(stranger, MeetingEnds|LeavesAThread)
	if alone.Change >= 0 || thread.Change != 0 {
		t.Errorf("left alone %+d, with a promise outstanding %+d", alone.Change, thread.Change)
	}
}

// T15: a stranger starts low.
func TestT15LowDefault(t *testing.T) {
	if st := (Judge{}).Begin(s.Temperament{}, s.Start{}); st.Trust >= 45 || st.Band() != s.Cold {
		t.Errorf("a stranger begins at %d", st.Trust)
	}
}

// T2, R7: who is trusted further than a stranger is known and liked already; a
// stranger is not, however far such a client trusts strangers.
func TestR7TrustedFurtherIsKnownAlready(t *testing.T) {
	for _, c := range []struct {
		client, start s.Band
		known         bool
	}{{s.Cold, s.Cold, false}, {s.Cold, s.Wary, true}, {s.Wary, s.Wary, false}, {s.Wary, s.Open, true}, {s.Open, s.Cold, false}} {
		if st := (Judge{}).Begin(s.Temperament{Start: c.client}, s.Start{Trust: c.start}); st.Knows != c.known || st.Likes != c.known {
			t.Errorf("a client who begins %v, from a start of %v: knows %v, likes %v, not %v", c.client, c.start, st.Knows, st.Likes, c.known)
		}
	}
}

// R2: an introduction lends trust, which fades by the next meeting unless it
// was earned.
func TestR2LentTrustFadesUnlessEarned(t *testing.T) {
	st := Judge{}.Begin(s.Temperament{}, s.Start{IntroducedBy: "somebody"})
	if cold := (Judge{}).Begin(s.Temperament{}, s.Start{}); st.Trust <= cold.Trust {
		t.Fatalf("introduced %d, cold %d", st.Trust, cold.Trust)
	}
	_, r := Judge{}.Happens(st, MeetingEnds|LeavesAThread)
	earned, _ := hear(st, say{Reply: reply(func(r *s.Reply) { reflecting(r); r.Competence, r.Self = true, true }, s.Empathy), needs: s.BeHeard})
	_, kept := Judge{}.Happens(earned, MeetingEnds|LeavesAThread)
	if r.Change >= 0 || kept.Change != 0 {
		t.Errorf("unearned %+d, earned %+d", r.Change, kept.Change)
	}
}

// R5: what is said where their circle hears it costs more.
func TestR5TheCircleWatches(t *testing.T) {
	r := reply(func(r *s.Reply) { r.Manner = s.Glib }, s.Pitch)
	m := Mean(&s.Client{}, &s.Meeting{Watched: true}, &s.Beat{Needs: s.BeShown}, &r)
	_, watched := Judge{}.Apply(stranger, &m, 0, 0)
	_, alone := hear(stranger, say{Reply: r, needs: s.BeShown})
	if watched.Change >= alone.Change {
		t.Errorf("watched %+d, alone %+d", watched.Change, alone.Change)
	}
}

// T6: losses weigh about twice what the same weight gains.
func TestT6LossesWeighTwice(t *testing.T) {
	_, good := hear(stranger, say{Reply: reply(func(r *s.Reply) { r.Issue = true }, s.Empathy), needs: s.BeHeard})
	_, bad := hear(stranger, say{Reply: reply(func(r *s.Reply) { r.Names = s.Angry; reflecting(r) }, s.Empathy), needs: s.BeHeard, feels: s.Anxious})
	if int(bad.Change) != -2*int(good.Change) {
		t.Errorf("a weight of four gains %+d and loses %+d", good.Change, bad.Change)
	}
}

// Every rule has a name, principles, a sentence for the debrief whose
// placeholders are known, and a place of its own.
func TestTheTableIsWhole(t *testing.T) {
	seen := map[string]bool{}
	for id, r := range Rules {
		if r.Name == "" || len(r.Principles) == 0 || r.Says == "" || seen[r.Name] {
			t.Errorf("rule %d %q is not whole", id, r.Name)
		}
		seen[r.Name] = true
		left := strings.NewReplacer("{Name}", "", "{she}", "", "{She}", "", "{her}", "", "{their}", "", "{theirs}", "").Replace(r.Says)
		if strings.ContainsAny(left, "{}") {
			t.Errorf("rule %q: unknown placeholder in %q", r.Name, r.Says)
		}
	}
}

func names(set Set) string {
	var all []string
	for id := range set.Rules() {
		all = append(all, Rules[id].Name)
	}
	return strings.Join(all, ", ")
}

func BenchmarkApply(b *testing.B) {
	client := s.Client{}
	beat := s.Beat{Needs: s.BeHeard, Feels: s.Guarded}
	r := reply(func(r *s.Reply) { reflecting(r); r.Competence = true }, s.Empathy, s.Ask)
	m := Mean(&client, &s.Meeting{}, &beat, &r)
	st := stranger
	b.ReportAllocs()
	for b.Loop() {
		st, _ = Judge{}.Apply(stranger, &m, 0, 0)
	}
	_ = st
}

func TestSentence(t *testing.T) {
	him := s.Client{Name: "Tom Adeyemi", Pronouns: [3]string{"he", "him", "his"}}
	for says, want := range map[string]string{
		"{She} told {her}; {Name} kept {their} side and you {theirs}.": "He told him; Tom kept his side and you his.",
	} {
		r := Rule{Says: says}
		if got := r.Sentence(&him); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	her := s.Client{Name: "Dana Whitfield", Pronouns: [3]string{"she", "her", "her"}}
	if got := (&Rule{Says: "the risk is {theirs}"}).Sentence(&her); got != "the risk is hers" {
		t.Error(got)
	}
}
