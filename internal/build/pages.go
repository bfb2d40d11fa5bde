package build

import (
	"bytes"
	"context"

	"gongkai/internal/output"
)

// writePages renders every page of the plan into the tree.
func (s *Site) writePages(ctx context.Context, tree output.Tree) error {
	pages := s.Plan.Pages
	told := func(done int) { s.o.tell(StageRender, done, len(pages)) }
	made, wrote, err := share(ctx, len(pages), s.o.workers(), told, func(w *worker, i int) error {
		page := &pages[i]
		return w.run(
			func(b *bytes.Buffer) error { return s.Render(b, page) },
			func(data []byte) error { return tree.Write(page.URL, data) })
	})
	s.seconds.Render += made.Seconds()
	s.seconds.Write += wrote.Seconds()
	return err
}

// writeOutputs makes every file that is not a page. The last of them, which
// describe the others, wait for these: their numbers are then known already.
func (s *Site) writeOutputs(ctx context.Context, tree output.Tree) error {
	told := func(done int) { s.o.tell(StageExport, done, s.outputs.len()) }
	made, wrote, err := share(ctx, s.outputs.len(), s.o.workers(), told, func(w *worker, i int) error {
		out, ok := s.outputs.at(i)
		if !ok {
			return nil
		}
		return w.run(
			func(b *bytes.Buffer) error {
				if err := out.Write(b); err != nil {
					return pageError(out.Path, err)
				}
				return nil
			},
			func(data []byte) error { return tree.Write(out.Path, data) })
	})
	s.seconds.Export += made.Seconds()
	s.seconds.Write += wrote.Seconds()
	return err
}
