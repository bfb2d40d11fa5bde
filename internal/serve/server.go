// Package serve is the preview: a site's pages made from memory when a browser
// asks for them, and made again when its files change. Nothing is written to
// the disk. Read Server.ServeHTTP first: it is the way of every request;
// Server.Run has the life of the server, and state.go what a change does.
//
// The server is for one person at one machine. It listens on loopback only and
// answers to its own names only, so that a web page elsewhere can neither read
// the preview nor reach it by pointing a name of its own at 127.0.0.1.
package serve

import (
	"context"
	"errors"
	"io"
	"log"
	"net"
	"net/http"
	"sync"
	"sync/atomic"
	"time"

	"gongkai/internal/build"
	"gongkai/internal/finding"
)

// Options of a preview.
type Options struct {
	Build build.Options // required: what to preview; Destination is not used
	Lang  string        // of the page of findings: "zh", else English
	// Changed, where set, is told every time the site was read: with the site,
	// for its findings, or with the error that kept it from being read.
	Changed func(s *build.Site, took time.Duration, err error)
}

// Server is a running preview.
type Server struct {
	o        Options
	listener net.Listener
	watcher  *watcher
	hosts    map[string]bool // that requests may name
	slots    chan struct{}   // bounds the requests that are worked on

	mu    sync.RWMutex
	now   snapshot
	fresh chan struct{} // open while files are newer than now, else closed

	changes atomic.Int64 // of files, seen so far
	layouts atomic.Bool  // some of the changes since the last reading are of layouts
	events  hub
}

// The bounds that keep many or slow requests from taking the machine.
const (
	maxRequests    = 32
	maxHeaderBytes = 16 << 10
	headerTimeout  = 5 * time.Second
	writeTimeout   = time.Minute
	idleTimeout    = time.Minute
	stopTimeout    = 2 * time.Second
)

// New reads the site for a preview on the listener, which Listen made. Findings
// are no error: they are shown as a page until they are mended.
func New(o Options, l net.Listener) (*Server, error) {
	s := &Server{o: o, listener: l, hosts: hostNames(l.Addr()), slots: make(chan struct{}, maxRequests)}
	s.events.init()
	s.fresh = make(chan struct{})
	close(s.fresh)
	// Watching begins before the first reading, so that no change falls between.
	w, watching := watch(o.Build.Source)
	err := s.reload()
	switch {
	case err != nil && !isLayoutError(err):
	case watching != nil:
		err = watchError(watching)
	default:
		s.watcher = w
		return s, nil
	}
	if w != nil {
		w.Close()
	}
	return nil, err
}

func watchError(err error) error {
	return &build.Error{
		Text: finding.Textf("无法监视文件的变化：%v", "cannot watch the files for changes: %v", err),
		Hint: finding.Textf("少开几个监视文件的程序，或提高 fs.inotify.max_user_watches", "close other programs that watch files, or raise fs.inotify.max_user_watches"),
		Err:  err,
	}
}

// Run serves until ctx ends, and then stops in order. It is called once.
func (s *Server) Run(ctx context.Context) error {
	ctx, cancel := context.WithCancel(ctx)
	var running sync.WaitGroup
	running.Go(func() { s.follow(ctx) })
	defer func() {
		cancel()
		running.Wait()
		s.now.site.retire()
	}()
	server := &http.Server{
		Handler:           s,
		ReadHeaderTimeout: headerTimeout,
		ReadTimeout:       headerTimeout,
		WriteTimeout:      writeTimeout,
		IdleTimeout:       idleTimeout,
		MaxHeaderBytes:    maxHeaderBytes,
		// OPTIONS * is refused as any other, not answered by the library.
		DisableGeneralOptionsHandler: true,
		// What the library logs is about clients that hang up or talk nonsense.
		ErrorLog: log.New(io.Discard, "", 0),
	}
	server.RegisterOnShutdown(s.events.stop)
	running.Go(func() {
		<-ctx.Done()
		late, done := context.WithTimeout(context.Background(), stopTimeout)
		defer done()
		if server.Shutdown(late) != nil {
			server.Close()
		}
	})
	if err := server.Serve(s.listener); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}
