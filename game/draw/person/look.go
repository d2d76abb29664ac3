package person

// Look is what makes a person this person: what does not change with feeling.
// Sizes are shares of the usual figure; 1 is usual. Inks are flat; shades are
// mixed from them.
type Look struct {
	Name string // the figure a client's file gives
	Who  string // in a few words, for whoever chooses one

	Age    float64 // 0 young … 1 old: lines, folds, a softer jaw
	Skin   ink
	Lip    ink
	Iris   ink
	Brow   ink
	Jaw    float64 // width at the corner of the jaw
	Chin   float64 // width of the chin
	Cheek  float64 // width at the cheekbones
	Long   float64 // length of the lower face
	Nose   float64 // width
	Bridge float64 // height of the bridge, 0–1
	Lips   float64 // fullness
	Eyes   float64 // size
	Slant  float64 // outer corners raised, in units
	Fold   float64 // heaviness of the upper lid, 0–1
	Lash   float64 // 0–1
	Brows  float64 // thickness
	Tired  float64 // under the eyes, 0–1

	Shoulder float64 // width
	Girth    float64 // width of trunk and arms
	Neck     float64 // width

	Hair     Hair
	HairInk  ink
	HairGrey ink // the lighter strands
	Beard    Beard
	BeardInk ink
	Specs    Specs
	SpecsInk ink
	Ears     float64 // size of earrings; 0 none
	Gold     ink

	Dress  Dress
	Cloth  ink     // outer
	Under  ink     // shirt or blouse
	Trim   ink     // tie, lanyard, strings
	Sleeve float64 // 1 to the wrist … 0.4 rolled up
	Badge  bool    // a lanyard and a card
	Tie    bool

	Planner bool // works, and takes video calls, in front of a wall planner
}

// Hair is a cut.
type Hair uint8

// The cuts.
const (
	Crop  Hair = iota // short, layered, parted at the side
	Side              // a man's short cut, parted
	Bald              // a shadow of hair at the sides
	Bob               // straight to the jaw, with a fringe
	Curls             // a round of curls to the jaw
	Quiff             // short at the sides, high on top
	Thin              // white, receding, fuller at the sides
	Scarf             // a headscarf
)

// Beard is hair on the face.
type Beard uint8

// The beards.
const (
	Shaven Beard = iota
	Stubble
	FullBeard
	Moustache
)

// Specs is whether glasses are worn.
type Specs uint8

// The glasses.
const (
	NoSpecs Specs = iota
	Readers       // pushed up into the hair or on, as the pose says
	RoundSpecs
	SquareSpecs
)

// Dress is what is worn.
type Dress uint8

// The clothes.
const (
	Cardigan Dress = iota
	Suit
	Jumper
	Overall
	Shirt
	Tunic
	Hoodie
	Blazer
)
