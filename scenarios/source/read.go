// Package source reads the written form of conversations, clients and the firm,
// YAML files, into the book the game plays. It is strict, finds every fault of
// every file at once, and says of each where it is and how to mend it. For tools
// only: nothing of it is in the game.
package source

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"earned/scenarios"
)

// Read reads a folder of scenarios: conversations in the root, clients in
// clients/, the firm in firm.yaml. It gives the book of all that can be played,
// sealed, in the order of the file names, and every fault there is, sorted. A
// conversation that cannot be played is left out of the book; the book is never
// nil.
func Read(root fs.FS) (*scenarios.Book, []Diagnostic) {
	book, faults, _ := ReadPlaces(root)
	return book, faults
}

// ReadPlaces is Read, and tells where everything stood, for whoever finds
// further faults in the book.
func ReadPlaces(root fs.FS) (*scenarios.Book, []Diagnostic, Places) {
	book, places := &scenarios.Book{}, Places{}
	firm, faults := readFirm(root, book)
	names, err := fs.Glob(root, "clients/*.yaml")
	if err != nil {
		panic(err) // the pattern is ours
	}
	for _, name := range names {
		client, found := readClient(root, name)
		faults = append(faults, found...)
		book.Clients = appendUnlessStopped(book.Clients, client, found)
	}
	names, err = fs.Glob(root, "*.yaml")
	if err != nil {
		panic(err)
	}
	names = slices.DeleteFunc(names, func(name string) bool { return name == "firm.yaml" })
	w := world{clients: clientIDs(root), held: map[string]*ConversationFile{}}
	files := make([]parsed, len(names))
	for i, name := range names {
		text, err := fs.ReadFile(root, name)
		if err != nil {
			faults = append(faults, cannotRead(name, err))
			continue
		}
		files[i] = parse(name, text)
		files[i].named(w.held)
	}
	for i := range files {
		if files[i].file == nil {
			continue
		}
		conversation, found := files[i].conversation(w)
		faults = append(faults, found...)
		if conversation.ID == stem(names[i]) { // a copy that kept its id is not the one in the book
			places[conversation.ID] = files[i]
		}
		if Stopped(found) || book.Client(conversation.Client) == nil {
			continue
		}
		one := &scenarios.Book{Clients: book.Clients, Conversations: []scenarios.Conversation{conversation}}
		if err := one.Seal(); err != nil { // a limit that no single value is over
			faults = append(faults, Diagnostic{Code: tooMany, File: names[i], Message: err.Error()})
			continue
		}
		book.Conversations = append(book.Conversations, one.Conversations...)
	}
	faults = append(faults, firm.order(book, w)...)
	faults = append(faults, passedOver(root)...)
	Sort(faults)
	return book, faults, places
}

// ReadConversation reads one conversation by itself; the others of a career are
// not known to it. The clients are the ids it may meet. The result can be
// played if no fault is of a kind that stops that (Stopped).
func ReadConversation(name string, text []byte, clients []string) (scenarios.Conversation, []Diagnostic, Places) {
	p := parse(name, text)
	conversation, faults := p.conversation(world{clients: clients})
	return conversation, faults, Places{conversation.ID: p}
}

// parsed is a conversation's file, read and not yet compiled.
type parsed struct {
	file *file
	in   *ConversationFile // nil: it is no YAML
}

func parse(name string, text []byte) parsed {
	f := newFile(name, text)
	root := f.parse(text)
	if root == nil {
		return parsed{f, nil}
	}
	p := parsed{f, new(ConversationFile)}
	f.decode(root, p.in, "the file")
	return p
}

// named adds the conversation to those of all, unless its file has another's
// name.
func (p parsed) named(held map[string]*ConversationFile) {
	if p.in != nil && string(p.in.Conversation) == stem(p.file.name) {
		held[string(p.in.Conversation)] = p.in
	}
}

func (p parsed) conversation(w world) (scenarios.Conversation, []Diagnostic) {
	if p.in == nil {
		return scenarios.Conversation{}, p.file.faults
	}
	out := p.file.compile(p.in, w)
	faults := slices.DeleteFunc(p.file.faults, func(d Diagnostic) bool {
		return !stops(d.Code) && slices.Contains(out.Exempt, d.Code)
	})
	Sort(faults)
	return out, faults
}

// Stopped says whether something read with these faults cannot be played.
func Stopped(faults []Diagnostic) bool {
	return slices.ContainsFunc(faults, func(d Diagnostic) bool { return stops(d.Code) })
}

// firmRead is the firm's file, read.
type firmRead struct {
	file *file
	in   FirmFile
}

func readFirm(root fs.FS, book *scenarios.Book) (firmRead, []Diagnostic) {
	const name = "firm.yaml"
	text, err := fs.ReadFile(root, name)
	if err != nil {
		return firmRead{}, []Diagnostic{{Code: noFirm, File: name, Message: "there is no firm for the player to work for", Suggestion: "Add firm.yaml with `name`, `about`, `sells` and `limits`."}}
	}
	r := firmRead{file: newFile(name, text)}
	if node := r.file.parse(text); node != nil {
		in := &r.in
		r.file.decode(node, in, "the file")
		book.Firm = scenarios.Firm{Name: string(in.Name), About: string(in.About), Sells: string(in.Sells), Limits: texts(in.Limits)}
	}
	return r, r.file.faults
}

// order puts the book's conversations in the order in which the firm's file
// has them met, and gives the faults of that list.
func (r firmRead) order(book *scenarios.Book, w world) []Diagnostic {
	if r.file == nil {
		return nil
	}
	r.file.faults = nil
	c := &compiler{file: r.file, world: w}
	place := map[string]int{}
	for i := range r.in.Meets {
		if c.past(&r.in.Meets[i]) {
			place[string(r.in.Meets[i])] = i - len(r.in.Meets)
		}
	}
	slices.SortStableFunc(book.Conversations, func(a, b scenarios.Conversation) int { return place[a.ID] - place[b.ID] })
	return r.file.faults
}

func readClient(root fs.FS, name string) (scenarios.Client, []Diagnostic) {
	text, err := fs.ReadFile(root, name)
	if err != nil {
		return scenarios.Client{}, []Diagnostic{cannotRead(name, err)}
	}
	f := newFile(name, text)
	node := f.parse(text)
	if node == nil {
		return scenarios.Client{}, f.faults
	}
	var in ClientFile
	f.decode(node, &in, "the file")
	return f.client(&in), f.faults
}

// client gives the running form of a client.
func (f *file) client(in *ClientFile) scenarios.Client {
	out := scenarios.Client{
		ID: string(in.Client), Name: string(in.Name), Role: string(in.Role), Company: string(in.Company),
		Stake: string(in.Stake), Circle: texts(in.Circle), Figure: in.Figure.String(),
		Temperament: scenarios.Temperament{
			Start: in.Temperament.Start, Weighs: in.Temperament.Weighs, WantsNoFriend: in.Temperament.WantsNoFriend.yes(),
		},
	}
	for _, manner := range in.Temperament.CannotStand {
		out.Temperament.CannotStand |= 1 << manner
	}
	if n := len(in.Pronouns); n != 0 && n != len(out.Pronouns) {
		f.fault(f.at(&in.Pronouns), wrongType, "", "pronouns are three, as in [she, her, her], and these are %d", n)
	} else {
		copy(out.Pronouns[:], texts(in.Pronouns))
	}
	if in.Temperament.Start == scenarios.Trusting {
		f.fault(f.at(&in.Temperament.Start), unknownWord, "It is one of: cold, wary, open.", "no stranger is trusted so far as `trusting`")
	}
	out.Tells = [...]string{
		scenarios.TellKnowsNotYou: string(in.Tells.KnowsNotYou), scenarios.TellLikesNotYou: string(in.Tells.LikesNotYou),
		scenarios.TellEnoughForNow: string(in.Tells.EnoughForNow), scenarios.TellRupture: string(in.Tells.Rupture),
		scenarios.TellDeceived: string(in.Tells.Deceived),
	}
	if out.ID != "" && out.ID != stem(f.name) {
		f.fault(f.at(&in.Client), wrongFileName, "Rename the file to "+out.ID+".yaml, or the client.",
			"the client is called %q and the file %q", out.ID, stem(f.name))
	}
	return out
}

// clientIDs is the clients that have a file, whether or not it can be read: a
// fault in a client's file should not be one in every conversation as well.
func clientIDs(root fs.FS) []string {
	names, _ := fs.Glob(root, "clients/*.yaml")
	for i := range names {
		names[i] = stem(names[i])
	}
	return names
}

func appendUnlessStopped[T any](list []T, item T, faults []Diagnostic) []T {
	if Stopped(faults) {
		return list
	}
	return append(list, item)
}

// passedOver finds files that were meant to be read and are not.
func passedOver(root fs.FS) []Diagnostic {
	var faults []Diagnostic
	for _, pattern := range []string{"*.yml", "clients/*.yml"} {
		names, _ := fs.Glob(root, pattern)
		for _, name := range names {
			faults = append(faults, Diagnostic{
				Code: wrongFileName, File: name, Message: "only files that end in .yaml are read",
				Suggestion: "Rename it to " + strings.TrimSuffix(path.Base(name), ".yml") + ".yaml.",
			})
		}
	}
	return faults
}

func cannotRead(name string, err error) Diagnostic {
	return Diagnostic{Code: notText, File: name, Message: "the file cannot be read: " + err.Error()}
}

func stem(name string) string { return strings.TrimSuffix(path.Base(name), ".yaml") }
