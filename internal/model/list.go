package model

import "iter"

// List is the records of a table that refer to one record, in the order of
// their table. Each of them holds the next, so that a list takes eight bytes
// where it begins and eight in each of its records: a large site has millions of
// lists, most of one record or none.
type List[T any, N next[T]] struct{ first *T }

// next tells of a record where it holds the next one of a list. Records that
// stand in several lists have a type without values for each.
type next[T any] interface{ next(*T) **T }

// All goes through the list.
func (l List[T, N]) All() iter.Seq[*T] {
	return func(yield func(*T) bool) {
		var of N
		for r := l.first; r != nil && yield(r); r = *of.next(r) {
		}
	}
}

// First is the first record, nil where there is none.
func (l List[T, N]) First() *T { return l.first }

// Empty reports whether there is no record.
func (l List[T, N]) Empty() bool { return l.first == nil }

// Len counts the records, going through them all.
func (l List[T, N]) Len() int {
	n := 0
	for range l.All() {
		n++
	}
	return n
}

// push puts a record before the others.
func (l *List[T, N]) push(r *T) {
	var of N
	*of.next(r), l.first = l.first, r
}
