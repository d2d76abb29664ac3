package screens

import (
	"fmt"
	"slices"
	"strings"

	"earned/game/view"
)

// A manager chooses which conversations are offered. The choice is kept in
// this browser, and a link carries it to another: nothing is sent.

// offerWord begins the part of an address, after "#", that carries a choice:
// "offer=nine-months-late,ten-to-two".
const offerWord = "offer="

// Follow takes up what the part of an address after "#" carries: a workshop, a
// run to be looked at, or a choice of conversations, which the title screen
// tells of, as it does of names that this book does not have. It reports false,
// and changes nothing, for any other fragment.
func (a *App) Follow(fragment string) bool {
	if fragment == workshopWord {
		return a.followToWorkshop()
	}
	if code, ok := strings.CutPrefix(fragment, runWord); ok {
		return a.followToRun(code)
	}
	list, ok := strings.CutPrefix(fragment, offerWord)
	if !ok {
		return false
	}
	named := strings.Split(list, ",")
	ids := a.inBook(func(id string) bool { return slices.Contains(named, id) })
	if len(ids) > 0 {
		a.offer(ids)
		a.followed = true
	}
	if strange := slices.DeleteFunc(named, func(id string) bool { return id == "" || slices.Contains(ids, id) }); len(strange) > 0 {
		a.misled = fmt.Sprintf("The link you opened offers what is not here: %.60q. Ask for a new one.", strings.Join(strange, ", "))
	}
	a.save()
	a.changed()
	return true
}

// inBook are the ids of the book's conversations for which is holds, in the
// book's order.
func (a *App) inBook(is func(id string) bool) []string {
	var ids []string
	for i := range a.book.Conversations {
		if id := a.book.Conversations[i].ID; is(id) {
			ids = append(ids, id)
		}
	}
	return ids
}

// offered are the conversations that are offered.
func (a *App) offered() []string {
	if ids := a.inBook(func(id string) bool { return slices.Contains(a.kept.offered, id) }); len(ids) > 0 {
		return ids
	}
	return a.inBook(func(string) bool { return true })
}

// offer offers these and no others. All of them is no choice: what is added to
// the book later is then offered too.
func (a *App) offer(ids []string) {
	if len(ids) == len(a.book.Conversations) {
		ids = nil
	}
	a.kept.offered = ids
}

// offerLink is the address that carries the choice; empty: there is none to
// give.
func (a *App) offerLink() string {
	if a.opt.Here == "" || len(a.kept.offered) == 0 {
		return a.opt.Here
	}
	return a.opt.Here + "#" + offerWord + strings.Join(a.offered(), ",")
}

// pressOffer is what the choice understands, and what leads to it.
func (a *App) pressOffer(verb, arg string) bool {
	if verb == "offering" && a.over == Setting {
		a.over = Offering
		return true
	}
	if a.over != Offering {
		return false
	}
	switch verb {
	case "offer":
		return a.turnOffer(arg)
	case "offer-all":
		a.did = "All of them are offered again."
		a.offer(nil)
	case "copy-link":
		if a.offerLink() == "" {
			return false
		}
		a.did = "The link is on the clipboard."
		a.effect(Effect{Kind: Copy, Value: a.offerLink()})
	default:
		return false
	}
	return true
}

// turnOffer offers a conversation that was not offered, or no longer one that
// was. One always stays.
func (a *App) turnOffer(id string) bool {
	now := a.offered()
	on := slices.Contains(now, id)
	if a.conversation(id) == nil || on && len(now) == 1 {
		return false
	}
	a.offer(a.inBook(func(x string) bool { return slices.Contains(now, x) != (x == id) }))
	return true
}

// offeringView leads to the choice, among the settings.
func (a *App) offeringView() *view.Node {
	return column("managers", 8,
		heading("title", 2, "For managers"),
		para("what", a.offeredWords()+" You can choose which, and give the choice to others by a link."),
		row("act", secondary("choose", "Choose what is offered", "offering")))
}

// offeredWords says how many are offered.
func (a *App) offeredWords() string {
	n, all := len(a.offered()), len(a.book.Conversations)
	switch {
	case n == all:
		return fmt.Sprintf("All %d conversations are offered.", all)
	case n == 1:
		return fmt.Sprintf("One of the %d conversations is offered.", all)
	}
	return fmt.Sprintf("%d of the %d conversations are offered.", n, all)
}

// offerView is the choice.
func (a *App) offerView() *view.Node {
	now := a.offered()
	list := &view.Node{Key: "list", Role: view.List, Name: "Conversations", Layout: view.Layout{Gap: 8}}
	for i := range a.book.Conversations {
		c := &a.book.Conversations[i]
		on := slices.Contains(now, c.ID)
		n := &view.Node{Key: "on", Role: view.Switch, Text: c.Title + ", with " + a.client(c).Name, On: on, Press: view.Action("offer:" + c.ID),
			Style: choiceStyle, Layout: choiceLayout}
		if on && len(now) == 1 {
			n.Disabled, n.Press = true, ""
		}
		list.Children = append(list.Children, &view.Node{Key: c.ID, Role: view.ListItem, Children: []*view.Node{n}})
	}
	return a.page("offering",
		title("What is offered"),
		para("what", "What is switched on here is offered to whoever plays in this browser, in this order. What would have waited for something that is off waits no longer, and begins as it does for somebody who comes cold."),
		para("status", a.offeredWords()),
		list,
		a.offerLinkView(),
		a.offerDid(),
		row("act", primary("back", "Back", "back"), only(len(now) < len(a.book.Conversations), secondary("all", "Offer all of them", "offer-all"))))
}

// offerLinkView is the link, and what it does and does not.
func (a *App) offerLinkView() *view.Node {
	link := a.offerLink()
	if link == "" {
		return nil
	}
	return card("link", view.Region, "The link",
		heading("title", 2, "A link for others"),
		para("does", "Whoever opens this link is offered the same, and can undo it here, in their own settings. The choice travels in the link itself: nothing is sent to anybody, and nobody learns who opened it or what they answered."),
		only(leadsHere(link), para("here", onlyHere)),
		&view.Node{Key: "address", Role: view.Text, Text: link, Style: view.Style{Size: view.Small, Paper: view.Spoken, Round: 8}, Layout: bubble},
		row("act", secondary("copy", "Copy the link", "copy-link")))
}

func (a *App) offerDid() *view.Node {
	if a.did == "" {
		return nil
	}
	return &view.Node{Key: "did", Role: view.Status, Text: a.did, Style: view.Style{Bold: true}}
}

// offeredNote says on the title screen that not all is offered, where that was
// chosen, and how to undo it.
func (a *App) offeredNote() *view.Node {
	if len(a.offered()) == len(a.book.Conversations) {
		return nil
	}
	says := a.offeredWords() + " The settings can offer all of them again."
	if a.followed {
		says = "The link you opened chose what is offered here. " + says
	}
	return &view.Node{Key: "offered", Role: view.Status, Text: says, Style: view.Style{Ink: view.Quiet, Size: view.Small}}
}
