package trust_test

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	. "earned/game/trust"
)

var update = flag.Bool("update", false, "write the table into docs/rules.md")

const (
	page  = "../../docs/rules.md"
	begin = "<!-- the table: go test ./game/trust -run TestThePage -update -->\n"
	end   = "<!-- end of the table -->\n"
)

// The page of the rules holds the table as it is.
func TestThePageHoldsTheTable(t *testing.T) {
	data, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, ok := strings.Cut(string(data), begin)
	old, after, closed := strings.Cut(rest, end)
	if !ok || !closed {
		t.Fatalf("%s has no place for the table", page)
	}
	table := theTable()
	if table == old {
		return
	}
	if !*update {
		t.Fatalf("%s has another table than game/trust: go test ./game/trust -run TestThePage -update", page)
	}
	if err := os.WriteFile(page, []byte(before+begin+table+end+after), 0o644); err != nil {
		t.Fatal(err)
	}
}

func theTable() string {
	var b strings.Builder
	b.WriteString("\n| rule | principles | weight | lands | the debrief says |\n|---|---|---|---|---|\n")
	for i := range Rules {
		r := &Rules[i]
		weight := "by the case"
		switch {
		case r.Weight != 0:
			weight = fmt.Sprintf("%+d", r.Weight)
		case r.Does == nil:
			weight = ""
		}
		if r.Spoils {
			weight += ", spoils"
		}
		lands := r.Landing.String()
		if lands == "flat" {
			lands = ""
		}
		fmt.Fprintf(&b, "| %s | %s | %s | %s | %s |\n", r.Name, strings.Join(r.Principles, " "), strings.TrimPrefix(weight, ", "), lands, r.Says)
	}
	b.WriteByte('\n')
	return b.String()
}
