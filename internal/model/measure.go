package model

import (
	"gongkai/internal/finding"
	"gongkai/internal/table"
)

// measures are the usual measures of figures.
var measures = map[string]finding.Text{
	"organizations":            {ZH: "参与的组织", EN: "Organizations taking part"},
	"projects":                 {ZH: "项目", EN: "Projects"},
	"areas":                    {ZH: "民生领域", EN: "Livelihood areas"},
	"projects_purchased":       {ZH: "购买的项目", EN: "Projects purchased"},
	"mobilised":                {ZH: "动员的人员、会员和志愿者", EN: "Staff, members and volunteers mobilised"},
	"social_funds":             {ZH: "带动社会资金", EN: "Social funds raised"},
	"people_served":            {ZH: "服务人数", EN: "People served"},
	"honours":                  {ZH: "获荣誉证书的组织", EN: "Organizations with honorary certificates"},
	"budget":                   {ZH: "资金", EN: "Fund"},
	"amount_awarded":           {ZH: "购买金额", EN: "Amount purchased"},
	"agencies":                 {ZH: "购买部门", EN: "Purchasing departments"},
	"training_institutions":    {ZH: "培训机构", EN: "Training institutions"},
	"venues":                   {ZH: "服务中心", EN: "Service centres"},
	"events":                   {ZH: "活动", EN: "Events"},
	"participants":             {ZH: "参加人次", EN: "Participants"},
	"social_workers_qualified": {ZH: "取得社会工作者资格的人", EN: "People qualified as social workers"},
	"social_work_institutions": {ZH: "专业社工机构", EN: "Professional social work institutions"},
}

// ofPlace is what organizations are of a place: all it has, not those that took part
// in something.
var ofPlace = finding.Text{ZH: "社会组织", EN: "Social organizations"}

// MeasureName is how a measure of a record is called in a language; as it is written
// where it is none of the usual ones.
func MeasureName(measure string, about table.Entity, lang string) string {
	if _, place := about.(*District); place && measure == "organizations" {
		return ofPlace.In(lang)
	}
	if m, ok := measures[measure]; ok {
		return m.In(lang)
	}
	return measure
}
