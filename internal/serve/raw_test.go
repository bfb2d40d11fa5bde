package serve

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"
)

// running serves a preview on its port until the test ends.
func running(t *testing.T, files map[string]string) *preview {
	t.Helper()
	p := newPreview(t, files)
	ctx, stop := context.WithCancel(context.Background())
	var done sync.WaitGroup
	done.Go(func() {
		if err := p.Run(ctx); err != nil {
			t.Error(err)
		}
	})
	t.Cleanup(func() { stop(); done.Wait() })
	return p
}

// raw sends bytes and gives what comes back until the server closes or 5 s.
func (p *preview) raw(text string) string {
	c, err := net.Dial("tcp", p.host)
	if err != nil {
		p.t.Fatal(err)
	}
	defer c.Close()
	_ = c.SetDeadline(time.Now().Add(5 * time.Second))
	_, _ = io.WriteString(c, text) // the server may have closed already
	answer, _ := io.ReadAll(c)
	return string(answer)
}

// TestRequestsThatAreNone writes to the port what no browser does. Each gets a
// refusal or a closed connection, none a file beside the site or a fault of the
// server, which answers the next one as before.
func TestRequestsThatAreNone(t *testing.T) {
	files := smallSite()
	files[".env"] = "SECRET"
	p := running(t, files)
	host := "\r\nHost: " + p.host + "\r\nConnection: close\r\n\r\n"
	for name, request := range map[string]string{
		"nothing":                 "\r\n\r\n\r\n",
		"no HTTP":                 "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
		"HTTP/0.9":                "GET /\r\n",
		"HTTP/9.9":                "GET / HTTP/9.9" + host,
		"no host":                 "GET / HTTP/1.1\r\nConnection: close\r\n\r\n",
		"two hosts":               "GET / HTTP/1.1\r\nHost: " + p.host + "\r\nHost: evil.example" + host,
		"foreign host":            "GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n",
		"a host with a user":      "GET / HTTP/1.1\r\nHost: x@" + p.host + "\r\nConnection: close\r\n\r\n",
		"foreign absolute form":   "GET http://evil.example/ HTTP/1.1" + host,
		"a file's absolute form":  "GET file:///etc/passwd HTTP/1.1" + host,
		"CONNECT":                 "CONNECT evil.example:443 HTTP/1.1" + host,
		"asterisk":                "OPTIONS * HTTP/1.1" + host,
		"a method of its own":     "G\x00T / HTTP/1.1" + host,
		"NUL in the path":         "GET /\x00 HTTP/1.1" + host,
		"NUL, encoded":            "GET /%00 HTTP/1.1" + host,
		"dots":                    "GET /../../etc/passwd HTTP/1.1" + host,
		"dots, encoded":           "GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1" + host,
		"dots, encoded twice":     "GET /%252e%252e/etc/passwd HTTP/1.1" + host,
		"dots, overlong":          "GET /%c0%ae%c0%ae/etc/passwd HTTP/1.1" + host,
		"backslashes":             "GET /..\\..\\etc\\passwd HTTP/1.1" + host,
		"a dotfile":               "GET /.env HTTP/1.1" + host,
		"half an escape":          "GET /%e HTTP/1.1" + host,
		"no slash":                "GET index.html HTTP/1.1" + host,
		"a header that goes on":   "GET / HTTP/1.1\r\nX: a\r\n b\r\nHost : x" + host,
		"a header without a name": "GET / HTTP/1.1\r\n: x" + host,
		"a huge header":           "GET / HTTP/1.1\r\nX: " + strings.Repeat("x", 64<<10) + host,
		"many headers":            "GET / HTTP/1.1\r\n" + strings.Repeat("X: y\r\n", 20_000) + "Host: " + p.host + "\r\n\r\n",
		"a huge path":             "GET /" + strings.Repeat("a/", 32<<10) + " HTTP/1.1" + host,
		"a body of two lengths":   "GET / HTTP/1.1\r\nContent-Length: 5\r\nTransfer-Encoding: chunked" + host + "0\r\n\r\nGET /.env HTTP/1.1" + host,
		"a negative length":       "POST / HTTP/1.1\r\nContent-Length: -1" + host,
		"a chunk without end":     "POST / HTTP/1.1\r\nTransfer-Encoding: chunked" + host + "FFFFFFFFFFFFFFFF\r\n",
	} {
		t.Run(name, func(t *testing.T) {
			answer := p.raw(request)
			if strings.Contains(answer, "SECRET") || strings.Contains(answer, "root:") || strings.Contains(answer, " 500 ") {
				t.Errorf("it was answered by %.300q", answer)
			}
			status, err := http.ReadResponse(bufio.NewReader(strings.NewReader(answer)), nil)
			if err == nil && status.StatusCode < 400 && name != "a body of two lengths" {
				t.Errorf("it was answered by %s", status.Status)
			}
		})
	}
	if answer := p.raw("GET / HTTP/1.1" + host); !strings.HasPrefix(answer, "HTTP/1.1 200") {
		t.Errorf("afterwards a page is answered by %.100q", answer)
	}
}

// TestManyAndSlowConnections holds thousands of connections that say nothing,
// or a little at a time, and asks for pages meanwhile, in a row and by parts.
func TestManyAndSlowConnections(t *testing.T) {
	p := running(t, smallSite())
	const want = 2000
	var open []net.Conn
	for range want {
		c, err := net.Dial("tcp", p.host)
		if err != nil { // the limit of open files
			break
		}
		t.Cleanup(func() { c.Close() })
		_, _ = io.WriteString(c, "GET / HTTP/1.1\r\nX: ")
		open = append(open, c)
	}
	if len(open) < 100 {
		t.Skipf("only %d connections can be opened", len(open))
	}
	host := "\r\nHost: " + p.host + "\r\n"
	pipeline := strings.Repeat("GET /data/projects.csv HTTP/1.1"+host+"\r\n", 200) + "GET / HTTP/1.1" + host + "Connection: close\r\n\r\n"
	if answer := p.raw(pipeline); strings.Count(answer, "HTTP/1.1 200") != 201 {
		t.Errorf("201 requests in a row had %d answers", strings.Count(answer, "HTTP/1.1 200"))
	}
	for _, part := range []string{"bytes=0-0", "bytes=-1", "bytes=9-1", "bytes=0-0,0-0,0-0", "bytes=" + strings.Repeat("0-1,", 2000), "bytes=18446744073709551616-", "lines=1"} {
		if answer := p.raw(fmt.Sprintf("GET /data/projects.csv HTTP/1.1%sRange: %s\r\nConnection: close\r\n\r\n", host, part)); !strings.HasPrefix(answer, "HTTP/1.1 200") && !strings.HasPrefix(answer, "HTTP/1.1 4") {
			t.Errorf("%.40s is answered by %.60q", part, answer)
		}
	}
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	if per := m.HeapInuse / uint64(len(open)); m.HeapInuse > 256<<20 {
		t.Errorf("%d connections take %d bytes each", len(open), per)
	}
	// Those that do not end their heading are closed in time.
	_ = open[0].SetReadDeadline(time.Now().Add(3 * headerTimeout))
	if _, err := io.ReadAll(open[0]); err != nil {
		t.Errorf("a slow connection is kept: %v", err)
	}
}
