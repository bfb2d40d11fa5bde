// Package internal_test keeps the shape of the program: which package may import
// which, and how large files and functions grow. Read layers first.
package internal_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// A layer is a package and the packages that it names. It may import those, and
// every package that stands above any of them in layers.
type layer struct {
	name  string
	names []string
}

// layers are the packages from the bottom of the program to its top.
func layers() []layer {
	return []layer{
		{name: "finding"},
		{name: "value"},
		{name: "markdown"},
		{name: "output"},
		{"source", []string{"finding"}},
		{"table", []string{"source", "value"}},
		{"oversight", []string{"table"}},
		{"model", []string{"table"}},
		{"check", []string{"model"}},
		{"integrity", []string{"check"}},
		{"site", []string{"model"}},
		{"render", []string{"site"}},
		{"search", []string{"site"}},
		{"export", []string{"model"}},
		{"importer", []string{"export"}},
		{"build", []string{"export"}},
		{"serve", []string{"build"}},
		{"synth", []string{"model"}},
		{"cli", []string{"synth"}},
	}
}

// The limits of the code's shape, in lines.
const (
	maxFile           = 500
	maxMedianFile     = 150
	maxFunction       = 80
	maxMostFunctions  = 40 // of nine functions in ten
	maxLevelsOfImport = 10
)

// goFile is a Go file of the program.
type goFile struct {
	path   string // from the repository's root
	folder string // the package's, from the root
	test   bool
	lines  int
	syntax *ast.File
	places *token.FileSet
}

func (f goFile) length(n ast.Node) int {
	return f.places.Position(n.End()).Line - f.places.Position(n.Pos()).Line + 1
}

func goFiles(t *testing.T) []goFile {
	t.Helper()
	var files []goFile
	walk := func(name string, d os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (strings.HasPrefix(d.Name(), ".") && name != ".." || d.Name() == "testdata" || d.Name() == "public") {
			return filepath.SkipDir
		}
		if d.IsDir() || path.Ext(name) != ".go" {
			return nil
		}
		text, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		places := token.NewFileSet()
		syntax, err := parser.ParseFile(places, name, text, parser.ParseComments)
		if err != nil {
			return err
		}
		rel := strings.TrimPrefix(filepath.ToSlash(name), "../")
		files = append(files, goFile{
			path: rel, folder: path.Dir(rel), test: strings.HasSuffix(rel, "_test.go"),
			lines: strings.Count(string(text), "\n"), syntax: syntax, places: places,
		})
		return nil
	}
	if err := filepath.WalkDir("..", walk); err != nil {
		t.Fatal(err)
	}
	if len(files) < 100 {
		t.Fatalf("only %d Go files were found", len(files))
	}
	return files
}

// imports are the packages of this module that a file imports, from its root.
func (f goFile) imports() []string {
	var all []string
	for _, spec := range f.syntax.Imports {
		if rest, ours := strings.CutPrefix(strings.Trim(spec.Path.Value, `"`), "gongkai/"); ours {
			all = append(all, rest)
		}
	}
	return all
}

func TestImportsPointOneWay(t *testing.T) {
	rank := map[string]int{}
	highest := map[string]int{} // the highest package that one may import
	for i, l := range layers() {
		rank[l.name], highest[l.name] = i, -1
		for _, name := range l.names {
			highest[l.name] = max(highest[l.name], rank[name])
		}
	}
	for _, f := range goFiles(t) {
		name, inside := strings.CutPrefix(f.folder, "internal/")
		if f.test || !inside {
			continue
		}
		if _, known := rank[name]; !known {
			t.Errorf("%s: package %s is in no layer", f.path, name)
			continue
		}
		for _, other := range f.imports() {
			if other == "layouts" || other == "static" {
				continue // files that are embedded
			}
			below, ok := rank[strings.TrimPrefix(other, "internal/")]
			if !ok || below > highest[name] {
				t.Errorf("%s imports %s, which is not below it", f.path, other)
			}
		}
	}
}

func TestImportsAreFewLevelsDeep(t *testing.T) {
	imports := map[string][]string{}
	for _, f := range goFiles(t) {
		if !f.test {
			imports[f.folder] = append(imports[f.folder], f.imports()...)
		}
	}
	var depth func(folder string) int
	depth = func(folder string) int {
		deepest := 0
		for _, other := range imports[folder] {
			deepest = max(deepest, depth(other))
		}
		return deepest + 1
	}
	for folder := range imports {
		if n := depth(folder); n > maxLevelsOfImport {
			t.Errorf("%s stands on %d levels of packages, more than %d", folder, n, maxLevelsOfImport)
		}
	}
}

func TestPackagesSayWhatTheyAreFor(t *testing.T) {
	documented := map[string]bool{}
	for _, f := range goFiles(t) {
		name := f.syntax.Name.Name
		if slices.Contains([]string{"util", "utils", "common", "helpers", "misc"}, strings.TrimSuffix(name, "_test")) {
			t.Errorf("%s: a package named %s says nothing of what is in it", f.path, name)
		}
		if !f.test {
			documented[f.folder] = documented[f.folder] || f.syntax.Doc != nil
		}
	}
	for folder, ok := range documented {
		if !ok {
			t.Errorf("%s has no package comment", folder)
		}
	}
}

func TestTheReadmeNamesEveryPackage(t *testing.T) {
	readme, err := os.ReadFile(filepath.Join("..", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range goFiles(t) {
		name, inside := strings.CutPrefix(f.folder, "internal/")
		if inside && !strings.Contains(string(readme), "| `"+name+"` | ") {
			t.Errorf("README.md does not say what the package %s does", name)
		}
	}
}

func TestNothingIsWiredBehindTheReadersBack(t *testing.T) {
	for _, f := range goFiles(t) {
		for _, d := range f.syntax.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok && fn.Recv == nil && fn.Name.Name == "init" {
				t.Errorf("%s has an init function", f.path)
			}
		}
	}
}

func TestFilesAreSmall(t *testing.T) {
	var lines []int
	for _, f := range goFiles(t) {
		if f.lines > maxFile {
			t.Errorf("%s has %d lines, more than %d", f.path, f.lines, maxFile)
		}
		if !f.test {
			lines = append(lines, f.lines)
		}
	}
	slices.Sort(lines)
	if median := lines[len(lines)/2]; median > maxMedianFile {
		t.Errorf("the median file has %d lines, more than %d", median, maxMedianFile)
	}
}

func TestFunctionsAreShort(t *testing.T) {
	var lengths []int
	for _, f := range goFiles(t) {
		if f.test {
			continue
		}
		for _, d := range f.syntax.Decls {
			fn, ok := d.(*ast.FuncDecl)
			if !ok {
				continue
			}
			n := f.length(fn)
			lengths = append(lengths, n)
			if n > maxFunction {
				t.Errorf("%s: %s has %d lines, more than %d", f.path, fn.Name.Name, n, maxFunction)
			}
		}
	}
	slices.Sort(lengths)
	if n := lengths[len(lengths)*9/10]; n > maxMostFunctions {
		t.Errorf("one function in ten has more than %d lines, the limit is %d", n, maxMostFunctions)
	}
}
