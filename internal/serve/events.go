package serve

import (
	"fmt"
	"net/http"
	"sync"
	"time"
)

// maxListeners bounds the pages that wait for changes at a time.
const maxListeners = 64

// hub tells waiting pages that the site has changed.
type hub struct {
	mu      sync.Mutex
	number  int           // of the present state
	changed chan struct{} // closed, and made anew, by every change
	stopped chan struct{}
	once    sync.Once
	waiting int
}

func (h *hub) init() {
	h.changed, h.stopped = make(chan struct{}), make(chan struct{})
}

// send tells every page the number of the new state.
func (h *hub) send(number int) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.number = number
	close(h.changed)
	h.changed = make(chan struct{})
}

// stop ends every waiting request.
func (h *hub) stop() { h.once.Do(func() { close(h.stopped) }) }

// state is the present number and what is closed when it is no longer.
func (h *hub) state() (int, <-chan struct{}) {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.number, h.changed
}

// enter counts a listener; false when there are too many.
func (h *hub) enter() bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.waiting >= maxListeners {
		return false
	}
	h.waiting++
	return true
}

func (h *hub) leave() {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.waiting--
}

// serveEvents tells a page the number of the present state, and of each that
// follows, as server-sent events. A page with another number is old.
func (s *Server) serveEvents(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/event-stream")
	if r.Method == http.MethodHead {
		return
	}
	if !s.events.enter() {
		http.Error(w, "too many pages wait for changes", http.StatusServiceUnavailable)
		return
	}
	defer s.events.leave()
	out := http.NewResponseController(w)
	out.SetWriteDeadline(time.Time{}) // a writer without deadlines needs no change
	fmt.Fprint(w, "retry: 500\n")
	for {
		number, changed := s.events.state()
		if _, err := fmt.Fprintf(w, "data: %d\n\n", number); err != nil {
			return
		}
		if out.Flush() != nil {
			return
		}
		select {
		case <-changed:
		case <-s.events.stopped:
			return
		case <-r.Context().Done():
			return
		}
	}
}
