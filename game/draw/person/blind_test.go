package person

import (
	"bufio"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"earned/game/view"
	"earned/scenarios"
)

// A blind reading asks whether a face can be read. From a seed come three sets
// of pictures without labels, each with a number:
//
//   - pairs: one client twice, with the same feeling, in the same place, and with
//     trust anywhere in two neighbouring thirds; which is the more trusting, the
//     left (L) or the right (R)?
//
//   - feels: a client at a feeling, trust anywhere in the middle third; which of
//     the nine is it?
//
//   - faces: the same question of head and shoulders alone, hands and table cut
//     off, so that a reader who knows what the hands do gains nothing by it.
//
//   - looks: the question of the pairs, of head and shoulders alone.
//
// TestBlindSheets draws them; whoever reads writes a line for each, "pair 1 L",
// "feel 1 hurt", "face 1 warm", before anything else is opened; TestBlindScore
// counts. Nobody reads a seed twice. The answers are kept in testdata/readings,
// by seed; docs/faces.md says how they were come by.
const (
	blindPairs = 100
	blindFeels = 100
	blindFaces = 50
	blindLooks = 50

	// The bounds, in 100.
	pairsNamed = 85
	feelsNamed = 70
)

// A riddle is one question of a reading, and its answer.
type riddle struct {
	kind   string // pair, feel, face, look
	number int    // from 1
	pics   []view.Picture
	answer string
	mirror bool // shown as in a mirror, so that no one goes by which way a head turns
}

func (r riddle) name() string { return r.kind + " " + strconv.Itoa(r.number) }

// riddles are all questions of a seed.
func riddles(seed uint64) []riddle {
	rnd := rand.New(rand.NewPCG(seed, 0x6561726e6564))
	third := func(i int) uint8 { return uint8([...]int{0, 34, 67}[i] + rnd.IntN([...]int{34, 33, 34}[i])) }
	someone := func() view.Picture {
		return view.Picture{
			Figure:  Names()[rnd.IntN(len(people))],
			Feels:   uint8(scenarios.Guarded) + uint8(rnd.IntN(9)),
			Setting: uint8(scenarios.Office) + uint8(rnd.IntN(4)),
		}
	}
	pair := func(kind string, number int) riddle {
		low := someone()
		high := low
		k := rnd.IntN(2)
		low.Trust, high.Trust = third(k), third(k+1)
		r := riddle{kind: kind, number: number, pics: []view.Picture{low, high}, answer: "R"}
		if rnd.IntN(2) == 0 {
			slices.Reverse(r.pics)
			r.answer = "L"
		}
		return r
	}
	var all []riddle
	for i := range blindPairs {
		all = append(all, pair("pair", i+1))
	}
	for i := range blindFeels + blindFaces {
		p := someone()
		p.Trust = third(1)
		r := riddle{kind: "feel", number: i + 1, pics: []view.Picture{p}, answer: scenarios.Feeling(p.Feels).String()}
		if i >= blindFeels {
			r.kind, r.number = "face", i-blindFeels+1
		}
		all = append(all, r)
	}
	for i := range blindLooks {
		all = append(all, pair("look", i+1))
	}
	flip := rand.New(rand.NewPCG(seed, 0x6d6972726f72))
	for i := range all {
		all[i].mirror = flip.IntN(2) == 0
	}
	return all
}

// TestBlindSheets writes the sheets of a seed into a folder, and their key into
// a file apart, which the reader does not open:
//
//	EARNED_BLIND=17 EARNED_OUT=/tmp/blind EARNED_KEY=/tmp/blind.key go test -run BlindSheets ./game/draw/person
func TestBlindSheets(t *testing.T) {
	if os.Getenv("EARNED_BLIND") == "" {
		t.Skip("EARNED_BLIND gives no seed")
	}
	seed, err := strconv.ParseUint(os.Getenv("EARNED_BLIND"), 10, 64)
	if err != nil {
		t.Fatalf("EARNED_BLIND is the seed, a whole number: %v", err)
	}
	dir := os.Getenv("EARNED_OUT")
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	all := riddles(seed)
	writeKey(t, os.Getenv("EARNED_KEY"), all)
	for _, k := range [...]struct {
		kind           string
		columns, a, h  int // pictures in a row, rows, height of each
		width, visible int
	}{{"pair", 3, 2, 400, 264, 400}, {"feel", 5, 2, 400, 300, 400}, {"face", 5, 3, 400, 300, 214}, {"look", 3, 3, 400, 264, 214}} {
		var of []riddle
		for _, r := range all {
			if r.kind == k.kind {
				of = append(of, r)
			}
		}
		for s, part := 1, 0; part < len(of); s, part = s+1, part+k.columns*k.a {
			page := of[part:min(part+k.columns*k.a, len(of))]
			savePNG(t, filepath.Join(dir, fmt.Sprintf("%s-%02d.png", k.kind, s)), blindSheet(page, k.columns, k.width, k.h, k.visible))
		}
	}
}

// blindSheet lays numbered riddles out in columns; of each picture of w by h,
// the upper part is shown.
func blindSheet(page []riddle, columns, w, h, visible int) *image.NRGBA {
	const head, gap = 26, 12
	each := len(page[0].pics)*(w+3) + gap
	rows := (len(page) + columns - 1) / columns
	all := image.NewNRGBA(image.Rect(0, 0, columns*each, rows*(visible+head+6)))
	draw.Draw(all, all.Bounds(), image.White, image.Point{}, draw.Src)
	p := &pen{}
	for i, r := range page {
		x, y := i%columns*each, i/columns*(visible+head+6)
		digits(all, x+2, y+4, r.number)
		for j, pic := range r.pics {
			img := render(p, w, h, pic)
			if r.mirror {
				mirror(img)
			}
			at := image.Pt(x+j*(w+3), y+head)
			draw.Draw(all, image.Rectangle{at, at.Add(image.Pt(w, visible))}, img, image.Point{}, draw.Src)
		}
	}
	return all
}

// mirror swaps left and right.
func mirror(m *image.NRGBA) {
	for y := range m.Bounds().Dy() {
		for a, b := 0, m.Bounds().Dx()-1; a < b; a, b = a+1, b-1 {
			l, r := m.NRGBAAt(a, y), m.NRGBAAt(b, y)
			m.SetNRGBA(a, y, r)
			m.SetNRGBA(b, y, l)
		}
	}
}

// digits writes a number in seven strokes a digit.
func digits(dst *image.NRGBA, x, y, n int) {
	strokes := [7]image.Rectangle{
		image.Rect(0, 0, 10, 2), image.Rect(8, 0, 10, 10), image.Rect(8, 8, 10, 18), image.Rect(0, 16, 10, 18),
		image.Rect(0, 8, 2, 18), image.Rect(0, 0, 2, 10), image.Rect(0, 8, 10, 10),
	}
	lit := [10]byte{0x3f, 0x06, 0x5b, 0x4f, 0x66, 0x6d, 0x7d, 0x07, 0x7f, 0x6f}
	for i, c := range strconv.Itoa(n) {
		for k, r := range strokes {
			if lit[c-'0']>>k&1 == 1 {
				draw.Draw(dst, r.Add(image.Pt(x+15*i, y)), image.NewUniform(color.Black), image.Point{}, draw.Src)
			}
		}
	}
}

func writeKey(t *testing.T, name string, all []riddle) {
	t.Helper()
	var b strings.Builder
	for _, r := range all {
		fmt.Fprintf(&b, "%s %s #", r.name(), r.answer)
		for _, p := range r.pics {
			fmt.Fprintf(&b, " %s %v %d %v", p.Figure, scenarios.Feeling(p.Feels), p.Trust, scenarios.Setting(p.Setting))
		}
		b.WriteByte('\n')
	}
	if err := os.WriteFile(name, []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}

// answers reads a file of answers: kind, number, answer on each line.
func answers(t *testing.T, name string) map[string]string {
	t.Helper()
	r, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	of := map[string]string{}
	for in := bufio.NewScanner(r); in.Scan(); {
		line, _, _ := strings.Cut(in.Text(), "#")
		switch w := strings.Fields(line); len(w) {
		case 0:
		case 3:
			of[w[0]+" "+w[1]] = w[2]
		default:
			t.Fatalf("%s: %q is not kind, number, answer", name, line)
		}
	}
	return of
}

// A count is how many riddles of a kind were solved, and what was taken for what.
type count struct {
	asked, answered, solved int
	taken                   map[[2]string]int
}

func score(all []riddle, of map[string]string) map[string]*count {
	by := map[string]*count{}
	for _, r := range all {
		c := by[r.kind]
		if c == nil {
			c = &count{taken: map[[2]string]int{}}
			by[r.kind] = c
		}
		c.asked++
		if of[r.name()] != "" {
			c.answered++
		}
		if of[r.name()] == r.answer {
			c.solved++
		}
		c.taken[[2]string{r.answer, of[r.name()]}]++
	}
	return by
}

// TestBlindScore counts a file of answers to a seed:
//
//	EARNED_BLIND=17 EARNED_ANSWERS=/tmp/answers go test -v -run BlindScore ./game/draw/person
func TestBlindScore(t *testing.T) {
	name := os.Getenv("EARNED_ANSWERS")
	if name == "" {
		t.Skip("EARNED_ANSWERS names no file")
	}
	seed, err := strconv.ParseUint(os.Getenv("EARNED_BLIND"), 10, 64)
	if err != nil {
		t.Fatalf("EARNED_BLIND is the seed, a whole number: %v", err)
	}
	all, of := riddles(seed), answers(t, name)
	for kind, c := range score(all, of) {
		t.Logf("%s: %d of %d (%d answered)", kind, c.solved, c.asked, c.answered)
		if kind == "pair" || kind == "look" {
			continue
		}
		for f := scenarios.Guarded; f <= scenarios.Absent; f++ {
			row := fmt.Sprintf("%9v taken for", f)
			for g := scenarios.Guarded; g <= scenarios.Absent; g++ {
				if k := c.taken[[2]string{f.String(), g.String()}]; k > 0 {
					row += fmt.Sprintf("  %v %d", g, k)
				}
			}
			t.Log(row)
		}
	}
	for _, r := range all {
		if a := of[r.name()]; a != r.answer {
			t.Logf("%s was %s, answered %q: %s %v %v", r.name(), r.answer, a, r.pics[0].Figure, scenarios.Feeling(r.pics[0].Feels), trusts(r.pics))
		}
	}
}

// The readings that are kept hold the bounds, kind by kind; a kind that was not
// read to its end says nothing.
func TestReadingsKept(t *testing.T) {
	names, err := filepath.Glob("testdata/readings/*.txt")
	if err != nil || len(names) == 0 {
		t.Fatalf("no readings are kept: %v", err)
	}
	whole := map[string]int{}
	for _, name := range names {
		seed, err := strconv.ParseUint(strings.TrimSuffix(filepath.Base(name), ".txt"), 10, 64)
		if err != nil {
			t.Fatalf("%s is not named after its seed: %v", name, err)
		}
		all, of := riddles(seed), answers(t, name)
		for kind, c := range score(all, of) {
			if c.answered < c.asked {
				continue
			}
			whole[kind]++
			bound := feelsNamed
			if kind == "pair" || kind == "look" {
				bound = pairsNamed
			}
			if 100*c.solved < bound*c.asked {
				t.Errorf("seed %d, %s: %d of %d named, want %d in 100", seed, kind, c.solved, c.asked, bound)
			}
		}
	}
	for _, kind := range [...]string{"pair", "feel", "face", "look"} {
		if whole[kind] == 0 {
			t.Errorf("no reading of %ss is kept whole", kind)
		}
	}
}

func trusts(pics []view.Picture) (of []uint8) {
	for _, p := range pics {
		of = append(of, p.Trust)
	}
	return of
}

// A seed gives the same riddles for ever, or the answers kept would be worthless;
// and left and right, first and second third, every feeling and every client come up.
func TestRiddlesAreFair(t *testing.T) {
	all, again := riddles(17), riddles(17)
	seen := map[string]int{}
	for i, r := range all {
		if r.answer != again[i].answer || r.pics[0] != again[i].pics[0] {
			t.Fatalf("%s differs when asked again", r.name())
		}
		seen[r.kind+" "+r.answer]++
		seen[r.pics[0].Figure]++
		if len(r.pics) == 2 {
			low, high := r.pics[0].Trust, r.pics[1].Trust
			if r.answer == "L" {
				low, high = high, low
			}
			if low/34 > 1 || high < 34 || low >= high {
				t.Errorf("%s: trust %d and %d are not of neighbouring thirds", r.name(), low, high)
			}
		} else if p := r.pics[0]; p.Trust < 34 || p.Trust > 66 || scenarios.Feeling(p.Feels).String() != r.answer {
			t.Errorf("%s: %v, answer %s", r.name(), p, r.answer)
		}
	}
	if l := seen["pair L"]; l < 30 || l > 70 {
		t.Errorf("the left is right %d times of 100", l)
	}
	for f := scenarios.Guarded; f <= scenarios.Absent; f++ {
		if seen["feel "+f.String()] < 3 {
			t.Errorf("%v is asked %d times of 100", f, seen["feel "+f.String()])
		}
	}
	for _, n := range Names() {
		if seen[n] < 10 {
			t.Errorf("%s is shown %d times", n, seen[n])
		}
	}
}
