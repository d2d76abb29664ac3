package person

// people are the eight, in the order of the contact sheet.
var people = [...]Look{
	{
		Name: "dana", Who: "late forties, head of operations: tired, quick, dry; greying crop, reading glasses, lanyard, navy cardigan",
		Age:  0.5,
		Skin: rgb(0xE9B795), Lip: rgb(0xB9604F), Iris: rgb(0x5B6B4E), Brow: rgb(0x4A3B36),
		Jaw: 0.97, Chin: 0.92, Cheek: 1.0, Long: 1.0, Nose: 0.95, Bridge: 0.7, Lips: 0.9,
		Eyes: 1.0, Slant: 0.4, Fold: 0.45, Lash: 0.55, Brows: 0.85, Tired: 0.8,
		Shoulder: 0.93, Girth: 0.95, Neck: 0.92,
		Hair: Crop, HairInk: rgb(0x3F3536), HairGrey: rgb(0xA79D99),
		Specs: Readers, SpecsInk: rgb(0x7A2E3A), Ears: 0.5, Gold: rgb(0xD9B25F),
		Dress: Cardigan, Cloth: rgb(0x2D3E66), Under: rgb(0xF2E6D6), Trim: rgb(0x2A8C8C), Sleeve: 1, Badge: true, Planner: true,
	},
	{
		Name: "marek", Who: "about forty, purchasing manager: fair, square glasses, stubble, shirt and tie with the sleeves rolled up",
		Age:  0.28,
		Skin: rgb(0xF0C6A6), Lip: rgb(0xC98673), Iris: rgb(0x5E88A3), Brow: rgb(0x7C5A38),
		Jaw: 1.12, Chin: 1.22, Cheek: 0.98, Long: 1.06, Nose: 1.08, Bridge: 0.8, Lips: 0.62,
		Eyes: 0.9, Slant: -0.1, Fold: 0.6, Lash: 0.05, Brows: 1.05, Tired: 0.35,
		Shoulder: 1.1, Girth: 1.03, Neck: 1.14,
		Hair: Side, HairInk: rgb(0xB08A58), HairGrey: rgb(0xD3B483),
		Beard: Stubble, BeardInk: rgb(0x9A7450), Specs: SquareSpecs, SpecsInk: rgb(0x2B2E38),
		Dress: Shirt, Cloth: rgb(0xC9D9E6), Under: rgb(0xC9D9E6), Trim: rgb(0x8E3B46), Sleeve: 0.5, Tie: true,
	},
	{
		Name: "rosa", Who: "about sixty, a client of many years: round-faced, auburn curls going grey, gold earrings, red blouse and blazer",
		Age:  0.62,
		Skin: rgb(0xD79F74), Lip: rgb(0xB0433F), Iris: rgb(0x5A3A22), Brow: rgb(0x4E3328),
		Jaw: 1.13, Chin: 1.05, Cheek: 1.07, Long: 0.95, Nose: 1.1, Bridge: 0.55, Lips: 1.1,
		Eyes: 1.02, Slant: 0.1, Fold: 0.5, Lash: 0.8, Brows: 0.75, Tired: 0.4,
		Shoulder: 1.0, Girth: 1.2, Neck: 1.04,
		Hair: Curls, HairInk: rgb(0x7A4230), HairGrey: rgb(0xB98B73),
		Ears: 1.7, Gold: rgb(0xE0B04A),
		Dress: Blazer, Cloth: rgb(0x5B4A5E), Under: rgb(0xC8453F), Trim: rgb(0xE0B04A), Sleeve: 0.95,
	},
	{
		Name: "arjun", Who: "under thirty, founder of a small firm: slight, dark quiff, trimmed beard, mustard hoodie",
		Age:  0.05,
		Skin: rgb(0xB97F58), Lip: rgb(0x9C5A4C), Iris: rgb(0x35221A), Brow: rgb(0x1E1718),
		Jaw: 0.98, Chin: 0.98, Cheek: 0.95, Long: 1.02, Nose: 1.05, Bridge: 0.85, Lips: 0.95,
		Eyes: 1.1, Slant: 0.3, Fold: 0.35, Lash: 0.45, Brows: 1.3, Tired: 0.45,
		Shoulder: 0.98, Girth: 0.88, Neck: 0.95,
		Hair: Quiff, HairInk: rgb(0x211A1D), HairGrey: rgb(0x4A3E42),
		Beard: FullBeard, BeardInk: rgb(0x2A1F20),
		Dress: Hoodie, Cloth: rgb(0xD29A3A), Under: rgb(0x3A4148), Trim: rgb(0xF3E6CC), Sleeve: 1,
	},
	{
		Name: "samuel", Who: "mid-fifties, plant manager: broad, bald, short grey beard, green work jacket with a bright band",
		Age:  0.58,
		Skin: rgb(0x7A4E38), Lip: rgb(0x7E4540), Iris: rgb(0x2E1C15), Brow: rgb(0x2B2322),
		Jaw: 1.2, Chin: 1.3, Cheek: 1.06, Long: 1.04, Nose: 1.38, Bridge: 0.4, Lips: 1.3,
		Eyes: 0.95, Slant: 0, Fold: 0.5, Lash: 0.1, Brows: 1.2, Tired: 0.6,
		Shoulder: 1.2, Girth: 1.26, Neck: 1.4,
		Hair: Bald, HairInk: rgb(0x3B2F2C), HairGrey: rgb(0x8C817B),
		Beard: FullBeard, BeardInk: rgb(0x8E857F),
		Dress: Overall, Cloth: rgb(0x4C6B57), Under: rgb(0x3A3F48), Trim: rgb(0xE8D04F), Sleeve: 0.97,
	},
	{
		Name: "mei", Who: "mid-thirties, keeps the accounts: straight black bob with a fringe, plum suit, ivory top",
		Age:  0.12,
		Skin: rgb(0xF1CDAA), Lip: rgb(0xC0584F), Iris: rgb(0x33221C), Brow: rgb(0x2A2226),
		Jaw: 0.99, Chin: 0.92, Cheek: 1.02, Long: 0.94, Nose: 0.92, Bridge: 0.25, Lips: 0.95,
		Eyes: 0.95, Slant: 0.8, Fold: 0.7, Lash: 0.5, Brows: 0.75, Tired: 0.1,
		Shoulder: 0.86, Girth: 0.84, Neck: 0.84,
		Hair: Bob, HairInk: rgb(0x1F1B22), HairGrey: rgb(0x4B4656),
		Ears:  0,
		Dress: Suit, Cloth: rgb(0x6B3F5C), Under: rgb(0xF6EFE2), Trim: rgb(0xD9B25F), Sleeve: 1,
	},
	{
		Name: "amina", Who: "about forty-five, runs a clinic: teal headscarf, terracotta tunic",
		Age:  0.38,
		Skin: rgb(0xC89468), Lip: rgb(0xA5534A), Iris: rgb(0x4A2F1C), Brow: rgb(0x2E211E),
		Jaw: 0.96, Chin: 0.95, Cheek: 1.0, Long: 0.98, Nose: 1.02, Bridge: 0.9, Lips: 1.05,
		Eyes: 1.14, Slant: 0.5, Fold: 0.45, Lash: 0.9, Brows: 1.1, Tired: 0.35,
		Shoulder: 0.94, Girth: 1.04, Neck: 0.95,
		Hair: Scarf, HairInk: rgb(0x2F8088), HairGrey: rgb(0x59A8A9),
		Dress: Tunic, Cloth: rgb(0xB2654C), Under: rgb(0xE6C9A0), Trim: rgb(0x7E3F30), Sleeve: 1,
	},
	{
		Name: "walter", Who: "past seventy, owner of a family firm: thin, white hair, round glasses, green jumper over a checked shirt",
		Age:  1,
		Skin: rgb(0xEFC4AE), Lip: rgb(0xC58678), Iris: rgb(0x6F93A8), Brow: rgb(0xB3A89E),
		Jaw: 0.96, Chin: 1.02, Cheek: 0.95, Long: 1.08, Nose: 1.22, Bridge: 0.9, Lips: 0.75,
		Eyes: 0.96, Slant: -0.6, Fold: 0.55, Lash: 0.05, Brows: 1.35, Tired: 0.9,
		Shoulder: 0.94, Girth: 0.9, Neck: 0.95,
		Hair: Thin, HairInk: rgb(0xDCD6CD), HairGrey: rgb(0xF6F2EA),
		Beard: Moustache, BeardInk: rgb(0xE3DDD4), Specs: RoundSpecs, SpecsInk: rgb(0xA67B3E),
		Dress: Jumper, Cloth: rgb(0x6F7F5A), Under: rgb(0xE9DEC9), Trim: rgb(0xA5533F), Sleeve: 1,
	},
}

// Names are the figures there are.
func Names() []string {
	names := make([]string, len(people))
	for i := range people {
		names[i] = people[i].Name
	}
	return names
}

// LookOf is the look of a figure by its name, as a client's file gives it. An
// unknown name gets one of the eight, always the same one.
func LookOf(name string) *Look {
	sum := uint64(14695981039346656037)
	for i := range len(name) {
		sum = (sum ^ uint64(name[i])) * 1099511628211
	}
	for i := range people {
		if people[i].Name == name {
			return &people[i]
		}
	}
	return &people[sum%uint64(len(people))]
}
