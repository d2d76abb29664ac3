package main

import "testing"

func TestFiguresAreToldShortly(t *testing.T) {
	for _, c := range []struct {
		f    figures
		want string
	}{
		{nil, "not measured"},
		{figures{0.1234}, "0.12"},
		{figures{5}, "5"},
		{figures{3, 1, 2}, "2 (1–3)"},
		{figures{12.34, 123.4, 1234567.8}, "123 (12.3–1,234,568)"},
		{figures{-1234}, "−1,234"},
	} {
		if got := c.f.String(); got != c.want {
			t.Errorf("%v is told as %q, want %q", []float64(c.f), got, c.want)
		}
	}
	f := figures{4, 1, 3, 2, 5}
	if f.median() != 3 || f.at(0.99) != 5 || f.at(0) != 1 {
		t.Errorf("median %v, longest %v, least %v", f.median(), f.at(0.99), f.at(0))
	}
	if f[0] != 4 {
		t.Error("looking at figures changed their order")
	}
}
