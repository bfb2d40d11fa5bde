package model

import (
	"gongkai/internal/finding"
	"gongkai/internal/table"
	"gongkai/internal/value"
)

// Event is an activity or a consultation.
type Event struct {
	table.Record
	Venue        table.Ref[Venue]        `csv:"venue" zh:"服务场所: 活动的地点" en:"Venue: where it takes place" alias:"场所|活动地点|地点|服务中心"`
	Organization table.Ref[Organization] `csv:"organization" zh:"承接主体: 举办的组织" en:"Organization: that holds it" alias:"组织|举办单位|主办单位|社会组织|Organizer|Organiser" sub:"name=组织名称|社会组织名称;credit_code=统一社会信用代码"`
	Title        value.Text              `csv:"title" zh:"活动名称" en:"Title" alias:"标题|活动|活动主题|Event"`
	Date         value.Date              `csv:"date" zh:"活动日期" en:"Date" alias:"日期|活动时间|时间|举办日期|Event date"`
	Participants value.Count             `csv:"participants" zh:"参加人数" en:"Participants" alias:"参与人数|人数|参加人次|参与人次|Attendance"`
	Kind         string                  `csv:"kind" zh:"活动类型: 如活动、咨询、讲座" en:"Kind: such as activity, consultation, lecture" alias:"类型|类别|Type|Event type"`
}

// Table names the table of events.
func (*Event) Table() table.Info {
	return table.Info{
		Name:  "events",
		Title: finding.Text{ZH: "活动", EN: "Events"},
		One:   finding.Text{ZH: "活动", EN: "Event"},
		About: finding.Text{ZH: "在服务场所或由社会组织举办的活动和咨询", EN: "activities and consultations at venues or by organizations"},
		Key:   []string{"title", "venue|organization", "date"},
	}
}
