package source

import "gongkai/internal/finding"

func byteRules() []*finding.Rule {
	return []*finding.Rule{
		ruleBadEncoding, ruleUnknownEncoding, ruleDecodedAs, ruleNUL,
		ruleReplacement, ruleMojibake, ruleNotATable, ruleConflict, ruleLFS,
	}
}

var ruleBadEncoding = &finding.Rule{
	ID: "bad-encoding", Group: finding.GroupForm, Severity: finding.Error,
	Title: say("文件的编码读不出来", "The file's encoding cannot be read"),
	Why: say("编码猜错，名称就成乱码，检索不到，也无法核对。",
		"With the wrong encoding names turn into nonsense that nobody can search or check."),
	Fix: say("在表格软件中另存为“CSV UTF-8”，或在 data/columns.yaml 中为该表写明 encoding(如 gb18030、big5、windows-1252)。",
		"Save the file as “CSV UTF-8” in the spreadsheet program, or name its encoding in data/columns.yaml (encoding: gb18030, big5, windows-1252 …)."),
	Bad:  "id,title\nP1,Caf<E9> for the elderly\n",
	Good: "id,title\nP1,Café for the elderly\n",
}

var ruleUnknownEncoding = &finding.Rule{
	ID: "unknown-encoding", Group: finding.GroupForm, Severity: finding.Error,
	Title: say("写明的编码名称不认识", "The encoding named is not a known one"),
	Why:   say("不知道编码就读不出文件。", "Without a known encoding the file cannot be read."),
	Fix:   say("改用列出的名称之一，或删去 encoding 让程序自动判断。", "Use one of the names listed, or remove encoding so that it is detected."),
	Bad:   "file: data/projects.csv <encoding: gb1803>\nid,title\n",
	Good:  "file: data/projects.csv <encoding: gb18030>\nid,title\nP1,Meals at home\n",
}

var ruleDecodedAs = &finding.Rule{
	ID: "decoded-as", Group: finding.GroupForm, Severity: finding.Info,
	Title: say("文件不是 UTF-8，已按另一种编码读取", "The file is not UTF-8 and was read in another encoding"),
	Why:   say("自动判断可能出错，故说明依据何种编码。", "Detection can be wrong, so the choice is told."),
	Fix:   say("核对文字是否正确；另存为“CSV UTF-8”可免去判断。", "See that the text reads well; saving as “CSV UTF-8” removes the guess."),
	Bad:   "id,title\nP1,<C9 E7 C7 F8 D1 F8 C0 CF B7 FE CE F1>\n",
	Good:  "id,title\nP1,社区养老服务\n",
}

var ruleNUL = &finding.Rule{
	ID: "nul-byte", Group: finding.GroupForm, Severity: finding.Error,
	Title: say("文件含有空字节(NUL)", "The file holds a NUL byte"),
	Why:   say("NUL 不是文字；文件可能损坏，或其实是另一种格式。", "NUL is no text: the file is damaged or is of another kind."),
	Fix:   say("从原表重新导出为“CSV UTF-8”。", "Export the table again as “CSV UTF-8”."),
	Bad:   "id,title\nP1,Meals<00> at home\n",
	Good:  "id,title\nP1,Meals at home\n",
}

var ruleReplacement = &finding.Rule{
	ID: "replacement-character", Group: finding.GroupForm, Severity: finding.Warning,
	Title: say("文字中有替代符 �", "The text holds the replacement character �"),
	Why:   say("某次转换时有字丢失，页面上会显示为 �。", "An earlier conversion lost a letter; readers will see �."),
	Fix:   say("对照原件补上丢失的字。", "Restore the lost letter from the original."),
	Bad:   "id,title\nP1,社区养�服务\n",
	Good:  "id,title\nP1,社区养老服务\n",
}

var ruleMojibake = &finding.Rule{
	ID: "mojibake", Group: finding.GroupForm, Severity: finding.Warning,
	Title: say("文字像是用错编码转换过的乱码", "The text looks garbled by a wrong conversion"),
	Why:   say("文件曾以错误编码打开并保存，名称已无法辨认。", "The file was once opened in the wrong encoding and saved; names are unreadable."),
	Fix:   say("从原件重新导出为“CSV UTF-8”，不要在乱码的文件上修补。", "Export again from the original as “CSV UTF-8” rather than mending the garbled file."),
	Bad:   "id,title\nP1,CafÃ© for the elderly\n",
	Good:  "id,title\nP1,Café for the elderly\n",
}

var ruleNotATable = &finding.Rule{
	ID: "not-a-table", Group: finding.GroupForm, Severity: finding.Error,
	Title: say("文件不是文本表格", "The file is not a table of text"),
	Why:   say("只改扩展名不会改变内容，程序读不出其中的行。", "Another name does not change what is inside; no rows can be read from it."),
	Fix:   say("用相应软件打开，再另存为“CSV UTF-8”。", "Open it in the program it belongs to and save it as “CSV UTF-8”."),
	Bad:   "<!DOCTYPE html>\n<html><body><table><tr><td>id</td></tr></table></body></html>\n",
	Good:  "id,title\nP1,Meals at home\n",
}

var ruleConflict = &finding.Rule{
	ID: "conflict-marker", Group: finding.GroupForm, Severity: finding.Error,
	Title: say("文件中留有合并冲突标记", "The file holds marks of an unfinished merge"),
	Why:   say("两个人的修改并存，不知以哪个为准。", "Two people's changes stand side by side, and which one counts is unknown."),
	Fix:   say("留下正确的行，删去 <<<<<<<、======= 和 >>>>>>> 三行。", "Keep the right rows and delete the lines <<<<<<<, ======= and >>>>>>>."),
	Bad:   "id,title\n<<<<<<< HEAD\nP1,Meals at home\n=======\nP1,Meals delivered\n>>>>>>> edits\n",
	Good:  "id,title\nP1,Meals delivered\n",
}

var ruleLFS = &finding.Rule{
	ID: "lfs-pointer", Group: finding.GroupForm, Severity: finding.Error,
	Title: say("文件只是 Git LFS 指针", "The file is only a Git LFS pointer"),
	Why:   say("真正的表没有取到，读不到任何记录。", "The table itself was not fetched, so there is nothing to read."),
	Fix:   say("运行 git lfs pull 后再构建。", "Run git lfs pull, then build again."),
	Bad:   "version https://git-lfs.github.com/spec/v1\noid sha256:0000\nsize 120\n",
	Good:  "id,title\nP1,Meals at home\n",
}
