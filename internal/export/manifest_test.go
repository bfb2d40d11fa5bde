package export

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"gongkai/internal/model"
	"gongkai/internal/value"
)

func TestManifestTellsTheSite(t *testing.T) {
	c := model.Config{Languages: []string{"zh", "en"}, Title: value.NewText("一个很长很长很长的公开网站名称")}
	var b bytes.Buffer
	if err := WriteManifest(&b, c); err != nil {
		t.Fatal(err)
	}
	var m manifest
	if err := json.Unmarshal(b.Bytes(), &m); err != nil {
		t.Fatal(err)
	}
	if m.Name != "一个很长很长很长的公开网站名称" || m.ShortName != "一个很长很长很长的公开网" || m.Lang != "zh" {
		t.Errorf("the manifest names %q, %q in %q", m.Name, m.ShortName, m.Lang)
	}
	for _, address := range []string{m.StartURL, m.Scope, m.Icons[0].Source, m.Icons[1].Source} {
		if strings.HasPrefix(address, "/") || strings.Contains(address, ":") {
			t.Errorf("%q is not relative to the manifest", address)
		}
	}
}
