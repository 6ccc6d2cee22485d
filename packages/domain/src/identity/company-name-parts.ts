const words = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== '');

/**
 * Names that a company's may begin with: provinces, their capitals, and the cities of the lower Yangtze and of Guangdong, without 省 and 市. Source: GB/T 2260, codes for
 * the administrative divisions of China. A name of any other place is taken for a part of the company's own.
 */
export const DIVISIONS: readonly string[] = words(`
  北京 天津 上海 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 台湾 内蒙古 广西 西藏 宁夏 新疆 香港 澳门 中国
  石家庄 太原 沈阳 长春 哈尔滨 南京 杭州 合肥 福州 南昌 济南 郑州 武汉 长沙 广州 海口 成都 贵阳 昆明 西安 兰州 西宁 呼和浩特 南宁 拉萨 银川 乌鲁木齐 大连 青岛 厦门
  无锡 徐州 常州 苏州 南通 连云港 淮安 盐城 扬州 镇江 泰州 宿迁 宁波 温州 嘉兴 湖州 绍兴 金华 衢州 舟山 台州 丽水
  芜湖 蚌埠 淮南 马鞍山 淮北 铜陵 安庆 黄山 滁州 阜阳 宿州 六安 亳州 池州 宣城
  韶关 深圳 珠海 汕头 佛山 江门 湛江 茂名 肇庆 惠州 梅州 汕尾 河源 阳江 清远 东莞 中山 潮州 揭阳 云浮
`);

/** What a manufacturer's name says of its trade, by the words of GB/T 4754-2017, section C, and of what goes with it. */
export const TRADES: readonly string[] = words(`
  注塑 注塑机 吹塑 塑料 塑胶 橡塑 橡胶 塑业 模具 模塑 精密 机械 机电 机床 数控 重工 轻工 五金 金属 钢铁 钢构 铝业 铜业 铸造 锻造 冲压 钣金 焊接 热处理 表面处理
  电子 电器 电气 电机 电源 电缆 线缆 电池 光电 半导体 通信 通讯 照明 仪器 仪表 传感器 自动化 智能 智造 机器人 装备 设备 成套设备 工具 刀具 夹具 轴承 齿轮 阀门 泵业 紧固件 标准件 弹簧 配件 零部件 部件 汽车 车业
  汽车零部件 船舶 航空 铁路 化工 化学 涂料 材料 新材料 复合材料 玻璃 陶瓷 建材 水泥 石油 能源 新能源 环保 环境 节能 纺织 印染 服装 服饰 针织 皮革 鞋业 家具 木业 家居 造纸 纸业 包装 印刷 文具 玩具 工艺品 日用品 化妆品
  食品 饮料 酒业 茶业 粮油 医药 药业 制药 医疗 医疗器械 器械 生物 科技 技术 信息 信息技术 软件 网络 工业 实业 制造 制品 加工 工程 贸易 商贸 进出口 物流 发展 集团
`);

/** 有限公司 in its kinds, and what may follow it. */
export const LEGAL_FORM = /(股份|责任)?有限(责任)?公司.*$/u;
