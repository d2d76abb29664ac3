package scenarios

// The limits of a conversation: far above what anyone writes, low enough for
// sets to be numbers, and that no file can ask for a great deal of memory.
const (
	MaxFacts    = 64
	MaxPromises = 8
	MaxNotes    = 16
	MaxBeats    = 1 << 14
	MaxReplies  = 64   // a beat
	MaxMinutes  = 1000 // to play it
	MaxItems    = 256  // of anything else there is a list of
	MaxSaid     = 1000 // bytes of a line or a reply: what a workshop's server lets a room be offered
)

// The other limits of the compiled form.
const (
	maxTexts = 1 << 20
	maxBooks = 1 << 10 // clients, conversations
)

func (c *codec) book(b *Book) {
	c.text(&b.Firm.Name)
	c.text(&b.Firm.About)
	c.text(&b.Firm.Sells)
	c.strings(&b.Firm.Limits, MaxItems)
	list(c, &b.Clients, maxBooks, (*codec).client)
	list(c, &b.Conversations, maxBooks, func(c *codec, x *Conversation) {
		number(c, &x.Hash, 1<<64-1)
		c.conversation(x)
	})
}

func (c *codec) client(x *Client) {
	c.text(&x.ID)
	c.text(&x.Name)
	c.text(&x.Role)
	c.text(&x.Company)
	for i := range x.Pronouns {
		c.text(&x.Pronouns[i])
	}
	c.temperament(&x.Temperament)
	c.text(&x.Stake)
	c.strings(&x.Circle, MaxItems)
	c.text(&x.Figure)
	for i := range x.Tells {
		c.text(&x.Tells[i])
	}
}

func (c *codec) temperament(x *Temperament) {
	choice(c, &x.Start, numBands)
	choice(c, &x.Weighs, numWeighs)
	number(c, &x.CannotStand, 1<<numManners-1)
	c.flags(&x.WantsNoFriend)
}

func (c *codec) conversation(x *Conversation) {
	c.text(&x.ID)
	c.text(&x.Client)
	c.text(&x.Title)
	number(c, &x.Minutes, MaxMinutes)
	c.strings(&x.Brief, MaxItems)
	c.text(&x.Want)
	list(c, &x.Notes, MaxNotes, func(c *codec, x *Note) {
		c.text(&x.ID)
		c.text(&x.Title)
		c.text(&x.Text)
	})
	number(c, &x.Prepare, MaxNotes)
	c.strings(&x.Facts, MaxFacts)
	list(c, &x.Promises, MaxPromises, func(c *codec, x *Vow) {
		c.text(&x.ID)
		c.text(&x.Says)
		c.flags(&x.CanKeep)
	})
	list(c, &x.Meetings, MaxItems, (*codec).meeting)
	list(c, &x.Beats, MaxBeats, (*codec).beat)
	list(c, &x.Endings, MaxItems, (*codec).ending)
	list(c, &x.Starts, MaxItems, func(c *codec, x *Start) {
		c.text(&x.ID)
		choice(c, &x.Trust, numBands)
		number(c, &x.Facts, 1<<64-1)
		c.text(&x.IntroducedBy)
		c.flags(&x.Rupture)
		list(c, &x.From, MaxItems, func(c *codec, x *Origin) {
			c.text(&x.Conversation)
			c.strings(&x.Endings, MaxItems)
			number(c, &x.Idle, MaxItems)
		})
	})
	c.strings(&x.After, MaxItems)
	list(c, &x.Questions, MaxItems, func(c *codec, x *Question) {
		c.text(&x.Asks)
		beat := x.Beat - Afterwards
		number(c, &beat, MaxBeats)
		x.Beat = beat + Afterwards
	})
	c.strings(&x.Exempt, MaxItems)
	number(c, &x.Carries, 1<<64-1)
}

func (c *codec) meeting(x *Meeting) {
	c.text(&x.ID)
	c.text(&x.Title)
	choice(c, &x.Setting, numSettings)
	c.text(&x.Place)
	c.text(&x.Opens)
	choice(c, &x.Phase, numPhases)
	c.flags(&x.Watched)
}

func (c *codec) beat(x *Beat) {
	c.text(&x.ID)
	number(c, &x.Meeting, MaxItems-1)
	list(c, &x.Lines, MaxItems, func(c *codec, x *Line) {
		c.condition(&x.When)
		c.text(&x.Says)
		c.text(&x.Seen)
		choice(c, &x.Feels, numFeelings)
	})
	choice(c, &x.Feels, numFeelings)
	choice(c, &x.Needs, numNeeds)
	number(c, &x.Due, 1<<MaxPromises-1)
	list(c, &x.Voice, MaxItems, func(c *codec, x *Excuse) {
		c.text(&x.Says)
		c.text(&x.Answer)
	})
	c.flags(&x.Ask)
	list(c, &x.Replies, MaxReplies, (*codec).reply)
}

func (c *codec) reply(x *Reply) {
	c.text(&x.ID)
	c.text(&x.Says)
	c.text(&x.Thinks)
	choice(c, &x.Moves[0], numMoves)
	choice(c, &x.Moves[1], numMoves)
	c.flags(&x.Issue, &x.Feeling, &x.Competence, &x.Self, &x.Hedges, &x.Trusts, &x.Holds, &x.Yields, &x.Serves)
	choice(c, &x.Names, numFeelings)
	c.text(&x.TiesTo)
	number(c, &x.Promises, 1<<MaxPromises-1)
	number(c, &x.Keeps, 1<<MaxPromises-1)
	number(c, &x.Breaks, 1<<MaxPromises-1)
	c.text(&x.Gives)
	c.text(&x.Admits)
	c.text(&x.Against)
	c.text(&x.Because)
	c.text(&x.Instead)
	choice(c, &x.Breach, numBreaches)
	choice(c, &x.Manner, numManners)
	choice(c, &x.Repair, numRepairs)
	choice(c, &x.HeardAs, numLandings)
	c.text(&x.Reason)
	choice(c, &x.Expect, numExpects)
	number(c, &x.Leaves, 1<<64-1)
	c.condition(&x.When)
	list(c, &x.To, MaxItems, func(c *codec, x *Target) {
		c.condition(&x.When)
		beat := x.Beat - EndHere
		number(c, &beat, MaxBeats)
		x.Beat = beat + EndHere
	})
}

func (c *codec) ending(x *Ending) {
	c.text(&x.ID)
	c.text(&x.Title)
	c.condition(&x.When)
	choice(c, &x.Deal, numDeals)
	c.flags(&x.Referral, &x.Serves)
	c.strings(&x.Says, MaxItems)
	c.text(&x.Became)
	c.text(&x.Judged)
}

func (c *codec) condition(x *Condition) {
	some := *x != Condition{}
	if c.flags(&some); !some { // most conditions are empty: one byte
		return
	}
	number(c, &x.Facts, 1<<64-1)
	number(c, &x.NotFacts, 1<<64-1)
	number(c, &x.Prepared, 1<<MaxNotes-1)
	number(c, &x.Promised, 1<<MaxPromises-1)
	number(c, &x.Kept, 1<<MaxPromises-1)
	number(c, &x.Broken, 1<<MaxPromises-1)
	choice(c, &x.AtLeast, numBands)
	choice(c, &x.Below, numBands)
	for _, want := range [...]*Want{&x.Rupture, &x.Mended, &x.Deceived, &x.Known, &x.Liked, &x.Capped} {
		choice(c, want, No+1)
	}
}
