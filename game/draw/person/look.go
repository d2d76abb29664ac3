package person

// Look is what makes a person this person: what does not change with feeling.
// Lengths are shares of the usual figure; 1 is usual.
type Look struct {
	Name string

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
	HairGrey ink
	Beard    Beard
	Specs    Specs
	SpecsInk ink
	Ears     float64 // size of earrings; 0 none
	Gold     ink

	Dress  Dress
	Cloth  ink // outer
	Under  ink // shirt or blouse
	Trim   ink
	Sleeve float64 // 1 to the wrist … 0.4 short
	Badge  bool
}

// Hair is a cut.
type Hair uint8

// The cuts.
const (
	Crop     Hair = iota // short, layered, parted at the side
	Bald                 // a ring of hair
	Bob                  // to the jaw
	Curls                // a round of tight curls
	LongHair             // past the shoulders
	Bun
	Quiff
	Scarf // a headscarf
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

func dana() *Look {
	return &Look{
		Name: "dana", Age: 0.5,
		Skin: rgb(0xE9B795), Lip: rgb(0xB9604F), Iris: rgb(0x5B6B4E), Brow: rgb(0x4A3B36),
		Jaw: 0.97, Chin: 0.92, Cheek: 1.0, Long: 1.0, Nose: 0.95, Bridge: 0.7, Lips: 0.9,
		Eyes: 1.0, Slant: 0.4, Fold: 0.45, Lash: 0.55, Brows: 0.85, Tired: 0.8,
		Shoulder: 0.93, Girth: 0.95, Neck: 0.92,
		Hair: Crop, HairInk: rgb(0x3F3536), HairGrey: rgb(0xA79D99),
		Specs: Readers, SpecsInk: rgb(0x7A2E3A), Ears: 0.5, Gold: rgb(0xD9B25F),
		Dress: Cardigan, Cloth: rgb(0x2D3E66), Under: rgb(0xF2E6D6), Trim: rgb(0x2A8C8C), Sleeve: 1, Badge: true,
	}
}
