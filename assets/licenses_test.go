package assets_test

import (
	"os"
	"os/exec"
	"strings"
	"testing"
)

// LICENSES.md names every module that is linked into something we give away.
func TestLicencesNameWhatIsLinked(t *testing.T) {
	list, err := os.ReadFile("LICENSES.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, of := range []struct {
		env  []string
		cmds []string
	}{
		{[]string{"GOOS=js", "GOARCH=wasm"}, []string{"../cmd/wasm"}},
		{[]string{"CGO_ENABLED=0"}, []string{"../cmd/serve", "../cmd/scenario"}},
	} {
		cmd := exec.Command("go", append([]string{"list", "-deps", "-f", "{{with .Module}}{{if not .Main}}{{.Path}}{{end}}{{end}}"}, of.cmds...)...)
		cmd.Env = append(os.Environ(), of.env...)
		out, err := cmd.Output()
		if err != nil {
			t.Fatalf("go list %v: %v", of.cmds, err)
		}
		for module := range strings.FieldsSeq(string(out)) {
			if !strings.Contains(string(list), "| "+module+" ") {
				t.Errorf("%s is linked into %v and not in assets/LICENSES.md: add it with its licence", module, of.cmds)
			}
		}
	}
}
