package output

import "golang.org/x/sys/windows"

// causes are the causes of a failure that a person can do something about.
func causes() []cause {
	space := phrase{"清理磁盘空间后重新生成", "free some space on that disk and build again"}
	open := phrase{"关闭正在使用它的程序后重新生成", "close the program that has it open and build again"}
	return append([]cause{
		{windows.ERROR_DISK_FULL, space},
		{windows.ERROR_SHARING_VIOLATION, open},
		{windows.ERROR_LOCK_VIOLATION, open},
	}, commonCauses()...)
}
