package export

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// patched lays a JSON merge patch (RFC 7386) over a document, as the standard
// does with extensions.
func patched(doc, patch any) any {
	change, ok := patch.(map[string]any)
	if !ok {
		return patch
	}
	into, ok := doc.(map[string]any)
	if !ok {
		into = map[string]any{}
	}
	for key, v := range change {
		if v == nil {
			delete(into, key)
			continue
		}
		into[key] = patched(into[key], v)
	}
	return into
}

// TestReleasesAreValidWithTheExtensionsSchema holds releases against the official
// schema as the published extension changes it: what the extension adds is of the
// types that it says, and it says all that is added.
func TestReleasesAreValidWithTheExtensionsSchema(t *testing.T) {
	official, err := os.ReadFile(filepath.Join(officialSchemas, "ocds-1.1.5", "release-schema.json"))
	if err != nil {
		t.Skipf("the official schemas are not in %s", officialSchemas)
	}
	d := demonstration(t)
	files := made(t, d)
	var schema, patch, about map[string]any
	for into, text := range map[*map[string]any][]byte{
		&schema: official, &patch: files["data/ocds/extension/release-schema.json"], &about: files["data/ocds/extension/extension.json"],
	} {
		if err := json.Unmarshal(text, into); err != nil {
			t.Fatal(err)
		}
	}
	for _, key := range []string{"name", "description", "documentationUrl", "compatibility", "contactPoint", "schemas"} { // as the extension standard has them
		if about[key] == nil {
			t.Errorf("extension.json lacks %s", key)
		}
	}
	closeUp(patched(schema, patch))
	delete(schema, "id")
	delete(schema, "$schema") // its references are within it
	schema["$schema"] = "http://json-schema.org/draft-04/schema#"
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource("https://example.org/release.json", schema); err != nil {
		t.Fatal(err)
	}
	with, err := c.Compile("https://example.org/release.json")
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(files["data/ocds/releases.json"]))
	if err != nil {
		t.Fatal(err)
	}
	releases := doc.(map[string]any)["releases"].([]any)
	for _, r := range releases {
		if err := with.Validate(r); err != nil {
			t.Fatalf("%v: %v", r.(map[string]any)["ocid"], err)
		}
	}
	if n := bytes.Count(files["data/ocds/releases.json"], []byte(`"publishedFields"`)); len(releases) == 0 || n == 0 {
		t.Errorf("%d releases with %d sets of fields were looked at", len(releases), n)
	}
}

// closeUp lets no object have a property that its schema does not name.
func closeUp(schema any) {
	switch s := schema.(type) {
	case map[string]any:
		properties, _ := s["properties"].(map[string]any)
		if properties != nil && s["additionalProperties"] == nil && properties["properties"] == nil {
			s["additionalProperties"] = false
		}
		for _, v := range s {
			closeUp(v)
		}
	case []any:
		for _, v := range s {
			closeUp(v)
		}
	}
}
