package build

import (
	"bytes"
	"context"
	"io"

	"gongkai/internal/export"
	"gongkai/internal/output"
)

// writePages renders every page of the plan into the tree.
func (s *Site) writePages(ctx context.Context, tree output.Tree) error {
	told := func(done int) { s.o.tell(StageRender, done, s.Plan.Len()) }
	made, wrote, err := share(ctx, s.Plan.Len(), chunk, s.o.workers(), told, func(w *worker, i int) error {
		page := s.Plan.Page(i)
		return w.run(
			func(b *bytes.Buffer) error { return s.Render(b, page) },
			func(data []byte) error { return tree.Write(page.URL, data) })
	})
	s.seconds.Render += made.Seconds()
	s.seconds.Write += wrote.Seconds()
	return err
}

// writeDownloads makes the whole files, before the pages, which tell their sizes.
// They are few and large: each is taken by itself. The archive and the catalogues
// come after the files that they describe.
func (s *Site) writeDownloads(ctx context.Context, tree output.Tree) error {
	var first, last []*export.Download
	for _, d := range s.outputs.downloads {
		if d.Last {
			last = append(last, d)
		} else {
			first = append(first, d)
		}
	}
	scratch, err := tree.Scratch()
	if err != nil {
		return err
	}
	before := 0
	for _, some := range [][]*export.Download{first, last} {
		told := func(done int) { s.o.tell(StageExport, before+done, len(s.outputs.downloads)) }
		made, _, err := share(ctx, len(some), 1, s.o.workers(), told, func(w *worker, i int) error {
			return w.stream(tree, some[i].Path, func(to io.Writer) error { return some[i].Write(to, scratch) })
		})
		s.seconds.Export += made.Seconds()
		if err != nil {
			return err
		}
		before += len(some)
	}
	return nil
}

// writeOutputs makes every other file that is not a page.
func (s *Site) writeOutputs(ctx context.Context, tree output.Tree) error {
	told := func(done int) { s.o.tell(StageExport, done, s.outputs.len()) }
	made, _, err := share(ctx, s.outputs.len(), chunk, s.o.workers(), told, func(w *worker, i int) error {
		out, ok := s.outputs.at(i)
		if !ok {
			return nil
		}
		return w.stream(tree, out.Path, out.Write)
	})
	s.seconds.Export += made.Seconds()
	return err
}
