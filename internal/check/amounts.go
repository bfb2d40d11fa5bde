package check

import (
	"gongkai/internal/model"
	"gongkai/internal/table"
	"gongkai/internal/value"
)

// eachMoney calls f for every amount of a dataset that is published.
func eachMoney(d *model.Dataset, f func(e table.Entity, field *table.Field, m value.Money)) {
	for _, t := range d.Tables() {
		for _, field := range t.Schema().Fields {
			if field.Kind != table.KindMoney {
				continue
			}
			for i := range t.Len() {
				e := t.At(i)
				if m := *field.Of(e).(*value.Money); !m.IsZero() {
					f(e, field, m)
				}
			}
		}
	}
}
