package source

import (
	"cmp"
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"earned/scenarios"

	"go.yaml.in/yaml/v4"
)

// The strict decoder: a YAML tree into the written form, with every fault of it
// at once, and the place of everything kept for the checks that follow. What is
// at fault is left zero.

// wordy is a value of a closed list.
type wordy interface{ Words() []string }

var (
	idType    = reflect.TypeFor[ID]()
	textType  = reflect.TypeFor[Text]()
	beatsType = reflect.TypeFor[Beats]()
	idForm    = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	cutForm   = regexp.MustCompile(`^#+[^#\s]`) // of a comment that was hardly meant as one
)

// quoted are the ways of writing a text in which a `#` is one.
const quoted = yaml.SingleQuotedStyle | yaml.DoubleQuotedStyle | yaml.LiteralStyle | yaml.FoldedStyle

// decode fills the pointed-at value from a node. name is what the value is
// called in a message.
func (f *file) decode(n *yaml.Node, into any, name string) {
	f.value(n, reflect.ValueOf(into).Elem(), name)
}

// value fills v from n and remembers where it stood.
func (f *file) value(n *yaml.Node, v reflect.Value, name string) {
	if n.Kind == yaml.AliasNode || n.Anchor != "" {
		f.fault(n, tooMuchYAML, "Write it out.", "%s uses a YAML anchor or alias, which the form does not", name)
		return
	}
	if n.Style&yaml.TaggedStyle != 0 {
		f.fault(n, tooMuchYAML, "Leave the tag out.", "%s has a YAML tag, which the form does not use", name)
		return
	}
	f.places[v.Addr().Interface()] = n
	switch words, ok := reflect.TypeAssert[wordy](v); {
	case ok:
		f.word(n, v, words.Words(), name)
	case v.Type() == idType:
		f.id(n, v, name)
	case v.Type() == textType:
		if f.scalar(n, name, "a text", "!!str") {
			f.text(n, v, name)
		}
	case v.Type() == beatsType:
		f.beats(n, v)
	case v.Kind() == reflect.Int:
		if f.scalar(n, name, "a whole number", "!!int") {
			f.number(n, v, name)
		}
	case v.Kind() == reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		f.keys[v.Interface()] = f.keys[v.Addr().Interface()]
		f.value(n, v.Elem(), name)
	case v.Kind() == reflect.Slice:
		f.list(n, v, name)
	case v.Kind() == reflect.Struct:
		f.fields(n, cmp.Or(f.keys[v.Addr().Interface()], n), v, name)
	default:
		panic("source: no way to read a " + v.Type().String())
	}
}

// scalar holds that n is one value of the kind named.
func (f *file) scalar(n *yaml.Node, name, want, tag string) bool {
	suggestion := ""
	switch {
	case n.Kind != yaml.ScalarNode || n.Tag != tag && n.Tag != "!!null":
		if n.Kind == yaml.ScalarNode && tag == "!!str" {
			suggestion = fmt.Sprintf("To have it read as a text, put it in quotes: %q.", n.Value)
		}
	case n.Tag == "!!null" || strings.TrimSpace(n.Value) == "":
		f.fault(n, wrongType, "", "%s should be %s and is empty", name, want)
		return false
	default:
		return true
	}
	f.fault(n, wrongType, suggestion, "%s should be %s and is %s", name, want, kind(n))
	return false
}

// kind says in words what a node is.
func kind(n *yaml.Node) string {
	switch n.Kind {
	case yaml.SequenceNode:
		return "a list"
	case yaml.MappingNode:
		return "a group of fields"
	default:
	}
	switch n.Tag {
	case "!!str":
		return "a text"
	case "!!int":
		return "a whole number"
	case "!!float":
		return "a number"
	case "!!bool":
		return "a yes or no"
	case "!!null":
		return "empty"
	case "!!timestamp":
		return "a date"
	}
	return "a " + strings.TrimPrefix(n.Tag, "!!")
}

func (f *file) number(n *yaml.Node, v reflect.Value, name string) {
	x, err := strconv.Atoi(n.Value)
	if most := f.most[v.Addr().Interface()]; err != nil || x < 1 || x > most {
		f.fault(n, wrongType, "", "%s should be from 1 to %d and is %s", name, most, n.Value)
		return
	}
	v.SetInt(int64(x))
}

func (f *file) text(n *yaml.Node, v reflect.Value, name string) {
	if n.Style&quoted == 0 && cutForm.MatchString(n.LineComment) {
		f.fault(n, cutOff, "Put the text in quotes; a comment has a space after its `#`.",
			"%s ends here: to YAML the rest is a comment, %q", name, n.LineComment)
	}
	text := curled(tidy(n.Value))
	if strings.Contains(text, `\`) {
		f.fault(n, backslash, "Write a quotation mark as `\\\"` inside double quotation marks, and as `\"` elsewhere.",
			"%s would be shown with a backslash", name)
	}
	if count := strings.Count(text, "\n\n") + 1; count > scenarios.MaxItems {
		f.fault(n, tooMany, "", "%s has %d paragraphs; a text can have %d", name, count, scenarios.MaxItems)
		return
	}
	v.SetString(text)
}

func (f *file) id(n *yaml.Node, v reflect.Value, name string) {
	if !f.scalar(n, name, "an id", "!!str") {
		return
	}
	if !idForm.MatchString(n.Value) {
		suggestion := ""
		if s := slug(n.Value); s != "" {
			suggestion = fmt.Sprintf("Perhaps %q?", s)
		}
		f.fault(n, notAnID, suggestion, "%s is made of lower-case letters, digits and hyphens, and %q is not", name, n.Value)
		return
	}
	v.SetString(n.Value)
}

// IsID says whether a word can be an id.
func IsID(s string) bool { return idForm.MatchString(s) }

// slug is the id nearest to what was written.
func slug(s string) string {
	words := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < '0' || r > '9')
	})
	return strings.Join(words, "-")
}

// word reads one word of a closed list. yes and no may be written true and
// false, as YAML has it; what is no text to YAML is still no word of the list.
func (f *file) word(n *yaml.Node, v reflect.Value, words []string, name string) {
	written := n.Value
	switch n.Tag {
	case "!!bool":
		written = map[bool]string{true: "yes", false: "no"}[strings.EqualFold(n.Value, "true")]
	case "!!int", "!!float", "!!timestamp":
	default:
		if !f.scalar(n, name, "one word", "!!str") {
			return
		}
	}
	i := slices.Index(words, written)
	if written == "" || i < 0 {
		f.fault(n, unknownWord, nearest(written, words), "%s cannot be %q", name, written)
		delete(f.places, v.Addr().Interface()) // nothing more is said of it
		return
	}
	v.SetUint(uint64(i))
}

// nearest suggests a word of a list, or names them all.
func nearest(word string, words []string) string {
	words = slices.DeleteFunc(slices.Clone(words), func(w string) bool { return w == "" })
	if s := didYouMean(word, words); s != "" {
		return s
	}
	return "It is one of: " + strings.Join(words, ", ") + "."
}

// list reads a list, or one item that stands by itself where that is allowed.
func (f *file) list(n *yaml.Node, v reflect.Value, name string) {
	items := n.Content
	if n.Kind != yaml.SequenceNode {
		if _, ok := reflect.TypeAssert[oneOrMore](v); !ok {
			f.fault(n, wrongType, "Begin each item with `- `.", "%s should be a list and is %s", name, kind(n))
			return
		}
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		f.item(n, v.Index(0), name)
		return
	} else if len(items) == 0 {
		f.fault(n, wrongType, "", "%s should be a list and is empty", name)
		return
	}
	if len(items) > scenarios.MaxItems {
		f.fault(n, tooMany, "", "%s has %d items; a list can hold %d", name, len(items), scenarios.MaxItems)
		return
	}
	v.Set(reflect.MakeSlice(v.Type(), len(items), len(items)))
	name = "an item of " + name
	for i, item := range items {
		f.item(item, v.Index(i), name)
	}
}

// item reads one item of a list; a group that has a short form may be given by
// that alone.
func (f *file) item(n *yaml.Node, v reflect.Value, name string) {
	if n.Kind == yaml.ScalarNode && v.Kind() == reflect.Struct {
		for i := range v.NumField() {
			if v.Type().Field(i).Tag.Get("short") != "" {
				f.places[v.Addr().Interface()] = n
				f.value(n, v.Field(i), name)
				return
			}
		}
	}
	f.value(n, v, name)
}

// beats reads a meeting's beats, a group with the beat's id as each key.
func (f *file) beats(n *yaml.Node, v reflect.Value) {
	if n.Kind != yaml.MappingNode || len(n.Content) == 0 {
		f.fault(n, wrongType, "Under `beats:` comes each beat's id with a colon, and its fields under that.", "beats should be a group of beats and is %s", kind(n))
		return
	}
	beats := make(Beats, len(n.Content)/2)
	for i := range beats {
		key, value := n.Content[2*i], n.Content[2*i+1]
		beat := &beats[i]
		f.value(key, reflect.ValueOf(&beat.ID).Elem(), "a beat's id")
		f.places[beat] = value
		f.fields(value, key, reflect.ValueOf(beat).Elem(), "the beat")
	}
	v.Set(reflect.ValueOf(beats))
}

// fields reads a group of fields into a struct; head is where a missing one is
// reported.
func (f *file) fields(n, head *yaml.Node, v reflect.Value, name string) {
	if n.Kind != yaml.MappingNode {
		f.fault(n, wrongType, "", "%s should be a group of fields and is %s", name, kind(n))
		return
	}
	fields := written(v.Type())
	given := map[string]*yaml.Node{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		field, ok := fields[key.Value]
		switch first := given[key.Value]; {
		case key.Kind != yaml.ScalarNode || !ok:
			f.fault(key, unknownField, fieldHint(key.Value, fields), "%s has no field %q", what(v, name), key.Value)
		case first != nil:
			f.fault(key, fieldTwice, "", "%q is given twice; the first is %s", key.Value, above(key.Line-first.Line))
		default:
			given[key.Value] = key
			part := v.Field(field.Index[0])
			f.keys[part.Addr().Interface()] = key
			f.most[part.Addr().Interface()] = maximum(field)
			f.value(value, part, "`"+key.Value+"`")
		}
	}
	for i := range v.NumField() {
		field := v.Type().Field(i)
		if key := field.Tag.Get("yaml"); required(field) && given[fieldName(key)] == nil {
			f.fault(head, missingField, "", "%s has no `%s`", what(v, name), fieldName(key))
		}
	}
}

// what names a group in a message, with its id where it has one.
func what(v reflect.Value, name string) string {
	if id := v.FieldByName("ID"); id.IsValid() && id.String() != "" {
		return fmt.Sprintf("%s %q", article(v.Type()), id.String())
	}
	if named := article(v.Type()); named != "" {
		return named
	}
	return name
}

func above(lines int) string {
	switch lines {
	case 0:
		return "on the same line"
	case 1:
		return "on the line above"
	}
	return fmt.Sprintf("%d lines above", lines)
}

// article is what a kind of group is called.
func article(t reflect.Type) string {
	switch t.Name() {
	case "ConversationFile":
		return "the conversation"
	case "ClientFile":
		return "the client"
	case "FirmFile":
		return "the firm"
	case "HeardAs":
		return "`heard-as`"
	case "Tells", "Temperament":
		return "`" + strings.ToLower(t.Name()) + "`"
	}
	return "the " + strings.ToLower(t.Name())
}

// fieldHint suggests the nearest field, or names them all where none is near.
func fieldHint(key string, fields map[string]reflect.StructField) string {
	names := make([]string, 0, len(fields))
	for name := range fields {
		names = append(names, name)
	}
	slices.Sort(names)
	return nearest(key, names)
}

// written is the fields of a type by the names they are written with.
func written(t reflect.Type) map[string]reflect.StructField {
	fields := map[string]reflect.StructField{}
	for field := range t.Fields() {
		if name := fieldName(field.Tag.Get("yaml")); name != "-" {
			fields[name] = field
		}
	}
	return fields
}

func fieldName(tag string) string {
	name, _, _ := strings.Cut(tag, ",")
	return name
}

func required(field reflect.StructField) bool {
	return slices.Contains(strings.Split(field.Tag.Get("jsonschema"), ","), "required")
}

// maximum is the most a field may be, by the rule that its schema has too; 0
// where it has none.
func maximum(field reflect.StructField) int {
	for rule := range strings.SplitSeq(field.Tag.Get("jsonschema"), ",") {
		if most, ok := strings.CutPrefix(rule, "maximum="); ok {
			n, _ := strconv.Atoi(most) // 0 lets no number pass
			return n
		}
	}
	return 0
}

// tidy makes one line of each paragraph: line breaks and runs of spaces become
// one space. Blank lines part paragraphs.
func tidy(s string) string {
	var paragraphs []string
	var words []string
	for line := range strings.Lines(s) {
		here := strings.Fields(line)
		if len(here) == 0 && len(words) > 0 {
			paragraphs = append(paragraphs, strings.Join(words, " "))
			words = nil
		}
		words = append(words, here...)
	}
	if len(words) > 0 {
		paragraphs = append(paragraphs, strings.Join(words, " "))
	}
	return strings.Join(paragraphs, "\n\n")
}
