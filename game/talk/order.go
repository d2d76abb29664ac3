package talk

// Order appends to dst the replies offered, as Offered does, in the order in
// which this run's screen shows them. The order follows from the seed and the
// beat alone, so that replays agree.
func (t *Talk) Order(seed uint64, s State, dst []int) []int {
	from := len(dst)
	dst = t.Offered(s, dst)
	shown := dst[from:]
	x := seed ^ uint64(s.Beat+1)*0x9e3779b97f4a7c15
	for i := len(shown) - 1; i > 0; i-- {
		x = splitmix(x)
		k := int(x % uint64(i+1))
		shown[i], shown[k] = shown[k], shown[i]
	}
	return dst
}

// splitmix is Steele, Lea and Flood's SplitMix64 (OOPSLA 2014): small, and the
// same everywhere.
func splitmix(x uint64) uint64 {
	x += 0x9e3779b97f4a7c15
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}
