package build_test

import (
	"database/sql"
	"os"
	"path/filepath"

	_ "modernc.org/sqlite" // the driver "sqlite"
)

// database reads all that the database's schema holds, and has it check itself:
// a text that got out of its value would be a table, or break one.
func (k *look) database(name string, data []byte) {
	file := filepath.Join(k.t.TempDir(), "copy.sqlite")
	if err := os.WriteFile(file, data, 0o644); err != nil {
		k.t.Fatal(err)
	}
	db, err := sql.Open("sqlite", file)
	if err != nil {
		k.t.Fatal(err)
	}
	defer db.Close()
	var sound string
	if err := db.QueryRow("PRAGMA integrity_check").Scan(&sound); err != nil || sound != "ok" {
		k.say(name, "the database is not sound", sound)
	}
	rows, err := db.Query("SELECT type, name FROM sqlite_schema ORDER BY name")
	if err != nil {
		k.say(name, "the database cannot be read", err.Error())
		return
	}
	defer rows.Close()
	for rows.Next() {
		var kind, object string
		if err := rows.Scan(&kind, &object); err != nil {
			k.say(name, "the database cannot be read", err.Error())
		}
		k.shape(name, "a "+kind+" "+object+" of the database", object)
	}
}
