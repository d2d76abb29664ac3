// Command blind prints conversations for readings: beats and runs without
// whatever would give the answer away, and the answers in a file of their own,
// to be opened when the reader's are written down. docs/circle.md has what came
// of it.
//
//	go run ./internal/blind style  nine-months-late --seed 1 --key style.key
//	go run ./internal/blind words  nine-months-late --seed 1 --key words.key --tells
//	go run ./internal/blind reason nine-months-late --seed 1 --key reason.key
//	go run ./internal/blind score  answers.txt style.key
package main

import (
	"bufio"
	"fmt"
	"io"
	"math/rand/v2"
	"os"

	"github.com/alecthomas/kong"

	"earned/game/odds"
	"earned/game/talk"
	"earned/scenarios"
)

type commands struct {
	Style  styleCommand  `cmd:"" help:"Beats with their replies shuffled. Which is the one the authors want?"`
	Words  wordsCommand  `cmd:"" help:"What the client has said so far in a run. How far do they trust?"`
	Reason reasonCommand `cmd:"" help:"Beats with the best reply named, to be argued against before the debrief's reason is read."`
	Score  scoreCommand  `cmd:"" help:"Answers against a key: both a number and a letter or word a line."`
}

// reading is what every sheet needs: the conversation, the seed and where the
// key goes.
type reading struct {
	ID    string `arg:"" help:"Conversation by id."`
	Seed  uint64 `default:"1" help:"Decides what is picked and how it is shuffled."`
	Count int    `short:"n" default:"20" help:"How many."`
	Start int    `help:"Which start, by its index."`
	Key   string `required:"" help:"The file for the answers."`

	talk *talk.Talk
	odds *odds.Odds
	rand *rand.Rand
	key  *bufio.Writer
}

// sheet prepares a reading, has it written and then its key.
func (r *reading) sheet(write func(out io.Writer) error) (err error) {
	book, err := scenarios.Shipped()
	if err != nil {
		return err
	}
	if r.talk, err = talk.New(book, r.ID); err != nil {
		return err
	}
	if n := len(r.talk.Conversation.Starts); r.Start < 0 || r.Start >= max(n, 1) {
		return fmt.Errorf("%s has %d starts; there is no start %d", r.ID, n, r.Start)
	}
	if r.odds, err = odds.Analyse(r.talk, r.Start, odds.Preparations(r.talk)[0]); err != nil {
		return err
	}
	r.rand = rand.New(rand.NewPCG(r.Seed, 0))
	f, err := os.Create(r.Key)
	if err != nil {
		return err
	}
	defer func() {
		if e := f.Close(); err == nil {
			err = e
		}
	}()
	r.key = bufio.NewWriter(f)
	out := bufio.NewWriter(os.Stdout)
	if err := write(out); err != nil {
		return err
	}
	if err := out.Flush(); err != nil {
		return err
	}
	return r.key.Flush()
}

func main() {
	var c commands
	ctx := kong.Parse(&c, kong.Name("blind"), kong.Description("Sheets for blind readings."))
	ctx.FatalIfErrorf(ctx.Run())
}
