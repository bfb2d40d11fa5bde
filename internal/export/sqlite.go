package export

import (
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"gongkai/internal/model"
	"gongkai/internal/table"
	"gongkai/internal/value"

	"modernc.org/sqlite"
)

// database is every table in one SQLite file.
func database(d *model.Dataset, tables []*whole, _ []*Download) []*Download {
	return []*Download{{
		Path: "data/gongkai.sqlite", MediaType: "application/vnd.sqlite3",
		large: func(to io.Writer, scratch string) error { return writeDatabase(to, scratch, d, tables) },
	}}
}

// sqliteFile is a database on its way, in a temporary file.
type sqliteFile struct {
	conn driver.Conn
	err  error // the first
}

func writeDatabase(to io.Writer, scratch string, d *model.Dataset, tables []*whole) (err error) {
	f, err := os.CreateTemp(scratch, "gongkai-sqlite-*")
	if err != nil {
		return err
	}
	defer func() {
		err = errors.Join(err, f.Close())
		if gone := os.Remove(f.Name()); !errors.Is(gone, fs.ErrNotExist) {
			err = errors.Join(err, gone)
		}
	}()
	if err := fillDatabase(f.Name(), d, tables); err != nil {
		return diskError(f.Name(), err)
	}
	_, err = io.Copy(to, f)
	return err
}

// diskError names the file where SQLite failed for what is beneath it.
// https://www.sqlite.org/rescode.html
func diskError(path string, err error) error {
	const ioerr, full, cantopen = 10, 13, 14
	failed := (*sqlite.Error)(nil)
	if !errors.As(err, &failed) {
		return err
	}
	switch failed.Code() & 0xFF {
	case full:
		err = fmt.Errorf("%w: %w", syscall.ENOSPC, err)
	case ioerr:
	case cantopen: // the file was made a moment ago
		if _, gone := os.Lstat(path); gone != nil {
			return gone
		}
		err = fmt.Errorf("%w: %w", syscall.EMFILE, err)
	default:
		return err
	}
	return &fs.PathError{Op: "write", Path: path, Err: err}
}

// fillDatabase makes the database in an empty file. Nobody waits for the disk,
// and nothing is kept to undo: a database that fails is thrown away. The cache,
// in KiB, bounds what it takes of memory.
func fillDatabase(path string, d *model.Dataset, tables []*whole) (err error) {
	address := url.URL{Scheme: "file", Path: "/" + strings.TrimPrefix(filepath.ToSlash(path), "/")}
	conn, err := (&sqlite.Driver{}).Open(address.String())
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, conn.Close()) }()
	db := &sqliteFile{conn: conn}
	db.exec("PRAGMA page_size = 4096; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE; PRAGMA cache_size = -2000; PRAGMA foreign_keys = OFF; BEGIN")
	db.about(d)
	db.dictionary(tables)
	given := map[string]bool{}
	for _, w := range tables {
		given[w.name] = true
	}
	for _, w := range tables {
		db.table(w, given)
	}
	for _, w := range tables {
		db.indexes(w)
	}
	db.views(tables)
	db.search(d, tables)
	db.exec("COMMIT")
	return db.err
}

// exec runs statements without parameters. After an error it does nothing.
func (db *sqliteFile) exec(sql string) {
	if db.err != nil {
		return
	}
	stmt, err := db.conn.Prepare(sql)
	if err == nil {
		//lint:ignore SA1019 the driver's own interface, without a pool around it
		_, err = stmt.Exec(nil)
		err = errors.Join(err, stmt.Close())
	}
	if err != nil {
		db.err = fmt.Errorf("%w in %s", err, sql)
	}
}

// insert fills a table: each calls its argument once for every row.
func (db *sqliteFile) insert(name string, columns int, each func(row func(...driver.Value))) {
	if db.err != nil {
		return
	}
	marks := strings.TrimSuffix(strings.Repeat("?,", columns), ",")
	stmt, err := db.conn.Prepare("INSERT INTO " + quoted(name) + " VALUES (" + marks + ")")
	if err != nil {
		db.err = err
		return
	}
	each(func(values ...driver.Value) {
		if db.err == nil {
			//lint:ignore SA1019 the driver's own interface, without a pool around it
			_, db.err = stmt.Exec(values)
		}
	})
	db.err = errors.Join(db.err, stmt.Close())
}

// quoted is a name as SQL takes any: headings are the publisher's.
func quoted(name string) string {
	return `"` + strings.ReplaceAll(strings.ReplaceAll(name, "\x00", "\ufffd"), `"`, `""`) + `"`
}

func literal(text string) string { return "'" + strings.ReplaceAll(text, "'", "''") + "'" }

// table makes and fills one table. An amount is kept in minor units, from which
// a generated column gives it in main units; where a field takes several
// references, the first stands in the table and all in a table of their own.
func (db *sqliteFile) table(w *whole, given map[string]bool) {
	cols := w.columns()
	var defs []string
	var fill []func(e table.Entity) driver.Value
	for i := range cols {
		c := &cols[i]
		switch {
		case c.kind == table.KindMoney:
			defs = append(defs, quoted(c.name+minorSuffix)+" INTEGER", w.amountColumn(c))
			fill = append(fill, func(e table.Entity) driver.Value { return minor(c.Field.Of(e).(*value.Money)) })
			if c.mixed {
				defs = append(defs, quoted(c.name+currencySuffix)+" TEXT")
				fill = append(fill, func(e table.Entity) driver.Value {
					return textOrNull(c.Field.Of(e).(*value.Money).Currency().String())
				})
			}
			continue
		case c.partial():
			defs = append(defs, quoted(c.name)+" TEXT", quoted(c.name+writtenSuffix)+" TEXT")
			fill = append(fill, func(e table.Entity) driver.Value { return textOrNull(c.Field.Of(e).(*value.Date).First().String()) },
				func(e table.Entity) driver.Value { return textOrNull(w.cell(c, e)) })
			continue
		case c.kind == table.KindRef && given[c.Field.Target]:
			defs = append(defs, quoted(c.name)+" TEXT REFERENCES "+quoted(c.Field.Target)+" (id)")
		case c.name == "id":
			defs = append(defs, "id TEXT PRIMARY KEY NOT NULL")
		default:
			defs = append(defs, quoted(c.name)+" "+sqlType(c.kind))
		}
		fill = append(fill, func(e table.Entity) driver.Value { return w.sqlValue(c, e) })
	}
	db.exec("CREATE TABLE " + quoted(w.name) + " (" + strings.Join(defs, ", ") + ")")
	row := make([]driver.Value, len(fill))
	db.insert(w.name, len(fill), func(insert func(...driver.Value)) {
		for i := range w.Len() {
			e := w.At(i)
			for j, value := range fill {
				row[j] = value(e)
			}
			insert(row...)
		}
	})
	for i := range cols {
		if cols[i].many() {
			db.several(w, &cols[i])
		}
	}
}

// amountColumn is the generated column of an amount: minor units over those of
// the currency, which may differ from row to row.
func (w *whole) amountColumn(c *column) string {
	whose := literal(w.currency.String())
	switch {
	case c.mixed:
		whose = "coalesce(" + quoted(c.name+currencySuffix) + ", " + whose + ")"
	case w.own != nil:
		whose = "coalesce(currency, " + whose + ")"
	}
	return quoted(c.name) + " REAL GENERATED ALWAYS AS (" + quoted(c.name+minorSuffix) + " / (" + w.minorUnits(c, whose) + ")) VIRTUAL"
}

// minorUnits is the expression of how many minor units of a column's amounts make
// a main one, where whose is that of their currency.
func (w *whole) minorUnits(c *column, whose string) string {
	units := fmt.Sprint(power(c.digits)) + ".0"
	if other := otherScales(w, c); other != "" {
		units = "CASE " + whose + other + " ELSE " + units + " END"
	}
	return units
}

// otherScales are the currencies of a column that have fewer decimals than
// others in it.
func otherScales(w *whole, c *column) string {
	seen := map[value.Currency]bool{}
	var cases strings.Builder
	for i := range w.Len() {
		m := c.Field.Of(w.At(i)).(*value.Money)
		if cur := m.Currency(); !m.IsZero() && !seen[cur] {
			seen[cur] = true
			if cur.Digits() != c.digits {
				fmt.Fprintf(&cases, " WHEN %s THEN %d.0", literal(cur.String()), power(cur.Digits()))
			}
		}
	}
	return cases.String()
}

func minor(m *value.Money) driver.Value {
	if m.IsZero() {
		return nil
	}
	return m.Minor()
}

func textOrNull(s string) driver.Value {
	if s == "" {
		return nil
	}
	return s
}

func sqlType(k table.Kind) string {
	switch k {
	case table.KindYear, table.KindCount, table.KindBool:
		return "INTEGER"
	case table.KindDecimal, table.KindShare:
		return "REAL"
	}
	return "TEXT"
}

func (w *whole) sqlValue(c *column, e table.Entity) driver.Value {
	if c.Field != nil {
		switch v := c.Field.Of(e).(type) {
		case *value.Count:
			if !v.IsZero() {
				return v.Int()
			}
		case *value.Bool:
			if !v.IsZero() {
				return int64(*v) - int64(value.No)
			}
		case *value.Decimal:
			if !v.IsZero() {
				return number(v.String())
			}
		}
		if c.kind == table.KindRef {
			for _, to := range c.Field.Links(e) {
				return to.Rec().ID
			}
			return nil
		}
	}
	return textOrNull(w.cell(c, e))
}

// several is the table of a field that takes several references.
func (db *sqliteFile) several(w *whole, c *column) {
	name := w.name + "_" + c.Heading
	db.exec("CREATE TABLE " + quoted(name) + " (" + w.oneID() + " TEXT NOT NULL REFERENCES " + quoted(w.name) + " (id), position INTEGER NOT NULL, " +
		quoted(c.Heading) + " TEXT NOT NULL REFERENCES " + quoted(c.Field.Target) + " (id), PRIMARY KEY (" + w.oneID() + ", position)) WITHOUT ROWID")
	db.insert(name, 3, func(row func(...driver.Value)) {
		for i := range w.Len() {
			for n, to := range c.Field.Links(w.At(i)) {
				row(w.At(i).Rec().ID, int64(n+1), to.Rec().ID)
			}
		}
	})
	db.exec("CREATE INDEX " + quoted(name+"_"+c.Heading) + " ON " + quoted(name) + " (" + quoted(c.Heading) + ")")
}

func (w *whole) oneID() string { return quoted(strings.ToLower(w.Schema().Info.One.EN)) }
