package person

// Pose is everything about a figure that moves, as numbers that blend. Lengths
// are in drawing units: a head is 100 high, and the pit of the neck is 0, 0,
// x to the viewer's right and y down. Angles are in degrees.
type Pose [parts]float64

// The parts of a pose.
const (
	// Face. Raised is positive, in units; shares run from 0 to 1.
	browIn   = iota // inner ends of the brows
	browOut         // outer ends
	browNear        // drawn together, 0–1
	browSkew        // the viewer's right brow up and the left down
	lid             // upper lids: 0 shut, 1 at rest, 1.2 wide
	squint          // lower lids raised, 0–1
	gazeX           // -1 viewer's left … 1 right
	gazeY           // -1 up … 1 down
	smile           // corners of the mouth, -1 … 1
	open            // mouth, 0–1
	wide            // mouth, -1 … 1
	tense           // lips pressed, 0–1
	skew            // one corner (viewer's right) up, -1 … 1
	blush           // 0–1
	// Head and trunk.
	yaw       // head turned to the viewer's right
	nod       // head down
	tilt      // head to the viewer's right shoulder
	headY     // head sunk, in units
	lean      // -1 back … 1 forward
	sway      // trunk to the viewer's right, in units
	shoulders // raised, in units
	breath    // 0 out … 1 in
	specs     // reading glasses: 0 pushed up … 1 on
	// Arms: the viewer's left one, then the right one.
	armL
)

const (
	armR = armL + armParts
	// Things.
	things = armR + armParts
)

const (
	penX = things + iota // nib
	penY
	penTurn // degrees; 0 points down
	phoneX  // centre
	phoneY
	phoneTurn
	phoneUp // 0 flat on the table … 1 held up
	shut    // the notebook: 1 shut, 0 open
	written // share of its page that is written on
	voice   // how far the voice has run, in bars (phone only)
	parts
)

// The parts of an arm, counted from armL or armR. Bends are given for the
// viewer's left arm; the right one is mirrored.
const (
	elbowX = iota // from the middle outwards
	elbowY
	wristX
	wristY
	aim    // where the fingers point: 0 down, 90 towards the middle, 180 up
	reach  // length of the hand as seen, 0–1
	curl   // of the fingers, 0 straight … 1 fist
	point  // of the index finger alone: taken off its curl
	spread // of the fingers, 0–1
	thumb  // degrees off the fingers
	palm   // 0 back of the hand … 1 palm seen
	below  // 1: under the table
	armParts
)

// blend is a + (b−a)·t, part by part.
func blend(a, b *Pose, t float64) Pose {
	var o Pose
	for i := range o {
		o[i] = a[i] + (b[i]-a[i])*t
	}
	return o
}
