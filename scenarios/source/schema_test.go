package source_test

import (
	"bytes"
	"io/fs"
	"os"
	"strings"
	"testing"

	"earned/scenarios/source"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v4"
)

func schema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	data, err := source.Schema()
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("schema.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestSchemaIsFresh(t *testing.T) {
	want, err := source.Schema()
	if err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile("../schema.json")
	if err != nil || !bytes.Equal(got, want) {
		t.Errorf("scenarios/schema.json is not of the types as they are (%v): run go run ./cmd/scenario schema", err)
	}
}

// TestSchemaTakesWhatTheReaderTakes: every shipped file and every file of
// testdata/small.
func TestSchemaTakesWhatTheReaderTakes(t *testing.T) {
	s, n := schema(t), 0
	for _, dir := range []string{"..", "testdata/small"} {
		for _, pattern := range []string{"*.yaml", "clients/*.yaml"} {
			names, err := fs.Glob(os.DirFS(dir), pattern)
			if err != nil {
				t.Fatal(err)
			}
			for _, name := range names {
				data, err := fs.ReadFile(os.DirFS(dir), name)
				if err != nil {
					t.Fatal(err)
				}
				n++
				var doc any
				if err := yaml.Load(data, &doc); err != nil {
					t.Errorf("%s: %v", name, err)
				} else if err := s.Validate(doc); err != nil {
					t.Errorf("%s: %v", name, err)
				}
			}
		}
	}
	if n < 6 {
		t.Errorf("only %d files were found", n)
	}
}

// TestSchemaFindsFaults: the faults of form are faults to an editor too.
func TestSchemaFindsFaults(t *testing.T) {
	s := schema(t)
	good := string(small(t)["two-rooms.yaml"].Data)
	for _, x := range [][2]string{
		{"needs: be-told", "needs: empathy"},
		{"move: ask", "mvoe: ask"},
		{"to: after", "to: [after, {when: {trust: open}}]"},
		{"minutes: 2", "minutes: two"},
		{"id: cellar", "id: The Cellar"},
		{"ask: yes", "ask: perhaps"},
		{"        replies:", "        answers:"},
		{"learns: mother", "learns: []"},
	} {
		bad := strings.Replace(good, x[0], x[1], 1)
		var doc any
		if err := yaml.Load([]byte(bad), &doc); err != nil || bad == good {
			t.Fatal(x, err)
		}
		if s.Validate(doc) == nil {
			t.Errorf("with %q for %q there is no fault", x[1], x[0])
		}
	}
}

// TestSchemaExplains: every field and every type says what it is.
func TestSchemaExplains(t *testing.T) {
	data, err := source.Schema()
	if err != nil {
		t.Fatal(err)
	}
	var doc struct {
		Defs map[string]struct {
			Description string
			Properties  map[string]struct{ Description string }
		} `yaml:"$defs"`
	}
	if err := yaml.Load(data, &doc); err != nil || len(doc.Defs) < 10 {
		t.Fatal(err, len(doc.Defs))
	}
	for name, d := range doc.Defs {
		if d.Description == "" {
			t.Errorf("%s is not explained", name)
		}
		for field, p := range d.Properties {
			if p.Description == "" {
				t.Errorf("%s: %s is not explained", name, field)
			}
		}
	}
}
