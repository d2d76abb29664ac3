package source

import "testing"

func TestQuotationMarksAreSetAsABookHasThem(t *testing.T) {
	for typed, set := range map[string]string{
		``:                                  ``,
		`It's a fortnight's work.`:          `It’s a fortnight’s work.`,
		`'Her call'. We can't.`:             `‘Her call’. We can’t.`,
		`"Any night," she said.`:            `“Any night,” she said.`,
		`"'We'," he says, "and 'as'."`:      `“‘We’,” he says, “and ‘as’.”`,
		`Tell 'em 'til the '90s, ten days'`: `Tell ’em ’til the ’90s, ten days’`,
		`He said—'shortly' ('soon').`:       `He said—‘shortly’ (‘soon’).`,
		`rock 'n' roll, 'nothing'`:          `rock ’n’ roll, ‘nothing’`,
		`“Set” already: it’s so.`:           `“Set” already: it’s so.`,
		"a\n\n'New' paragraph":              "a\n\n‘New’ paragraph",
		`'`:                                 `‘`,
	} {
		if got := curled(typed); got != set {
			t.Errorf("%s is set %s, not %s", typed, got, set)
		}
		if again := curled(set); again != set {
			t.Errorf("%s is set again: %s", set, again)
		}
	}
}
