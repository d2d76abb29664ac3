// Command scenario is the author's tool: it checks conversations, compiles them
// for the game and says what can come of them.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/alecthomas/kong"
)

// commands is what the tool can do, one file a command.
type commands struct {
	Check  checkCommand  `cmd:"" help:"Find every fault of the conversations, the clients and the firm."`
	Build  buildCommand  `cmd:"" help:"Compile all of them into scenarios/compiled.bin, for the game."`
	New    newCommand    `cmd:"" help:"Write a commented conversation to start from."`
	Pack   packCommand   `cmd:"" help:"Make one file of conversations that the browser can open."`
	Schema schemaCommand `cmd:"" help:"Write scenarios/schema.json, with which an editor completes and checks as you type."`
	Texts  textsCommand  `cmd:"" help:"Every text with its stable id, for translators and voices."`
	Odds   oddsCommand   `cmd:"" help:"What can come of a conversation, exactly: chances, strategies, what each reply does."`
	Graph  graphCommand  `cmd:"" help:"Draw the beats and what leads where, coloured by the odds."`
	Play   playCommand   `cmd:"" help:"Hold a conversation here, with or without the meter."`

	Debrief debriefCommand `cmd:"" help:"What a run's code holds, told as the game's debrief tells it."`
}

// env is what a command works with.
type env struct {
	in       io.Reader
	out, log io.Writer // the result, and what is said along the way
}

// errFaults is returned where the faults themselves have been printed.
var errFaults = errors.New("faults were found")

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

// run is the whole program: 0 all is well, 1 faults or a failure, 2 not
// understood.
func run(args []string, out, log io.Writer) (status int) {
	var c commands
	parser, err := kong.New(&c,
		kong.Name("scenario"),
		kong.Description("The author's tool: one YAML file a conversation."),
		kong.Writers(out, log),
		kong.Exit(func(code int) { panic(exit(code)) }),
	)
	if err != nil {
		panic(err) // the commands above are wrong
	}
	defer func() { // --help leaves through Exit
		switch reason := recover().(type) {
		case nil:
		case exit:
			status = int(reason)
		default:
			panic(reason)
		}
	}()
	ctx, err := parser.Parse(args)
	if err != nil {
		fmt.Fprintf(log, "scenario: %s\nTry scenario --help.\n", err)
		return 2
	}
	if err := ctx.Run(&env{os.Stdin, out, log}); err != nil {
		if !errors.Is(err, errFaults) {
			fmt.Fprintf(log, "scenario: %s\n", err)
		}
		return 1
	}
	return 0
}

type exit int
