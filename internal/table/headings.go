package table

import (
	"strings"
	"unicode"

	"gongkai/internal/finding"
	"gongkai/internal/value"

	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"
)

// rank says by which right a heading claims a field; a lower one wins.
type rank uint8

const (
	rankMapped rank = iota + 1 // named in columns.yaml
	rankExact                  // the field's own name
	rankAlias                  // a built-in alias
	rankWeak                   // a heading that means the field where nothing plainer does
	rankNone
)

// claim is what a heading means.
type claim struct {
	field *Field
	sub   *Field // a field of the referred record, nil where the heading means the reference itself
	lang  string // of a localised field
	unit  int64  // multiplier of bare numbers, 0 where the heading names none
	cur   value.Currency
	rank  rank

	unclear bool // the heading speaks of a unit that is not understood
}

// target names what is claimed: "title_en", "organization.kind".
func (c claim) target() string {
	switch {
	case c.field == nil:
		return ""
	case c.sub != nil && c.lang != "":
		return c.field.Name + "." + c.sub.Name + "_" + c.lang
	case c.sub != nil:
		return c.field.Name + "." + c.sub.Name
	case c.lang != "":
		return c.field.Name + "_" + c.lang
	}
	return c.field.Name
}

// value is the field whose kind a cell of the column has.
func (c claim) value() *Field {
	if c.sub != nil {
		return c.sub
	}
	return c.field
}

// Headings matches headings to the fields of a schema. Targets are the schemas
// that references lead to, by table.
type Headings struct {
	schema  *Schema
	targets map[string]*Schema
	aliases map[string]claim // by folded heading
}

// NewHeadings prepares the matching of one table's headings.
func NewHeadings(s *Schema, all []*Schema) *Headings {
	h := &Headings{schema: s, targets: map[string]*Schema{}, aliases: map[string]claim{}}
	for _, t := range all {
		h.targets[t.Info.Name] = t
	}
	for _, f := range s.Fields {
		h.alias(f.Name, claim{field: f})
		h.alias(f.Title.ZH, claim{field: f})
		h.alias(f.Title.EN, claim{field: f})
		for _, a := range f.Aliases {
			h.alias(a, claim{field: f})
		}
		for _, a := range f.Weak {
			h.alias(a, claim{field: f, rank: rankWeak})
		}
		for sub, headings := range f.Subs {
			for _, a := range headings {
				h.alias(a, claim{field: f, sub: h.targets[f.Target].Field(sub)})
			}
		}
	}
	// 项目编号 is the id of a project wherever no other field is called so.
	id, one := s.byName["id"], s.Info.One
	for _, a := range []string{one.ZH + "编号", one.EN + " ID"} {
		h.alias(a, claim{field: id, rank: rankWeak})
	}
	return h
}

// alias enters a heading unless an earlier field has it already, or has it by
// a better right.
func (h *Headings) alias(heading string, c claim) {
	key := foldHeading(heading)
	if c.rank == 0 {
		c.rank = rankAlias
	}
	if old, taken := h.aliases[key]; key != "" && (!taken || c.rank < old.rank) {
		h.aliases[key] = c
	}
}

// Known counts the headings that the table knows, for telling headings from
// title rows and one table from another.
func (h *Headings) Known(cells []string) int {
	n := 0
	for _, c := range cells {
		if h.match(c).field != nil {
			n++
		}
	}
	return n
}

// Claimed tells of headings which fields they mean, by the mapping where it
// says so; "" where none claims one.
func (h *Headings) Claimed(headings []string, m *Mapping) []string {
	heads := make([]Column, len(headings))
	for i, text := range headings {
		heads[i].Heading = text
	}
	fields := make([]string, len(headings))
	for i, c := range h.matchAll("", heads, m, &finding.List{}) {
		fields[i] = c.target()
	}
	return fields
}

// match finds what a heading means without a mapping: exact names first, then
// aliases, then the heading without its bracket.
func (h *Headings) match(heading string) claim {
	heading = strings.TrimSpace(heading)
	if c, ok := h.exact(heading); ok {
		return c
	}
	if c, ok := h.aliases[foldHeading(heading)]; ok {
		return c
	}
	if c, ok := h.aliasIn(heading); ok {
		return c
	}
	base, bracket := cutBracket(heading)
	if bracket == "" {
		return claim{rank: rankNone}
	}
	c, ok := h.exact(base)
	if !ok {
		if c, ok = h.aliases[foldHeading(base)]; !ok {
			return claim{rank: rankNone}
		}
	}
	c.rank = max(c.rank, rankAlias)
	if c.value().Kind == KindMoney {
		c.unit, c.cur, ok = bracketUnit(bracket)
		c.unclear = !ok
		return c
	}
	if lang, ok := headingLangs[foldHeading(bracket)]; ok && c.value().Localised() {
		c.lang = lang
	}
	return c
}

// aliasIn reads an alias with a language behind it, such as agreement_title_fr.
func (h *Headings) aliasIn(heading string) (claim, bool) {
	i := strings.LastIndexByte(heading, '_')
	if i < 0 || !isLang(heading[i+1:]) {
		return claim{}, false
	}
	c, ok := h.aliases[foldHeading(heading[:i])]
	if !ok || !c.value().Localised() {
		return claim{}, false
	}
	c.lang = heading[i+1:]
	return c, true
}

// headingLangs are the words for languages in a heading's bracket.
var headingLangs = map[string]string{"中文": "zh", "英文": "en", "chinese": "zh", "english": "en", "zh": "zh", "en": "en"}

// exact reads "title", "title_en", "organization.kind", "organization.name_en".
func (h *Headings) exact(heading string) (claim, bool) {
	name, sub, dotted := strings.Cut(heading, ".")
	if !dotted {
		f, lang := localField(h.schema, heading)
		return claim{field: f, lang: lang, rank: rankExact}, f != nil
	}
	f := h.schema.Field(name)
	if f == nil || f.Kind != KindRef {
		return claim{}, false
	}
	sf, lang := localField(h.targets[f.Target], sub)
	return claim{field: f, sub: sf, lang: lang, rank: rankExact}, sf != nil
}

// localField splits a language off the name of a localised field.
func localField(s *Schema, name string) (*Field, string) {
	if f := s.Field(name); f != nil {
		return f, ""
	}
	i := strings.LastIndexByte(name, '_')
	if i < 0 || !isLang(name[i+1:]) {
		return nil, ""
	}
	if f := s.Field(name[:i]); f != nil && f.Localised() {
		return f, name[i+1:]
	}
	return nil, ""
}

// inLanguage reports whether a column holds a field in some language: title_en
// holds title.
func inLanguage(column, field string) bool {
	suffix, ok := strings.CutPrefix(column, field)
	return ok && suffix != "" && suffix[0] == '_' && isLang(suffix[1:])
}

// isLang reports whether a suffix is a language tag: the two letters of a
// language, then script or region. Three letters would take title_old and
// title_raw for languages, which they are.
func isLang(s string) bool {
	base, _, _ := strings.Cut(s, "-")
	if len(base) != 2 || base != strings.ToLower(base) {
		return false
	}
	_, err := language.Parse(s)
	return err == nil
}

// foldHeading makes headings comparable: NFKC, no case, no spaces, underscores
// or hyphens. The first of several, which 360Giving writes as
// "Recipient Org:0:Name", is the same as the only one.
func foldHeading(s string) string {
	s = strings.ReplaceAll(s, ":0:", ":")
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '_' || r == '-' || r == '*' || r == '\ufeff' {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFKC.String(s))
}

// headingTypo reports whether an unclaimed heading is plainly a misspelt field:
// at least six letters, within two letters of a field that is absent.
func headingTypo(heading string, absent []string) (string, bool) {
	letters := 0
	for _, r := range heading {
		if r > unicode.MaxASCII {
			return "", false
		}
		if unicode.IsLetter(r) {
			letters++
		}
	}
	if letters < 6 {
		return "", false
	}
	var long []string
	for _, name := range absent {
		if len(name) >= 5 {
			long = append(long, name)
		}
	}
	return value.Nearest(strings.ToLower(heading), long)
}

// matchAll claims a field for every heading of a file and reports what cannot
// stand: two equal claims, misspelt headings.
func (h *Headings) matchAll(file string, heads []Column, m *Mapping, l *finding.List) []claim {
	claims := make([]claim, len(heads))
	best := map[string]int{} // target → heading with the highest right to it
	for i, head := range heads {
		if head.Heading == "" {
			continue
		}
		claims[i] = h.mapped(head.Heading, m)
		if target := claims[i].target(); target != "" {
			if j, held := best[target]; !held || claims[i].rank < claims[j].rank {
				best[target] = i
			}
		}
	}
	for i, head := range heads {
		target := claims[i].target()
		if target == "" || best[target] == i {
			continue
		}
		if j := best[target]; claims[i].rank == claims[j].rank && claims[i].rank != rankWeak {
			l.Add(twoHeadings(file, head, heads[j], target))
		}
		claims[i] = claim{}
	}
	for i, c := range claims {
		if c.rank == rankWeak && c.sub == nil && named(c.field, best) {
			claims[i] = claim{}
		}
	}
	for i, c := range claims {
		if c.unclear && !m.unit(c.target()) {
			l.Add(unclearUnit(file, heads[i], c.target(), h.schema.Info.Name))
		}
	}
	h.reportTypos(file, heads, claims, m, l)
	return claims
}

// named reports whether a column of its own names the record that a field
// refers to.
func named(f *Field, best map[string]int) bool {
	for _, label := range []string{".name", ".title"} {
		if _, ok := best[f.Name+label]; ok {
			return true
		}
	}
	return false
}

// mapped is what a heading means by the mapping, else by itself.
func (h *Headings) mapped(heading string, m *Mapping) claim {
	c := h.match(heading)
	target, ok := m.column(heading)
	if !ok {
		return c
	}
	mc, ok := h.exact(target)
	if !ok {
		return c
	}
	mc.rank = rankMapped
	_, bracket := cutBracket(heading)
	if mc.value().Kind == KindMoney {
		mc.unit, mc.cur, ok = bracketUnit(bracket)
		mc.unclear = !ok
	}
	return mc
}

func (h *Headings) reportTypos(file string, heads []Column, claims []claim, m *Mapping, l *finding.List) {
	present := map[string]bool{}
	for _, c := range claims {
		if c.field != nil {
			present[c.field.Name] = true
		}
	}
	var absent []string
	for _, f := range h.schema.Fields {
		if !present[f.Name] && !m.constant(f.Name) {
			absent = append(absent, f.Name)
		}
	}
	for i, head := range heads {
		if claims[i].field != nil || head.Heading == "" || h.match(head.Heading).field != nil {
			continue
		}
		if near, ok := headingTypo(head.Heading, absent); ok {
			l.Add(finding.Finding{
				Rule: headingTypoRule, Pos: finding.Pos{File: file, Line: head.Line, Col: head.Col}, Field: near, Value: head.Heading,
				Message: finding.Textf("列名 %q 不是字段名，与字段 %q 只差一两个字母", "heading %q is no field, but is within two letters of %q", head.Heading, near),
				Hint:    finding.Textf("改为 %[1]q；若确是另一列，请在 data/columns.yaml 中写明它的字段，或换一个名称", "write %[1]q; if it is another column, give it another name or map it in data/columns.yaml", near),
			})
		}
	}
}

func twoHeadings(file string, head, other Column, field string) finding.Finding {
	return finding.Finding{
		Rule: duplicateHeadingRule, Pos: finding.Pos{File: file, Line: head.Line, Col: head.Col}, Field: field, Value: head.Heading,
		Message: finding.Textf("列名 %q 与 %q 都表示字段 %s", "headings %q and %q both mean the field %s", head.Heading, other.Heading, field),
		Hint:    finding.Textf("删去其中一列，或在 data/columns.yaml 中指定哪一列是 %s", "remove one of the columns, or say in data/columns.yaml which of them is %s", field),
		Related: []finding.Related{{Pos: finding.Pos{File: file, Line: other.Line, Col: other.Col}, Message: finding.Textf("另一列在此", "the other column")}},
	}
}
