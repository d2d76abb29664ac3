package phone

// notices are what the page says when something was refused.
var notices = map[Why]string{
	Again:     "Your answer was counted already. One counts; when the question is asked again, you may answer anew.",
	Late:      "That question was closed before your answer came.",
	NotOffer:  "That is not one of the answers. This is what is asked now.",
	NotTable:  "The other table is asked just now.",
	NoSeat:    "This phone has no seat here yet. Take one, then answer.",
	Gone:      "This seat was taken away.",
	NoRoom:    "There is no room of that code, or it is over. Look at the wall again.",
	RoomLock:  "The room is locked just now.",
	RoomFull:  "Every seat is taken.",
	Slow:      "Many people are coming in at once. Try again in a moment.",
	Malformed: "That could not be read. Load the page again.",
	NoCookie:  "This browser did not keep your seat: it refuses cookies for this page. Allow them, or open the address in another browser.",
	Foreign:   "That came from another page than this one. Open the address on the wall and answer there.",
	Trouble:   "The laptop that runs the room could not do that just now. Try again in a moment.",
}

// spoken are what the page's script says by itself.
var spoken = map[string]string{
	"lost":    "No connection. Trying again.",
	"back":    "Connected again.",
	"sending": "Sending.",
	"kept":    "Kept, until there is a connection.",
	"asked":   "There is a question for you.",
	"counted": "Your answer is counted.",
	"lighter": "Lighter",
	"darker":  "Darker",
}

// Say is the sentence for a refusal.
func (w Why) Say() string { return notices[w] }

// words is all that the script may have to say, by name.
func words() map[string]string {
	all := map[string]string{}
	for why, text := range notices {
		all[string(why)] = text
	}
	for name, text := range spoken {
		if _, twice := all[name]; twice {
			panic("phone: two texts are called " + name)
		}
		all[name] = text
	}
	return all
}
