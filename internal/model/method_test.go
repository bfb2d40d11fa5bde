package model

import "testing"

func TestMethodsAreReadAsNoticesWriteThem(t *testing.T) {
	for written, want := range map[string]Method{
		"公开招标": MethodOpenTender, "竞争性磋商": MethodCompetitiveConsultation, "单一来源采购": MethodSingleSource,
		"直接选取": MethodDirect, "方案择优选取": MethodOther, "信用择优选取": MethodOther, "一次报价竞价选取": MethodOther,
		"Open Tender": MethodOpenTender, "OPEN_TENDER": MethodOpenTender, "sole source": MethodSingleSource,
	} {
		v, ok := methods.Find(written)
		if !ok || v.Code != want.String() {
			t.Errorf("%q is read as %+v, want %s", written, v, want)
		}
	}
	if v, ok := methods.Find("抽签"); ok {
		t.Errorf("%q is read as %s", "抽签", v.Code)
	}
}
