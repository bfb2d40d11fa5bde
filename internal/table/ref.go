package table

// Ref is a reference to a record of T, whose pointer is an Entity.
type Ref[T any] struct {
	Written string // as the row says it: an id, a credit code or a name
	To      *T     // nil where blank or not found
}

// Refs is several references, the first leads.
type Refs[T any] []Ref[T]

// IsZero reports whether the row names no record.
func (r Ref[T]) IsZero() bool { return r.Written == "" }

// ID is the referred record's id, or what is written where there is none.
func (r Ref[T]) ID() string {
	if e, ok := any(r.To).(Entity); ok && r.To != nil {
		return e.Rec().ID
	}
	return r.Written
}

// First is the leading record, nil where there is none.
func (r Refs[T]) First() *T {
	if len(r) == 0 {
		return nil
	}
	return r[0].To
}

// slot is one reference seen without its type.
type slot interface {
	written() string
	bind(Entity)
	entity() Entity
}

// reference is implemented by *Ref and *Refs.
type reference interface {
	newTarget() Entity
	write(parts []string)
	slots() []slot
}

func (r *Ref[T]) written() string { return r.Written }
func (r *Ref[T]) bind(e Entity) {
	r.To, _ = any(e).(*T)
	if id := e.Rec().ID; id == r.Written {
		r.Written = id // one copy of the text serves all who refer to it
	}
}
func (r *Ref[T]) entity() Entity {
	if r.To == nil {
		return nil
	}
	e, _ := any(r.To).(Entity)
	return e
}
func (r *Ref[T]) newTarget() Entity { return any(new(T)).(Entity) }
func (r *Ref[T]) write(parts []string) {
	if len(parts) > 0 {
		r.Written = parts[0]
	}
}
func (r *Ref[T]) slots() []slot {
	if r.Written == "" {
		return nil
	}
	return []slot{r}
}

func (r *Refs[T]) newTarget() Entity { return any(new(T)).(Entity) }
func (r *Refs[T]) write(parts []string) {
	*r = make(Refs[T], len(parts))
	for i, p := range parts {
		(*r)[i].Written = p
	}
}
func (r *Refs[T]) slots() []slot {
	s := make([]slot, len(*r))
	for i := range *r {
		s[i] = &(*r)[i]
	}
	return s
}
