package serve

import (
	"errors"
	"net"
	"syscall"

	"gongkai/internal/build"
	"gongkai/internal/finding"
)

// Listen opens an address of this machine itself, such as 127.0.0.1:8080; port 0
// takes a free one. An address that others could reach is refused, as drafts
// would be open to them.
func Listen(addr string) (net.Listener, error) {
	host, _, err := net.SplitHostPort(addr)
	if err != nil {
		return nil, &build.Error{
			Text: finding.Textf("%q 不是“地址:端口”", "%q is not an address and a port", addr),
			Hint: finding.Textf("例如 --addr 127.0.0.1:8080", "such as --addr 127.0.0.1:8080"),
			Err:  err,
		}
	}
	if ip := net.ParseIP(host); host != "localhost" && (ip == nil || !ip.IsLoopback()) {
		return nil, notLoopback(addr)
	}
	l, err := net.Listen("tcp", addr)
	if err != nil {
		e := &build.Error{Text: finding.Textf("无法监听 %q：%v", "cannot listen on %q: %v", addr, cause(err)), Err: err}
		if errors.Is(err, syscall.EADDRINUSE) {
			e.Text = finding.Textf("%q 已被别的程序占用", "%q is in use by another program", addr)
			e.Hint = finding.Textf("换一个端口，例如 --addr 127.0.0.1:8081；端口 0 取一个空闲的", "take another port, such as --addr 127.0.0.1:8081; port 0 takes a free one")
		}
		return nil, e
	}
	// The system's own names can say that localhost is elsewhere.
	if a, ok := l.Addr().(*net.TCPAddr); !ok || !a.IP.IsLoopback() {
		l.Close()
		return nil, notLoopback(addr)
	}
	return l, nil
}

func notLoopback(addr string) error {
	return &build.Error{
		Text: finding.Textf("%q 不只是本机的地址：预览没有密码，别人也能看到草稿", "%q is not an address of this machine alone: a preview has no password, and others could read drafts", addr),
		Hint: finding.Textf("用 127.0.0.1、[::1] 或 localhost；要给别人看，用 gongkai build 生成后放到网站上", "take 127.0.0.1, [::1] or localhost; to show it to others, build the site and put it on a host"),
	}
}

// cause is the system's part of a network error.
func cause(err error) error {
	var op *net.OpError
	if errors.As(err, &op) {
		return op.Err
	}
	return err
}
