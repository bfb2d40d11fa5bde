package cli

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"

	"gongkai/internal/finding"
	"gongkai/internal/search"
)

type searchCmd struct {
	Query       []string `arg:"" help:"Words, names, pinyin or identifiers." zh:"词语、名称、拼音或编号。"`
	Destination string   `short:"d" type:"path" help:"The site as built; public under the site's folder by default." zh:"已生成的网站；默认为网站文件夹下的 public。"`
	Filter      []string `help:"FACET=VALUE, such as area=elderly; may be given again." zh:"筛选，如 area=elderly，可多次给出。"`
	Sort        string   `enum:"relevance,newest,oldest,largest,smallest" default:"relevance" help:"relevance, newest, oldest, largest or smallest." zh:"排序：relevance、newest、oldest、largest 或 smallest。"`
	Limit       int      `default:"10" help:"How many results to print." zh:"显示多少条。"`
	JSON        bool     `name:"json" help:"Print JSON." zh:"输出 JSON。"`
}

// Run looks into the search index of a built site.
func (cmd *searchCmd) Run(c *console) error {
	dir := cmd.Destination
	if dir == "" {
		dir = filepath.Join(c.source, "public")
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return &failure{
			what: finding.Textf("打不开已生成的网站 %q：%v", "cannot open the built site %q: %v", dir, err),
			hint: finding.Textf("先运行 gongkai build，或用 -d 指出网站的位置", "run gongkai build first, or say where the site is with -d"),
		}
	}
	defer root.Close()
	index, err := search.Open(func(path string) ([]byte, error) { return root.ReadFile(filepath.FromSlash(path)) }, c.lang)
	if err != nil {
		return unreadable(err)
	}
	q := search.Query{Q: plainAmount(strings.Join(cmd.Query, " ")), Sort: cmd.Sort, Limit: min(max(cmd.Limit, 1), 10000)}
	if q.Filters, err = cmd.filters(); err != nil {
		return err
	}
	a, err := index.Search(q)
	if err != nil {
		return unreadable(err)
	}
	if cmd.JSON {
		return writeJSON(c.Out, newAnswerJSON(a))
	}
	printAnswer(c, a)
	return nil
}

func unreadable(err error) error {
	return &failure{
		what: finding.Textf("读不到搜索索引：%v", "cannot read the search index: %v", err),
		hint: finding.Textf("再运行一次 gongkai build", "run gongkai build again"),
	}
}

// likeAmount is an amount with its thousands set apart, a currency or a unit.
var likeAmount = regexp.MustCompile(`^[¥$€£]?(\d[\d,]*(?:\.\d+)?)(万|亿)?(?:元|(?i:yuan))?$`)

// plainAmount writes an amount as the index has it: 28,500元, ¥28,500.00 and 2.85万元
// are 28500. static/search/why.js is the same in JavaScript.
func plainAmount(q string) string {
	s := strings.Join(strings.Fields(norm.NFKC.String(q)), "")
	m := likeAmount.FindStringSubmatch(s)
	if m == nil || strings.Trim(s, "0123456789") == "" {
		return q
	}
	n, err := strconv.ParseFloat(strings.ReplaceAll(m[1], ",", ""), 64)
	if err != nil {
		return q
	}
	switch m[2] {
	case "万":
		n *= 1e4
	case "亿":
		n *= 1e8
	}
	if n < search.LeastSum {
		return q
	}
	return strings.TrimSuffix(strconv.FormatFloat(n, 'f', 2, 64), ".00")
}

// filters are the values asked for, by facet.
func (cmd *searchCmd) filters() (map[string][]string, error) {
	all := map[string][]string{}
	for _, f := range cmd.Filter {
		name, value, ok := strings.Cut(f, "=")
		if !ok || !slices.Contains(search.Facets(), name) {
			return nil, &failure{
				what: finding.Textf("不能按 %q 筛选", "cannot filter by %q", f),
				hint: finding.Textf("写作 名称=值；名称有 %s", "write NAME=VALUE; the names are %s", strings.Join(search.Facets(), ", ")),
			}
		}
		all[name] = append(all[name], value)
	}
	return all, nil
}

func printAnswer(c *console, a search.Answer) {
	about := finding.Text{}
	if !a.Exact {
		about = finding.Text{ZH: "约 ", EN: "about "}
	}
	c.say("找到%s%d 条", "%s%d found", about.In(c.lang), a.Total)
	if a.Total == 0 {
		return
	}
	if len(a.Parted) > 0 {
		c.note("没有记录连着写“%s”；以下记录分开写有其中的字词", "no record has “%s” as it stands; these have parts of it", strings.Join(a.Parted, ", "))
	}
	if len(a.Corrected) > 0 {
		c.note("已改查：%s", "searched for %s instead", strings.Join(a.Corrected, ", "))
	}
	if len(a.Ignored) > 0 {
		c.note("未找到，已忽略：%s", "not found and left out: %s", strings.Join(a.Ignored, ", "))
	}
	for _, h := range a.Hits {
		fmt.Fprintf(c.Out, "%s\t%s\t%s\t%s\n", h.URL, h.Title, h.By, h.Date)
	}
}

// answerJSON is what --json prints.
type answerJSON struct {
	Total   int       `json:"total"`
	Exact   bool      `json:"exact"`
	Results []hitJSON `json:"results"`
}

type hitJSON struct {
	Type   string   `json:"type"`
	ID     string   `json:"id"`
	URL    string   `json:"url"`
	Title  string   `json:"title"`
	By     string   `json:"by,omitempty"`
	Lead   string   `json:"lead,omitempty"`
	Date   string   `json:"date,omitempty"`
	Amount *float64 `json:"amount,omitempty"`
}

func newAnswerJSON(a search.Answer) answerJSON {
	out := answerJSON{Total: a.Total, Exact: a.Exact, Results: []hitJSON{}}
	for _, h := range a.Hits {
		j := hitJSON{Type: h.Type, ID: h.ID, URL: h.URL, Title: h.Title, By: h.By, Lead: h.Lead, Date: h.Date}
		if h.HasAmount {
			j.Amount = &h.Amount
		}
		out.Results = append(out.Results, j)
	}
	return out
}
