//go:build !windows

package output

import "golang.org/x/sys/unix"

// causes are the causes of a failure that a person can do something about.
func causes() []cause {
	space := phrase{"清理磁盘空间后重新生成", "free some space on that disk and build again"}
	files := phrase{"提高打开文件数的上限（ulimit -n）后重新生成", "raise the limit of open files (ulimit -n) and build again"}
	mount := phrase{"输出位置须与其上级文件夹在同一文件系统；请在其中选择一个子文件夹", "a destination is on the same file system as its parent; choose a folder inside it"}
	return append([]cause{
		{unix.ENOSPC, space},
		{unix.EDQUOT, space},
		{unix.EROFS, phrase{"该文件系统只读；用 -d 选择可写的输出位置", "that file system is read-only; choose a destination that can be written with -d"}},
		{unix.EMFILE, files},
		{unix.ENFILE, files},
		{unix.EXDEV, mount},
		{unix.EBUSY, mount},
		{unix.ENAMETOOLONG, phrase{"缩短记录的编号或输出位置的名称", "shorten the record's id or the destination's name"}},
	}, commonCauses()...)
}
