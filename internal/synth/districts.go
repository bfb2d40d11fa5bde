package synth

// district is a division of GB/T 2260; parent is blank at the top.
type district struct {
	code, parent string
	name         text
}

// The municipalities whose districts generated records lie in.
const (
	beijing  = "110000"
	shanghai = "310000"
	pudong   = "310115"
)

func municipalities() []district {
	return []district{
		{beijing, "", text{"北京市", "Beijing"}},
		{shanghai, "", text{"上海市", "Shanghai"}},
	}
}

// beijingDistricts are the sixteen under their present codes.
func beijingDistricts() []district {
	return []district{
		{"110101", beijing, text{"东城区", "Dongcheng"}},
		{"110102", beijing, text{"西城区", "Xicheng"}},
		{"110105", beijing, text{"朝阳区", "Chaoyang"}},
		{"110106", beijing, text{"丰台区", "Fengtai"}},
		{"110107", beijing, text{"石景山区", "Shijingshan"}},
		{"110108", beijing, text{"海淀区", "Haidian"}},
		{"110109", beijing, text{"门头沟区", "Mentougou"}},
		{"110111", beijing, text{"房山区", "Fangshan"}},
		{"110112", beijing, text{"通州区", "Tongzhou"}},
		{"110113", beijing, text{"顺义区", "Shunyi"}},
		{"110114", beijing, text{"昌平区", "Changping"}},
		{"110115", beijing, text{"大兴区", "Daxing"}},
		{"110116", beijing, text{"怀柔区", "Huairou"}},
		{"110117", beijing, text{"平谷区", "Pinggu"}},
		{"110118", beijing, text{"密云区", "Miyun"}},
		{"110119", beijing, text{"延庆区", "Yanqing"}},
	}
}

func shanghaiDistricts() []district {
	return []district{
		{"310101", shanghai, text{"黄浦区", "Huangpu"}},
		{"310104", shanghai, text{"徐汇区", "Xuhui"}},
		{"310105", shanghai, text{"长宁区", "Changning"}},
		{"310106", shanghai, text{"静安区", "Jing'an"}},
		{"310107", shanghai, text{"普陀区", "Putuo"}},
		{"310109", shanghai, text{"虹口区", "Hongkou"}},
		{"310110", shanghai, text{"杨浦区", "Yangpu"}},
		{"310112", shanghai, text{"闵行区", "Minhang"}},
		{"310113", shanghai, text{"宝山区", "Baoshan"}},
		{"310114", shanghai, text{"嘉定区", "Jiading"}},
		pudongDistrict(),
		{"310116", shanghai, text{"金山区", "Jinshan"}},
		{"310117", shanghai, text{"松江区", "Songjiang"}},
		{"310118", shanghai, text{"青浦区", "Qingpu"}},
		{"310120", shanghai, text{"奉贤区", "Fengxian"}},
		{"310151", shanghai, text{"崇明区", "Chongming"}},
	}
}

func pudongDistrict() district {
	return district{pudong, shanghai, text{"浦东新区", "Pudong"}}
}
