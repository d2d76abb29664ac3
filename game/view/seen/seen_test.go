package seen

import (
	"strings"
	"testing"

	"earned/scenarios"
)

func TestEveryFeelingInEveryBandIsItsOwnSentence(t *testing.T) {
	for setting := scenarios.Office; setting <= scenarios.Phone; setting++ {
		was := map[string]string{}
		for f := scenarios.NoFeeling; f <= scenarios.Absent; f++ {
			for b := scenarios.Cold; b <= scenarios.Trusting; b++ {
				s := Of("Dana", f, b, setting)
				here := setting.String() + " " + f.String() + " " + b.String()
				if other, ok := was[s]; ok {
					t.Errorf("%s: same sentence as %s: %q", here, other, s)
				}
				was[s] = here
				if !strings.Contains(s, "Dana") || !strings.HasSuffix(s, ".") || strings.Contains(s, "{") || strings.Contains(s, "  ") {
					t.Errorf("%s: not a sentence about Dana: %q", here, s)
				}
			}
		}
	}
}

// The meter is hidden: no word of it, and none of the bands' names.
func TestNoSentenceNamesTheMeter(t *testing.T) {
	for setting := scenarios.Office; setting <= scenarios.Phone; setting++ {
		for f := scenarios.NoFeeling; f <= scenarios.Absent; f++ {
			for b := scenarios.Cold; b <= scenarios.Trusting; b++ {
				s := strings.ToLower(Of("Dana", f, b, setting))
				for _, w := range []string{"trust", "wary", " cold", f.String()} {
					if w != "" && strings.Contains(s, w) {
						t.Errorf("%q says %q", s, w)
					}
				}
			}
		}
	}
}

func TestUnknownValuesStillMakeASentence(t *testing.T) {
	if s := Of("Dana", 200, 200, 200); !strings.HasPrefix(s, "Dana ") {
		t.Errorf("got %q", s)
	}
}
