package table

// Ref is a reference to a record of T, whose pointer is an Entity.
type Ref[T any] struct {
	To   *T      // nil where blank or not found
	says *string // what the row says where that is not the id of To
}

// Refs is several references, the first leads.
type Refs[T any] []Ref[T]

// IsZero reports whether the row names no record.
func (r Ref[T]) IsZero() bool { return r.To == nil && r.says == nil }

// Written is what the row says: an id, a credit code or a name.
func (r Ref[T]) Written() string {
	if r.says != nil {
		return *r.says
	}
	return r.ID()
}

// ID is the referred record's id, or what is written where there is none.
func (r Ref[T]) ID() string {
	if e, ok := any(r.To).(Entity); ok && r.To != nil {
		return e.Rec().ID
	}
	if r.says == nil {
		return ""
	}
	return *r.says
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
	say(text string)
	bind(Entity)
	entity() Entity
}

// reference is implemented by *Ref and *Refs.
type reference interface {
	newTarget() Entity
	room(n int)    // makes it n references
	at(i int) slot // one of them
	slots() []slot // those that name something
}

func (r *Ref[T]) written() string { return r.Written() }
func (r *Ref[T]) bind(e Entity) {
	r.To, _ = any(e).(*T)
	if r.says != nil && *r.says == e.Rec().ID {
		r.says = nil
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
func (r *Ref[T]) say(text string)   { r.says = &text }
func (r *Ref[T]) room(int)          {}
func (r *Ref[T]) at(int) slot       { return r }
func (r *Ref[T]) slots() []slot {
	if r.IsZero() {
		return nil
	}
	return []slot{r}
}

func (r *Refs[T]) newTarget() Entity { return any(new(T)).(Entity) }
func (r *Refs[T]) room(n int)        { *r = make(Refs[T], n) }
func (r *Refs[T]) at(i int) slot     { return &(*r)[i] }
func (r *Refs[T]) slots() []slot {
	s := make([]slot, len(*r))
	for i := range *r {
		s[i] = &(*r)[i]
	}
	return s
}
