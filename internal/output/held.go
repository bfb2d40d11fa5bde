package output

import (
	"errors"
	"os"
	"path"
	"sync"
	"syscall"
)

// heldMost is how many folders are kept open: a site has few that hold many
// files, and a process may not open very many.
const heldMost = 24

// held are folders below a root that stay open, so that a file in one of them
// costs one act of the system and not one more for every folder above it.
type held struct {
	mu      sync.Mutex
	folders map[string]*os.Root
	off     bool // the process may open no more files
}

// within acts on a name by way of its folder, held open. Where files run out the
// folders are let go, and the act is done by the whole name.
func within[T any](r rootFiles, name string, act func(folder *os.Root, name string) (T, error)) (T, error) {
	folder, base := r.held.in(r.Root, name)
	got, err := act(folder, base)
	switch {
	case folder == r.Root:
	case errors.Is(err, syscall.EMFILE):
		r.held.stop()
		return act(r.Root, name)
	case errors.Is(err, os.ErrClosed): // another let them go
		return act(r.Root, name)
	}
	return got, err
}

// in gives the folder that name is in, held open from now on, and what name is
// there; the root and the whole name where the folder cannot be held.
func (h *held) in(root *os.Root, name string) (*os.Root, string) {
	dir, base := path.Split(name)
	if dir == "" || base == "" {
		return root, name
	}
	dir = path.Clean(dir)
	h.mu.Lock()
	defer h.mu.Unlock()
	if f := h.folders[dir]; f != nil {
		return f, base
	}
	if h.off || len(h.folders) >= heldMost {
		return root, name
	}
	f, err := root.OpenRoot(dir)
	if err != nil {
		return root, name // which fails the same way, with the whole name
	}
	if h.folders == nil {
		h.folders = map[string]*os.Root{}
	}
	h.folders[dir] = f
	return f, base
}

// stop lets go of all folders and holds no more.
func (h *held) stop() {
	_ = h.drop()
	h.mu.Lock()
	defer h.mu.Unlock()
	h.off = true
}

// has reports whether a folder is held.
func (h *held) has(name string) bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.folders[path.Clean(name)] != nil
}

// drop lets go of all folders. It must come before an act that moves or removes
// a folder: a held one would be followed to wherever it is.
func (h *held) drop() error {
	h.mu.Lock()
	defer h.mu.Unlock()
	var errs []error
	for _, f := range h.folders {
		errs = append(errs, f.Close())
	}
	h.folders = nil
	return errors.Join(errs...)
}
