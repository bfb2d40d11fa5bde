package value

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// Every number here is invented: the region, day and serial number are made up
// and only the check characters are right.
func TestPersonalDataIsFound(t *testing.T) {
	for _, c := range []struct {
		kind         PersonalKind
		text, masked string
	}{
		{IDNumber, "110101190001010006", "110101********0006"},
		{IDNumber, "身份证110101190001010006，已核", "身份证110101********0006，已核"},
		{IDNumber, "11010119000101009X", "110101********009X"},
		{IDNumber, "11010119000101009x", "110101********009x"},
		{IDNumber, "１１０１０１１９０００１０１００９Ｘ", "１１０１０１********００９Ｘ"},
		{IDNumber, "110101 19000101 0006", "110101 ******** 0006"},
		{IDNumber, "110101-19000101-0006", "110101-********-0006"},
		{IDNumber, "110101 1900 0101 009X", "110101 **** **** 009X"},
		{IDNumber, "https://example.org/p/110101190001010006", "https://example.org/p/110101********0006"},
		{IDNumber, "110101\u200b19000101\u200b0006", "110101\u200b********\u200b0006"},
		{IDNumber, "(110101190001010006)", "(110101********0006)"},
		{IDNumber, "HT-110101190001010006", "HT-110101********0006"},
		{IDNumber, "110101500101001", "110101******001"},
		{IDNumber, "１１０１０１５００１０１００１", "１１０１０１******００１"},
		{IDNumber, "110101 500101 001", "110101 ****** 001"},
		{Mobile, "13800000000", "138****0000"},
		{Mobile, "联系人王某13800000000。", "联系人王某138****0000。"},
		{Mobile, "电话:13800000000", "电话:138****0000"},
		{Mobile, "Tel.13800000000", "Tel.138****0000"},
		{Mobile, "138 0000 0000", "138 **** 0000"},
		{Mobile, "138-0000-0000", "138-****-0000"},
		{Mobile, "138－0000－0000", "138－****－0000"},
		{Mobile, "138.0000.0000", "138.****.0000"},
		{Mobile, "138-00000000", "138-****0000"},
		{Mobile, "１３８００００００００", "１３８****００００"},
		{Mobile, "１３８　００００　００００", "１３８　****　００００"},
		{Mobile, "+8613800000000", "+86138****0000"},
		{Mobile, "+86 138 0000 0000", "+86 138 **** 0000"},
		{Mobile, "+86-13800000000", "+86-138****0000"},
		{Mobile, "008613800000000", "0086138****0000"},
		{Mobile, "86-138-0000-0000", "86-138-****-0000"},
		{Mobile, "（+86）13800000000", "（+86）138****0000"},
		{Mobile, "13800000000/示例", "138****0000/示例"},
		{Mobile, "2010 13800000000", "2010 138****0000"},
		{Mobile, "138\u200b0000\u200b0000", "138\u200b****\u200b0000"},
		{Mobile, "19900000000", "199****0000"},
		{Mobile, "P1,Meals,13800000000,500", "P1,Meals,138****0000,500"},
		{Mobile, "13800000000.0", "138****0000.0"},
		{Mobile, "tel:13800000000", "tel:138****0000"},
		{Mobile, "static/documents/13800000000.pdf", "static/documents/138****0000.pdf"},
		{Mobile, "content/stories/sample-13800000000.md", "content/stories/sample-138****0000.md"},
		{Mobile, "示例_13800000000_表", "示例_138****0000_表"},
		{BankCard, "6222000000000000004", "622200*********0004"},
		{BankCard, "6222 0000 0000 0000 004", "6222 00** **** ***0 004"},
		{BankCard, "6222-0000-0000-0000-004", "6222-00**-****-***0-004"},
		{BankCard, "4000000000000002", "400000******0002"},
		{BankCard, "5100 0000 0000 0008", "5100 00** **** 0008"},
		{BankCard, "６２２２００００００００００００００４", "６２２２００*********０００４"},
		{BankCard, "622200 0000000000004", "622200 *********0004"},
		{Email, "sample@qq.com", "s*****@qq.com"},
		{Email, "Sample.Name@Gmail.com", "S**********@Gmail.com"},
		{Email, "联系sample@vip.163.com。", "联系s*****@vip.163.com。"},
		{Email, "13800000000@139.com", "1**********@139.com"},
		{Email, "sample＠126.com", "s*****＠126.com"},
		{Email, "mailto:sample@foxmail.com", "mailto:s*****@foxmail.com"},
		{Email, "a@sina.com", "*@sina.com"},
		{HomeAddress, "家住示例路100弄5号302室", "家住示例路***弄*号***室"},
		{HomeAddress, "示例区示例路88号院3号楼2单元501室", "示例区示例路**号院*号楼*单元***室"},
		{HomeAddress, "示例街8号2单元501", "示例街*号*单元***"},
		{HomeAddress, "住址：示例路８号３０１室", "住址：示例路*号***室"},
		{HomeAddress, "老人，示例村5组12栋301室", "老人，示例村*组**栋***室"},
	} {
		found := FindPersonal(c.text)
		if len(found) != 1 || found[0].Kind != c.kind || found[0].Office {
			t.Errorf("%q: found %+v", c.text, found)
		}
		if got := MaskPersonal(c.text); got != c.masked {
			t.Errorf("%q: masked %q, want %q", c.text, got, c.masked)
		}
	}
}

func TestOtherNumbersAreNotPersonalData(t *testing.T) {
	for _, text := range []string{
		"", "500", "1,500,000.00", "13,800,000,000", "13800000000.00", "¥13800000000", "13800000000元", "13800000000 元",
		"13800万", "CNY 13800000000", "13800000000%", "13800000000 yuan", "13800000000日元", "13800000000.05", "13800000000.0.1",
		"010-12345678", "(021)58000000", "021 5800 0000", "0755-13800000", "010-12345678-1380", "400-138-0000", "800-820-8820", "4001380000",
		"+86-10-12345678", "+86 21 5800 0000",
		"911101050000000000", "91110105MA00000000", "51110000MJ0000000X", "511000000000000008", // credit codes
		"HT-13800000000", "HT13800000000", "13800000000A", "HT/13800000000", "2010-13800000000", "13800000000-A", "No.13800000000", "A_13800000000",
		"GB-CHC-13800000000", "ab110101190001010006", "110101190001010006ab", "00110101190001010006", "1101011900010100061",
		"110101190001010008", "110101190013010009", "200101190001010009", // check, month, province
		"11010119000101003", "11010119000101003Y", "200101500101001", "310115100301001", "310101051231002", "110101501301001",
		"138000000001", "12800000000", "1380000000",
		"6222000000000000001", "3000000000000004", "62220000000000009", "4000 0000 0000 0001",
		"116.13800000000", "39.90000000000,116.13800000000", "113.13800000000, 22.51",
		"https://example.org/n/13800000000.html", "www.example.org/13800000000", "https://example.org/c/4000000000000002",
		"2010-03-01 2011-02-28", "2010年3月1日至2011年12月31日", "20100301123045", "1990-03-07 123", "150 2010 2011", "150-20100301",
		"13800000", "138****0000", "110101********0006", "2010 2011 2012 2013",
		"office@example.org", "info@mz.example.gov.cn", "@qq.com", "sample@qq.com.example.org", "sample@notqq.com", "a @ b",
		"5c1380000-0000-4000-8000-138000000000", "978-7-5000-0000-1",
		"示例路100号", "会议室3", "示例楼301室", "第3教室", "2010年5月301室", "单元测试12",
	} {
		for _, p := range FindPersonal(text) {
			if !p.Office {
				t.Errorf("%q: found %+v", text, p)
			}
		}
	}
}

func TestAnOfficesAddressIsToldFromAHome(t *testing.T) {
	for _, text := range []string{
		"地址：示例市示例路88号5号楼301室", "示例中心，示例路88号301室", "示例路100号12楼1201室",
	} {
		for _, p := range FindPersonal(text) {
			if !p.Office {
				t.Errorf("%q: taken for a home", text)
			}
		}
	}
}

func TestSeveralAreFoundInOneLine(t *testing.T) {
	line := "甲 13800000000 13900000000 sample@qq.com 110101190001010006"
	if got, want := MaskPersonal(line), "甲 138****0000 139****0000 s*****@qq.com 110101********0006"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := MaskPersonal("13800000000\r\n13900000000\n"); got != "138****0000\r\n139****0000\n" {
		t.Errorf("lines: %q", got)
	}
}

func TestDigitsAloneAreBare(t *testing.T) {
	for text, bare := range map[string]bool{
		"13800000000": true, "138 0000 0000": false, "+8613800000000": false, "110101500101001": true,
		"110101190001010006": false, "6222000000000000004": true,
	} {
		if found := FindPersonal(text); len(found) != 1 || found[0].Bare != bare {
			t.Errorf("%q: found %+v", text, found)
		}
	}
}

// A cell of a mebibyte is read in a pass: work that grew with the square of its
// length would not end within the patience of the tests.
func TestALongHostileLineIsReadInAPass(t *testing.T) {
	for _, part := range []string{"1室", "13800000000/", "1 ", "单元12", "a@", "110101190001010006 ", "路1号1室", "路1号1栋", "１", "x@qq.com"} {
		line := strings.Repeat(part, 1<<20/len(part))
		if masked := MaskPersonal(line); utf8.RuneCountInString(masked) != utf8.RuneCountInString(line) {
			t.Errorf("a line of %q has %d characters when masked", part, utf8.RuneCountInString(masked))
		}
	}
}

func FuzzPersonal(f *testing.F) {
	for _, seed := range []string{
		"11010119000101009X", "+86 138 0000 0000", "6222 0000 0000 0000 004", "sample@qq.com", "家住示例路100弄5号302室",
		"１３８　００００　００００", "138\xff00000000", "单元12室", "1-1-1-1-1-1-1-1-1-1-1-1-1", "@", "室",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		end := 0
		for line := range strings.Lines(text) {
			end = 0
			for _, p := range FindPersonal(line) {
				if p.Start < end || p.End <= p.Start || p.End > len(line) {
					t.Fatalf("%q: %+v overlaps or leaves the line", line, p)
				}
				end = p.End
				masked := p.Masked(line)
				if stars := strings.Count(masked, "*") - strings.Count(line[p.Start:p.End], "*"); stars < 1 || stars < 4 && p.Kind <= BankCard {
					t.Errorf("%q is masked as %q", line[p.Start:p.End], masked)
				}
			}
		}
		masked := MaskPersonal(text)
		if utf8.ValidString(text) && utf8.RuneCountInString(masked) != utf8.RuneCountInString(text) {
			t.Errorf("%q became %q, of another length", text, masked)
		}
		for line := range strings.Lines(masked) {
			for _, p := range FindPersonal(line) {
				if p.Kind == IDNumber || p.Kind == Mobile || p.Kind == BankCard {
					t.Errorf("%q: masked as %q, which still holds %+v", text, masked, p)
				}
			}
		}
	})
}

func BenchmarkMayHoldPersonal(b *testing.B) {
	line := []byte("P0001,社区为老助餐服务示例项目,示例社会工作服务中心,2010-03-01,2010-12-31,150000.00,meals for older people at home,in_progress\n")
	b.SetBytes(int64(len(line)))
	for b.Loop() {
		if MayHoldPersonal(line) {
			b.Fatal("taken for personal data")
		}
	}
}
