package synth

import (
	"fmt"
	"io"
)

// writePlaces makes the three small tables that everything refers to.
func (l *lists) writePlaces(create Create) error {
	if err := create("data/areas.yaml", l.areasYAML); err != nil {
		return err
	}
	if err := create("data/districts.yaml", l.districtsYAML); err != nil {
		return err
	}
	return create("data/services.yaml", l.servicesYAML)
}

// item writes one row of a YAML list; Go's quoting of these plain words is
// YAML's double-quoted form too.
func item(w io.Writer, id string, name text, parent string) error {
	_, err := fmt.Fprintf(w, "- id: %q\n  name: {zh: %q, en: %q}\n", id, name.zh, name.en)
	if err == nil && parent != "" {
		_, err = fmt.Fprintf(w, "  parent: %q\n", parent)
	}
	return err
}

func (l *lists) areasYAML(w io.Writer) error {
	for _, a := range l.areas {
		if err := item(w, a.id, a.name, a.parent); err != nil {
			return err
		}
		if _, err := io.WriteString(w, "  demonstration: true\n"); err != nil {
			return err
		}
	}
	return nil
}

// districtsYAML marks the districts as real: names and codes are those of the
// national standard, and nothing else is said of them.
func (l *lists) districtsYAML(w io.Writer) error {
	for _, d := range append(municipalities(), l.districts...) {
		if err := item(w, d.code, d.name, d.parent); err != nil {
			return err
		}
		if _, err := io.WriteString(w, "  source: \"GB/T 2260\"\n  demonstration: false\n"); err != nil {
			return err
		}
	}
	return nil
}

// servicesYAML writes a heading of the catalogue for each top area, then the
// items below them.
func (l *lists) servicesYAML(w io.Writer) error {
	for _, a := range l.areas {
		if a.parent != "" {
			continue
		}
		name := text{a.name.zh + "类", a.name.en}
		if err := item(w, "C-"+a.id, name, ""); err != nil {
			return err
		}
		if _, err := fmt.Fprintf(w, "  area: %q\n  demonstration: true\n", a.id); err != nil {
			return err
		}
	}
	for i, s := range l.services {
		if err := item(w, serviceID(i), s.name, "C-"+l.topArea(s.area)); err != nil {
			return err
		}
		scope := l.scope(s)
		_, err := fmt.Fprintf(w, "  area: %q\n  scope: {zh: %q, en: %q}\n  demonstration: true\n", s.area, scope.zh, scope.en)
		if err != nil {
			return err
		}
	}
	return nil
}

// scope says whom a service of the catalogue is for.
func (l *lists) scope(s service) text {
	out := text{"服务对象：", "For "}
	for i, g := range s.groups {
		if i > 0 {
			out.zh += "、"
			out.en += ", "
		}
		out.zh += l.groups[g].zh
		out.en += l.groups[g].en
	}
	return text{out.zh + "。", out.en + "."}
}
