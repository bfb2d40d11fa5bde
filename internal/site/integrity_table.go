package site

import (
	"strconv"

	"gongkai/internal/oversight"
	"gongkai/internal/value"
)

// oversightTable is the head of a list. A column tells which rows are marked,
// where not all or none are.
func (c *context) oversightTable(r oversight.Result, l oversight.List) Table {
	t := Table{Caption: c.say(l.Title), ID: r.Name + "-list"}
	if l.Name != "" {
		t.ID = r.Name + "-" + l.Name
	}
	for _, col := range l.Columns {
		t.Heads = append(t.Heads, Head{Text: c.say(col.Title), Numeric: col.Numeric})
	}
	marked, rows := 0, l.Rows()
	for _, row := range rows {
		if row.Marked {
			marked++
		}
	}
	mixed := marked > 0 && marked < l.Len
	if mixed {
		t.Heads = append(t.Heads, Head{Text: c.t("标记", "Mark")})
	}
	for _, row := range rows[:min(len(rows), maxListed)] {
		cells := make([]Cell, 0, len(t.Heads))
		for i, cell := range row.Cells {
			shown := c.oversightCell(cell)
			shown.Numeric = l.Columns[i].Numeric
			cells = append(cells, shown)
		}
		if mixed {
			mark := Cell{}
			if row.Marked {
				mark = Cell{Text: c.t("留意", "look"), Chip: "busy"}
			}
			cells = append(cells, mark)
		}
		t.Rows = append(t.Rows, cells)
	}
	if more := l.Len - len(t.Rows); more > 0 {
		t.Note = c.t("另有 "+c.count(more)+" 行，见下载的名单。", c.count(more)+" more rows are in the download.")
	}
	return t
}

// oversightCell prints a value of a list.
func (c *context) oversightCell(cell oversight.Cell) Cell {
	switch v := cell.(type) {
	case oversight.Record:
		l := c.link(v.Entity)
		return Cell{Text: l.Text, Lang: l.Lang, Href: l.Href}
	case oversight.Amount:
		return Cell{Text: v.Full(c.lang)}
	case oversight.Figure:
		return Cell{Text: c.figureValue(v.Decimal, v.Unit)}
	case oversight.Measure:
		return Cell{Text: c.oversightMeasure(string(v))}
	case oversight.Year:
		return Cell{Text: strconv.Itoa(int(v))}
	case oversight.Whole:
		return Cell{Text: value.Group(int64(v))}
	case oversight.Share:
		return Cell{Text: v.String()}
	case oversight.Day:
		return Cell{Text: v.Format(c.lang)}
	case oversight.Words:
		return Cell{Text: c.say(v.Text)}
	case oversight.Written:
		text := value.Visible(string(v))
		return Cell{Text: text, Lang: c.writing(text)}
	}
	return Cell{Missing: true}
}

// oversightMeasure names a measure: a field of projects or programmes, else as
// figures do.
func (c *context) oversightMeasure(name string) string {
	for _, table := range []string{"programmes", "projects"} {
		if f := c.plan.index.tables[c.plan.index.byName[table]].Schema().Field(name); f != nil {
			return c.say(f.Title)
		}
	}
	return c.measure(name, nil)
}
