package source

import (
	_ "embed" // for the comments of the written form
	"encoding/json"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"reflect"
	"slices"
	"strings"

	"github.com/invopop/jsonschema"
)

//go:embed written.go
var form string

// Schema is the JSON Schema of the written form, made from its types and their
// comments, so that an author's editor completes, explains and checks as they
// type. One schema serves all three kinds of file.
func Schema() ([]byte, error) {
	notes, err := comments(form)
	if err != nil {
		return nil, err
	}
	r := &jsonschema.Reflector{
		Anonymous: true, FieldNameTag: "yaml", RequiredFromJSONSchemaTags: true,
		Mapper:        mapped,
		LookupComment: func(t reflect.Type, field string) string { return notes[t.Name()+"."+field] },
	}
	root := &jsonschema.Schema{
		Version: jsonschema.Version, Title: "Earned", Definitions: jsonschema.Definitions{},
		Description: "A conversation, a client or the firm, as an author of Earned writes it.",
	}
	for _, file := range []any{ConversationFile{}, ClientFile{}, FirmFile{}} {
		root.AnyOf = append(root.AnyOf, define(r, root, file))
	}
	for _, part := range []any{Beat{}, Line{}, Question{}, Target{}} { // those that only mapped refers to
		define(r, root, part)
	}
	data, err := json.MarshalIndent(root, "", "  ")
	if err != nil {
		return nil, fmt.Errorf("schema: %w", err)
	}
	return append(data, '\n'), nil
}

// define adds a type and all it holds to the root, and refers to it.
func define(r *jsonschema.Reflector, root *jsonschema.Schema, v any) *jsonschema.Schema {
	s := r.Reflect(v)
	maps.Copy(root.Definitions, s.Definitions)
	return ref(reflect.TypeOf(v))
}

func ref(t reflect.Type) *jsonschema.Schema { return &jsonschema.Schema{Ref: "#/$defs/" + t.Name()} }

// mapped is the schema of the types that read otherwise than Go has it; nil
// leaves a type to the reflector.
func mapped(t reflect.Type) *jsonschema.Schema {
	v := reflect.Zero(t).Interface()
	if words, ok := v.(wordy); ok {
		return enum(words.Words(), t)
	}
	switch t {
	case idType:
		return &jsonschema.Schema{Type: "string", Pattern: idForm.String()}
	case textType:
		return &jsonschema.Schema{Type: "string", MinLength: new(uint64(1))}
	case reflect.TypeFor[Questions]():
		return &jsonschema.Schema{Type: "array", Items: only(item(t.Elem()))}
	case reflect.TypeFor[Pronouns]():
		return &jsonschema.Schema{Type: "array", Items: mapped(textType), MinItems: new(uint64(3)), MaxItems: new(uint64(3))}
	case beatsType:
		return &jsonschema.Schema{Type: "object", MinProperties: new(uint64(1)), PropertyNames: mapped(idType), AdditionalProperties: ref(t.Elem())}
	}
	if _, ok := v.(oneOrMore); ok {
		one := item(t.Elem())
		return &jsonschema.Schema{AnyOf: append(one, &jsonschema.Schema{
			Type: "array", MinItems: new(uint64(1)), Items: only(one),
		})}
	}
	return nil
}

// item is what one item of a list may be: a group with a short form may be
// given by that alone.
func item(t reflect.Type) []*jsonschema.Schema {
	if t.Kind() != reflect.Struct {
		return []*jsonschema.Schema{mapped(t)}
	}
	for field := range t.Fields() {
		if field.Tag.Get("short") != "" {
			return []*jsonschema.Schema{mapped(field.Type), ref(t)}
		}
	}
	return []*jsonschema.Schema{ref(t)}
}

func only(items []*jsonschema.Schema) *jsonschema.Schema {
	if len(items) == 1 {
		return items[0]
	}
	return &jsonschema.Schema{AnyOf: slices.Clone(items)}
}

// enum is a closed list. Some YAML readers take yes and no for true and false.
func enum(words []string, t reflect.Type) *jsonschema.Schema {
	s := &jsonschema.Schema{}
	for _, w := range words {
		if w != "" {
			s.Enum = append(s.Enum, w)
		}
	}
	if t == reflect.TypeFor[YesNo]() {
		s.Enum = append(s.Enum, true, false)
	}
	return s
}

// comments is what the types and their fields are said to be, by "Type." and
// "Type.Field".
func comments(src string) (map[string]string, error) {
	file, err := parser.ParseFile(token.NewFileSet(), "written.go", src, parser.ParseComments)
	if err != nil {
		return nil, fmt.Errorf("schema: %w", err)
	}
	notes := map[string]string{}
	for _, d := range file.Decls {
		group, ok := d.(*ast.GenDecl)
		if !ok || group.Tok != token.TYPE {
			continue
		}
		for _, spec := range group.Specs {
			t := spec.(*ast.TypeSpec)
			notes[t.Name.Name+"."] = oneLine(group.Doc)
			fields, ok := t.Type.(*ast.StructType)
			if !ok {
				continue
			}
			for _, f := range fields.Fields.List {
				for _, name := range f.Names {
					notes[t.Name.Name+"."+name.Name] = oneLine(f.Doc)
				}
			}
		}
	}
	return notes, nil
}

func oneLine(c *ast.CommentGroup) string { return strings.Join(strings.Fields(c.Text()), " ") }
