package finding

import "fmt"

// Group is what a rule is about. The zero value is invalid so that a forgotten
// group shows.
type Group uint8

// The groups, in the order in which a file is read and a record is weighed.
const (
	GroupForm          Group = iota + 1 // bytes, and the form of tables and YAML
	GroupCells                          // one cell by itself
	GroupReferences                     // identifiers, and what refers to what
	GroupMoney                          // amounts held against each other
	GroupOrder                          // dates held against each other
	GroupActors                         // who buys, provides and judges
	GroupStates                         // what a record claims to be, against what it holds
	GroupSignals                        // patterns that are worth a look
	GroupPersonal                       // personal data
	GroupWeb                            // notes, links, layouts and addresses
	GroupConfiguration                  // site.yaml and columns.yaml
)

// Groups lists every group in order.
func Groups() []Group {
	var all []Group
	for g := GroupForm; g <= GroupConfiguration; g++ {
		all = append(all, g)
	}
	return all
}

// String is the group's name for programs.
func (g Group) String() string {
	switch g {
	case GroupForm:
		return "form"
	case GroupCells:
		return "cells"
	case GroupReferences:
		return "references"
	case GroupMoney:
		return "money"
	case GroupOrder:
		return "order"
	case GroupActors:
		return "actors"
	case GroupStates:
		return "states"
	case GroupSignals:
		return "signals"
	case GroupPersonal:
		return "personal"
	case GroupWeb:
		return "web"
	case GroupConfiguration:
		return "configuration"
	}
	return fmt.Sprintf("Group(%d)", uint8(g))
}

// Title is the group's name for people.
func (g Group) Title() Text {
	switch g {
	case GroupForm:
		return Text{ZH: "字节与表格形式", EN: "Bytes and the form of tables"}
	case GroupCells:
		return Text{ZH: "单元格", EN: "Cells"}
	case GroupReferences:
		return Text{ZH: "编号与引用", EN: "Identifiers and references"}
	case GroupMoney:
		return Text{ZH: "金额", EN: "Money"}
	case GroupOrder:
		return Text{ZH: "时间先后", EN: "Order in time"}
	case GroupActors:
		return Text{ZH: "各方关系", EN: "Who buys, provides and judges"}
	case GroupStates:
		return Text{ZH: "状态与内容", EN: "State against content"}
	case GroupSignals:
		return Text{ZH: "值得一看的迹象", EN: "Signals worth a look"}
	case GroupPersonal:
		return Text{ZH: "个人信息", EN: "Personal data"}
	case GroupWeb:
		return Text{ZH: "文字与网页", EN: "Texts and the web"}
	case GroupConfiguration:
		return Text{ZH: "配置", EN: "Configuration"}
	}
	return Text{}
}
