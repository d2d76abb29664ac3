package screens

import (
	"fmt"

	"earned/game/debrief"
	"earned/game/view"
)

// sceneView is the card before a meeting: when and where it is.
func (a *App) sceneView() *view.Node {
	h := a.held
	n := len(h.moments)
	m := &h.Conversation.Meetings[h.meeting(n)]
	col := []*view.Node{a.whatIfBanner()}
	if n > 0 {
		col = append(col, a.ownWords("said", h.said(n-1).Says))
	}
	opens := para("opens", m.Opens)
	if opens != nil {
		opens.Style.Size = view.Large
	}
	which := ""
	if all := len(h.Conversation.Meetings); all > 1 {
		which = fmt.Sprintf("Meeting %d of %d", h.meeting(n)+1, all)
	}
	col = append(col, column("head", 4, quiet("which", which), title(m.Title)), opens, row("act", primary("go", "Continue", "go-on")))
	p := a.page("scene", col...)
	p.Children[1].Layout.Middle = true
	return p
}

// ownWords is what the player said, as it is shown everywhere.
func (a *App) ownWords(key, says string) *view.Node {
	n := column(key, 0,
		&view.Node{Key: "who", Role: view.Text, Text: "You:", Unseen: true},
		&view.Node{Key: "words", Role: view.Text, Text: says, Style: view.Style{Paper: view.Own, Round: 14, Italic: debrief.Acts(says)},
			Layout: bubble})
	n.Layout.Pad.Left = aside
	return n
}

// aside is how far in one side's words are set from the other's.
const aside = 32

// whatIfBanner says, on every screen of a what-if, that nothing here counts,
// and leads back.
func (a *App) whatIfBanner() *view.Node {
	if a.held == nil || !a.held.whatIf() {
		return nil
	}
	return &view.Node{Key: "what-if", Role: view.Group, Name: "What if", Style: view.Style{Paper: view.Card, Round: 10, Border: true},
		Layout: view.Layout{Flow: view.Wrap, Gap: 12, Centre: true, Pad: view.Edges{Top: 6, Right: 12, Bottom: 6, Left: 12}},
		Children: []*view.Node{
			{Key: "says", Role: view.Text, Text: "What if: nothing you say here changes what happened.", Style: view.Style{Bold: true, Size: view.Small}},
			small("back", "Back to the debrief", "to-debrief"),
		}}
}
