package build

import (
	"bytes"
	"fmt"
	"path"
	"strings"

	"gongkai/internal/source"
	"gongkai/static"

	"github.com/evanw/esbuild/pkg/api"
	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/js"
)

// joinScripts takes out the parts that the published scripts are joined from.
func joinScripts(byPath map[string]asset) {
	parts := map[string]asset{}
	for name, a := range byPath {
		if path.Ext(name) == ".js" && builtIn(name) {
			parts[name] = a
			delete(byPath, name)
		}
	}
	for _, name := range static.Scripts() {
		byPath[name] = asset{path: name, own: parts[name].own, modules: parts}
	}
}

// bundle joins a script with the parts that it imports and takes out what browsers
// do not need. Other scripts that are published stay imports. A site's own script
// that is not understood stays as it is.
func (a asset) bundle(src *source.Site) ([]byte, error) {
	result := api.Build(api.BuildOptions{
		EntryPoints: []string{a.path}, Bundle: true, Write: false, Format: api.FormatESModule, Target: api.ES2022, Charset: api.CharsetUTF8,
		MinifyWhitespace: true, MinifyIdentifiers: true, MinifySyntax: true, LegalComments: api.LegalCommentsNone,
		Plugins: []api.Plugin{{Name: "parts", Setup: func(b api.PluginBuild) { a.resolve(src, b) }}},
	})
	if len(result.Errors) == 0 && len(result.OutputFiles) == 1 {
		joined := result.OutputFiles[0].Contents
		// The two shorten in different ways: both together give the smallest.
		var small bytes.Buffer
		if err := js.Minify(minify.New(), &small, bytes.NewReader(joined), nil); err != nil {
			return joined, nil
		}
		return small.Bytes(), nil
	}
	if a.own {
		return a.modules[a.path].read(src)
	}
	return nil, fmt.Errorf("joining %s: %v", a.path, result.Errors)
}

// resolve finds the modules of a bundle among the assets.
func (a asset) resolve(src *source.Site, b api.PluginBuild) {
	const space = "static"
	b.OnResolve(api.OnResolveOptions{Filter: ".*"}, func(args api.OnResolveArgs) (api.OnResolveResult, error) {
		if args.Kind == api.ResolveEntryPoint {
			return api.OnResolveResult{Path: a.path, Namespace: space}, nil // args.Path is "./…" where the working folder has such a file
		}
		name := path.Join(path.Dir(args.Importer), args.Path)
		if _, part := a.modules[name]; !part || published(name) {
			return api.OnResolveResult{Path: args.Path, External: true}, nil
		}
		return api.OnResolveResult{Path: name, Namespace: space}, nil
	})
	b.OnLoad(api.OnLoadOptions{Filter: ".*", Namespace: space}, func(args api.OnLoadArgs) (api.OnLoadResult, error) {
		data, err := a.modules[strings.TrimPrefix(args.Path, "/")].read(src)
		text := string(data)
		return api.OnLoadResult{Contents: &text, Loader: api.LoaderJS}, err
	})
}

func published(name string) bool {
	for _, s := range static.Scripts() {
		if s == name {
			return true
		}
	}
	return false
}
