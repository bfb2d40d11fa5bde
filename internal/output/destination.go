package output

import (
	"fmt"
	"os"
	"path/filepath"
)

// CheckDestination refuses a destination where publishing would be a danger: the
// root of a disk, the home folder or what holds it, the site's source folder or
// what holds it, a folder inside the site's own folders, a file. Links are
// followed first. A folder with other files in it is fine: they are kept.
func CheckDestination(dest, source string) error {
	at, err := placeOf(dest)
	if err != nil {
		return err
	}
	real := at.path(at.dest)
	site, err := resolve(source)
	if err != nil {
		return err
	}
	if info, err := os.Stat(site); err == nil && !info.IsDir() {
		site = filepath.Dir(site) // the source is a lone table; what lies beside it is its site
	}
	if home, err := os.UserHomeDir(); err == nil && holds(real, home) {
		return refuse(dest, phrase{"是个人文件夹或其上级；请选择其中的一个子文件夹", "is the home folder or holds it; choose a folder inside it"})
	}
	if holds(real, site) {
		return refuse(dest, phrase{"是网站的源文件夹或其上级；请选择其中的 public 等子文件夹", "is the site's source folder or holds it; choose a folder inside it, such as public"})
	}
	for _, name := range []string{"data", "content", "layouts", "static", ".git"} {
		if folder := filepath.Join(site, name); holds(folder, real) || named(folder, real) {
			return refuse(dest, phrase{"在网站的 " + name + " 文件夹里；请选择它以外的文件夹", "is in the site's " + name + " folder; choose a folder outside it"})
		}
	}
	return nil
}

// holds reports whether folder is path or one of the folders above it. Folders
// are compared as the system knows them, not by name: names may differ in case
// or lead through another mount.
func holds(folder, path string) bool {
	want, err := os.Stat(folder)
	if err != nil {
		return false // what is not there holds nothing
	}
	for at := filepath.Clean(path); ; at = filepath.Dir(at) {
		if info, err := os.Stat(at); err == nil && os.SameFile(info, want) {
			return true
		}
		if at == filepath.Dir(at) {
			return false
		}
	}
}

// named reports whether path is written as folder or as something in it. A folder
// that is not there yet is told by its name alone: made by a build, it would be
// read as part of the site by the next one.
func named(folder, path string) bool {
	rel, err := filepath.Rel(folder, path)
	return err == nil && filepath.IsLocal(rel)
}

// refuse says why the site is not written to dest, and where it could be.
func refuse(dest string, why phrase) error {
	return &Error{
		EN: fmt.Sprintf("the destination %q %s", dest, why.en),
		ZH: fmt.Sprintf("输出位置 %q %s", dest, why.zh),
	}
}
