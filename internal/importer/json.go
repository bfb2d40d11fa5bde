package importer

import (
	"bytes"
	"encoding/json"
	"io"
	"maps"
	"math/big"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// object is a JSON object from which the keys that are understood are taken; what
// is left goes into columns of its own.
type object map[string]any

// decode reads a document with its numbers as written.
func decode(data []byte) (any, error) {
	d := json.NewDecoder(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff"))))
	d.UseNumber()
	var v any
	if err := d.Decode(&v); err != nil {
		return nil, err
	}
	if _, err := d.Token(); err != io.EOF {
		return nil, failf("文件末尾还有别的内容", "there is more after the end")
	}
	return v, nil
}

// text takes a string, number or boolean; "" where there is none.
func (o object) text(key string) string {
	text, ok := scalar(o[key])
	if ok {
		delete(o, key)
	}
	return text
}

func scalar(v any) (string, bool) {
	switch v := v.(type) {
	case string:
		return v, true
	case json.Number:
		return plainNumber(v.String()), true
	case bool:
		if v {
			return "true", true
		}
		return "false", true
	case nil:
		return "", true
	}
	return "", false
}

// plainNumber writes a number without an exponent, exactly; one with a huge
// exponent stays as it is. What a program wrote of a binary fraction, such as
// 0.30000000000000004, is the number meant.
func plainNumber(text string) string {
	if _, fraction, _ := strings.Cut(text, "."); len(fraction) > 8 {
		if f, err := strconv.ParseFloat(text, 64); err == nil {
			if short := inFull(f); len(short) < len(text)-5 {
				return short
			}
		}
	}
	mantissa, exponent, ok := strings.Cut(strings.ToLower(text), "e")
	if !ok || len(strings.Trim(exponent, "+-")) > 2 {
		return text
	}
	r, ok := new(big.Rat).SetString(text)
	if !ok {
		return text
	}
	_, fraction, _ := strings.Cut(mantissa, ".")
	plain := r.FloatString(len(fraction) + 99)
	return strings.TrimSuffix(strings.TrimRight(plain, "0"), ".")
}

// day takes a date, without a time of day that says nothing: where a format asks
// for one, a day begins at midnight and ends a second before the next, in
// whatever zone.
func (o object) day(key string) string {
	text := o.text(key)
	day, clock, _ := strings.Cut(text, "T")
	clock, fraction, _ := strings.Cut(clock, ".")
	if fraction != "" {
		clock += strings.TrimLeft(fraction, "0123456789")
	}
	for _, whole := range []string{"00:00:00", "23:59:59"} {
		if zone, ok := strings.CutPrefix(clock, whole); ok && offset.MatchString(zone) {
			return day
		}
	}
	return text
}

var offset = regexp.MustCompile(`^(Z|[+-]\d\d:?\d\d)?$`)

// object is the object of a key, empty where there is none.
func (o object) object(key string) object {
	if m, ok := o[key].(map[string]any); ok {
		return m
	}
	return object{}
}

// money takes the amount and the currency of a value of OCDS.
func (o object) money(key string) (amount, currency string) {
	v := o.object(key)
	amount, currency = v.text("amount"), v.text("currency")
	return amount, currency
}

// list takes a list of objects; none, and nothing is taken, where it is another
// thing.
func (o object) list(key string) []object {
	all, ok := o[key].([]any)
	if !ok {
		return nil
	}
	var list []object
	for _, v := range all {
		m, ok := v.(map[string]any)
		if !ok {
			return nil
		}
		list = append(list, m)
	}
	delete(o, key)
	return list
}

// flatten gives what is left of an object as columns: an object's keys under its
// own, a list as the JSON that it was.
func (o object) flatten(path string, give func(heading, text string)) {
	for _, key := range slices.Sorted(maps.Keys(o)) {
		heading := path + "/" + key
		if text, ok := scalar(o[key]); ok {
			if text != "" {
				give(heading, text)
			}
			continue
		}
		if m, ok := o[key].(map[string]any); ok {
			object(m).flatten(heading, give)
			continue
		}
		if list, ok := o[key].([]any); ok && len(list) > 0 {
			var out strings.Builder
			e := json.NewEncoder(&out)
			e.SetEscapeHTML(false)
			if err := e.Encode(list); err == nil {
				give(heading, strings.TrimSpace(out.String()))
			}
		}
	}
}

// texts takes a list of strings.
func (o object) texts(key string) []string {
	list, _ := o[key].([]any)
	var texts []string
	for _, v := range list {
		if text, ok := v.(string); ok {
			texts = append(texts, text)
		}
	}
	if len(texts) == len(list) {
		delete(o, key)
	}
	return texts
}
