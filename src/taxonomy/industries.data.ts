/**
 * The Strategic Emerging Industries classification of 2018: 9 industries and 40 groups. Codes and Chinese names are the
 * classification's; English names, aliases (separated by ";", they help suggestions) and the divisions of
 * GB/T 4754-2017 each group mostly falls in are ours. The divisions are unverified advice and decide nothing. One table, so
 * one file, long as it is.
 */
export interface IndustryGroup {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly aliases: string;
  readonly divisions: string;
}

export interface Industry {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly aliases: string;
  readonly groups: readonly IndustryGroup[];
}

/** A word of plans, read as the industries or groups it covers. */
export interface PlanWord {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly aliases: string;
  readonly covers: readonly string[];
}

export const PLAN_WORDS: readonly PlanWord[] = [
  {
    code: 'word:dual-carbon',
    zh: '双碳',
    en: 'Dual carbon',
    aliases:
      '碳达峰; 碳中和; 低碳; 零碳; 降碳; 碳减排; 碳排放; 碳足迹; 碳捕集; CCUS; carbon neutrality; carbon peak; low carbon; net zero',
    covers: ['6', '7', '5'],
  },
  {
    code: 'word:advanced-equipment',
    zh: '先进装备制造',
    en: 'Advanced equipment manufacturing',
    aliases: '先进装备; 高端装备; 装备制造; 重大技术装备; 成套装备; advanced equipment; high-end equipment',
    covers: ['2'],
  },
  {
    code: 'word:new-materials',
    zh: '新材料',
    en: 'New materials',
    aliases: '先进材料; 关键材料; 新型材料; advanced materials; novel materials',
    covers: ['3'],
  },
  {
    code: 'word:smart-manufacturing',
    zh: '智能制造',
    en: 'Smart manufacturing',
    aliases:
      '智能智造; 智造; 智能工厂; 数字化车间; 灯塔工厂; 工业4.0; smart manufacturing; smart factory; intelligent manufacturing; industry 4.0',
    covers: ['2.1', '1.5'],
  },
];

export const INDUSTRIES: readonly Industry[] = [
  {
    code: '1',
    zh: '新一代信息技术产业',
    en: 'New-generation information technology',
    aliases: '信息技术; 数字经济; 信创; 信息化; information technology; digital economy',
    groups: [
      {
        code: '1.1',
        zh: '下一代信息网络产业',
        en: 'Next-generation information networks',
        aliases:
          '5G; 6G; 光通信; 光纤; 物联网; 基站; 无线通信; 通信网络; IPv6; 交换机; internet of things; optical communication',
        divisions: 'C39 I63',
      },
      {
        code: '1.2',
        zh: '电子核心产业',
        en: 'Core electronics',
        aliases:
          '集成电路; 芯片; 半导体; 传感器; 显示面板; 碳化硅衬底; 砷化镓; LED; 光电子; 电子元器件; semiconductor; integrated circuit',
        divisions: 'C38 C39',
      },
      {
        code: '1.3',
        zh: '新兴软件和新型信息技术服务',
        en: 'Emerging software and information services',
        aliases:
          '工业软件; 操作系统; 数据库; 网络安全; 信息安全; 区块链; 中间件; MES; ERP; 工业互联网; industrial software; cybersecurity; blockchain',
        divisions: 'I65',
      },
      {
        code: '1.4',
        zh: '互联网与云计算、大数据服务',
        en: 'Internet, cloud computing and big data',
        aliases:
          '云计算; 大数据; 数据中心; 云平台; 算力; 边缘计算; 智慧城市; 电子商务; cloud computing; big data; data centre; edge computing',
        divisions: 'I64 I65',
      },
      {
        code: '1.5',
        zh: '人工智能',
        en: 'Artificial intelligence',
        aliases:
          '机器学习; 深度学习; 机器视觉; 计算机视觉; 语音识别; 自然语言处理; 神经网络; 知识图谱; 图像识别; AI; machine learning; deep learning; computer vision',
        divisions: 'C39 I65',
      },
    ],
  },
  {
    code: '2',
    zh: '高端装备制造产业',
    en: 'High-end equipment manufacturing',
    aliases: '高端装备; 装备制造; 重型机械; high-end equipment',
    groups: [
      {
        code: '2.1',
        zh: '智能制造装备产业',
        en: 'Smart manufacturing equipment',
        aliases:
          '工业机器人; 机器人; 数控机床; 增材制造; 3D打印; 自动化生产线; 伺服电机; 减速器; 智能仪器仪表; 煤机装备; 智能采掘; industrial robot; CNC machine tool; additive manufacturing',
        divisions: 'C34 C35 C40',
      },
      {
        code: '2.2',
        zh: '航空装备产业',
        en: 'Aviation equipment',
        aliases:
          '无人机; 航空发动机; 通用航空; 直升机; 飞机制造; 航空零部件; 低空; UAV; drone; aero-engine; aircraft',
        divisions: 'C37',
      },
      {
        code: '2.3',
        zh: '卫星及应用产业',
        en: 'Satellites and applications',
        aliases:
          '北斗; 卫星导航; 遥感; 卫星通信; 卫星定位; 商业航天; 火箭; GNSS; remote sensing; satellite navigation',
        divisions: 'C37 C39 I63',
      },
      {
        code: '2.4',
        zh: '轨道交通装备产业',
        en: 'Rail transit equipment',
        aliases:
          '高铁; 动车组; 轮对; 车轴; 机车; 城市轨道; 地铁; 列车; 铁路装备; 转向架; high-speed rail; locomotive; rail transit',
        divisions: 'C37',
      },
      {
        code: '2.5',
        zh: '海洋工程装备产业',
        en: 'Marine engineering equipment',
        aliases:
          '海洋工程; 海洋平台; 深海装备; 船舶; 水下机器人; 海上钻井; 海水淡化; offshore platform; marine engineering; subsea',
        divisions: 'C34 C35 C37',
      },
    ],
  },
  {
    code: '3',
    zh: '新材料产业',
    en: 'New materials',
    aliases: '先进材料; 关键材料; advanced materials',
    groups: [
      {
        code: '3.1',
        zh: '先进钢铁材料',
        en: 'Advanced steel',
        aliases:
          '特种钢; 特钢; 不锈钢; 硅钢; 合金钢; 耐热钢; 高强钢; 轴承钢; 手撕钢; 钢铁; stainless steel; alloy steel; special steel',
        divisions: 'C31 C33',
      },
      {
        code: '3.2',
        zh: '先进有色金属材料',
        en: 'Advanced non-ferrous metals',
        aliases:
          '铝合金; 镁合金; 钛合金; 铜合金; 稀土; 钕铁硼; 永磁; 硬质合金; 高温合金; 靶材; aluminium alloy; magnesium alloy; titanium alloy; rare earth',
        divisions: 'C32 C33',
      },
      {
        code: '3.3',
        zh: '先进石化化工新材料',
        en: 'Advanced petrochemical materials',
        aliases:
          '工程塑料; 特种橡胶; 高分子材料; 煤基新材料; 聚氨酯; 涂料; 胶粘剂; 功能膜; 电子化学品; 生物可降解塑料; engineering plastics; polymer; coating; adhesive',
        divisions: 'C26 C29',
      },
      {
        code: '3.4',
        zh: '先进无机非金属材料',
        en: 'Advanced inorganic non-metallic materials',
        aliases:
          '特种玻璃; 陶瓷; 耐火材料; 石英; 蓝宝石; 人造金刚石; 水泥基; 碳化硅陶瓷; 气凝胶; 人工晶体; ceramics; refractory; specialty glass; aerogel',
        divisions: 'C30',
      },
      {
        code: '3.5',
        zh: '高性能纤维及制品和复合材料',
        en: 'High-performance fibres and composites',
        aliases:
          '碳纤维; 芳纶; 玄武岩纤维; 玻璃纤维; 复合材料; 预浸料; 超高分子量聚乙烯纤维; 碳碳复合; carbon fibre; aramid; composite material; prepreg',
        divisions: 'C28 C30',
      },
      {
        code: '3.6',
        zh: '前沿新材料',
        en: 'Frontier materials',
        aliases:
          '石墨烯; 纳米材料; 超导材料; 液态金属; 碳纳米管; 智能材料; 超材料; 形状记忆合金; graphene; nanomaterial; superconductor; metamaterial',
        divisions: 'C26 C30 C32',
      },
      {
        code: '3.7',
        zh: '新材料相关服务',
        en: 'Services for new materials',
        aliases:
          '材料检测; 材料表征; 材料研发服务; 材料数据库; 失效分析; material testing; material characterisation; failure analysis',
        divisions: 'M73 M74',
      },
    ],
  },
  {
    code: '4',
    zh: '生物产业',
    en: 'Bio-industry',
    aliases: '生物技术; 生物经济; 大健康; biotechnology; bioeconomy',
    groups: [
      {
        code: '4.1',
        zh: '生物医药产业',
        en: 'Biopharmaceuticals',
        aliases:
          '创新药; 原料药; 疫苗; 抗体; 中药; 中成药; 仿制药; 细胞治疗; 基因治疗; 血液制品; 药物制剂; vaccine; antibody; drug discovery; traditional Chinese medicine',
        divisions: 'C27 M73',
      },
      {
        code: '4.2',
        zh: '生物医学工程产业',
        en: 'Biomedical engineering',
        aliases:
          '医疗器械; 体外诊断; 医学影像; 植入物; 康复器械; 医用材料; 手术机器人; 监护仪; IVD; medical device; medical imaging; implant',
        divisions: 'C35 C27',
      },
      {
        code: '4.3',
        zh: '生物农业及相关产业',
        en: 'Bio-agriculture',
        aliases:
          '育种; 种业; 生物肥料; 生物农药; 兽药; 饲料添加剂; 有机旱作; 智慧农业; 杂粮; breeding; biofertiliser; biopesticide; feed additive',
        divisions: 'A01 A03 C13 C26',
      },
      {
        code: '4.4',
        zh: '生物质能产业',
        en: 'Biomass energy industry',
        aliases:
          '生物柴油; 燃料乙醇; 沼气; 秸秆发电; 生物质燃料; 生物天然气; biodiesel; bioethanol; biogas; biomass fuel',
        divisions: 'C25 D44 D45',
      },
      {
        code: '4.5',
        zh: '其他生物业',
        en: 'Other bio-industry',
        aliases:
          '合成生物; 酶制剂; 发酵; 生物基材料; 生物制造; 基因测序; synthetic biology; enzyme; fermentation; bio-based material',
        divisions: 'C14 C26 M73',
      },
    ],
  },
  {
    code: '5',
    zh: '新能源汽车产业',
    en: 'New energy vehicles',
    aliases: '电动汽车; 新能源车; electric vehicle; EV; NEV',
    groups: [
      {
        code: '5.1',
        zh: '新能源汽车整车制造',
        en: 'New energy vehicle manufacturing',
        aliases:
          '纯电动; 插电式混合动力; 燃料电池汽车; 氢能重卡; 电动重卡; 电动客车; 整车; battery electric vehicle; fuel cell vehicle; electric truck',
        divisions: 'C36',
      },
      {
        code: '5.2',
        zh: '新能源汽车装置、配件制造',
        en: 'New energy vehicle components',
        aliases:
          '动力电池; 驱动电机; 电控; 电池管理系统; BMS; 车用空调; 轻量化部件; 电驱动; 车规级; traction battery; drive motor; battery management system',
        divisions: 'C36 C38',
      },
      {
        code: '5.3',
        zh: '新能源汽车相关设施制造',
        en: 'New energy vehicle facilities',
        aliases:
          '充电桩; 换电站; 充电设备; 加氢机; 加氢站设备; 无线充电; charging pile; battery swap; hydrogen refuelling',
        divisions: 'C35 C38',
      },
      {
        code: '5.4',
        zh: '新能源汽车相关服务',
        en: 'New energy vehicle services',
        aliases:
          '充电运营; 换电服务; 电池租赁; 汽车共享; 车辆检测; 充电网络; charging service; battery leasing; car sharing',
        divisions: 'D44 L71 O81',
      },
    ],
  },
  {
    code: '6',
    zh: '新能源产业',
    en: 'New energy',
    aliases: '清洁能源; 可再生能源; 绿色能源; 绿电; clean energy; renewable energy',
    groups: [
      {
        code: '6.1',
        zh: '核电产业',
        en: 'Nuclear power',
        aliases: '核电; 核能; 核燃料; 反应堆; 核级; 核岛; nuclear power; nuclear reactor; nuclear fuel',
        divisions: 'C25 C34 D44',
      },
      {
        code: '6.2',
        zh: '风能产业',
        en: 'Wind energy',
        aliases:
          '风电; 风力发电; 风机叶片; 风电法兰; 风电塔筒; 海上风电; 风场; wind power; wind turbine; wind blade',
        divisions: 'C34 C38 D44',
      },
      {
        code: '6.3',
        zh: '太阳能产业',
        en: 'Solar energy',
        aliases:
          '光伏; 太阳能电池; 光伏组件; 异质结; 钙钛矿; 光热发电; 硅片; 逆变器; photovoltaic; solar cell; perovskite; inverter',
        divisions: 'C38 C39 D44',
      },
      {
        code: '6.4',
        zh: '生物质能及其他新能源产业',
        en: 'Biomass and other new energy',
        aliases:
          '氢能; 制氢; 储氢; 燃料电池; 地热; 煤层气; 生物质发电; 电解水; hydrogen; fuel cell; geothermal; coalbed methane; electrolyser',
        divisions: 'C25 D44 D45',
      },
      {
        code: '6.5',
        zh: '智能电网产业',
        en: 'Smart grid',
        aliases:
          '储能; 微电网; 特高压; 配电自动化; 虚拟电厂; 智能电表; 柔性直流; 变压器; 源网荷储; energy storage; smart grid; microgrid; virtual power plant',
        divisions: 'C38 D44',
      },
    ],
  },
  {
    code: '7',
    zh: '节能环保产业',
    en: 'Energy saving and environmental protection',
    aliases: '节能减排; 绿色低碳; 节能; 环保; environmental protection; energy saving',
    groups: [
      {
        code: '7.1',
        zh: '高效节能产业',
        en: 'High-efficiency energy saving',
        aliases:
          '余热利用; 余热回收; 高效电机; 节能锅炉; 热泵; 变频; 能源管理; 合同能源管理; 工业窑炉; waste heat recovery; heat pump; energy efficiency; energy management',
        divisions: 'C34 C38 M75',
      },
      {
        code: '7.2',
        zh: '先进环保产业',
        en: 'Advanced environmental protection',
        aliases:
          '污水处理; 废水处理; 烟气脱硫; 脱硝; 除尘; VOCs; 土壤修复; 环境监测; 矿井水; 生态修复; wastewater treatment; desulfurisation; soil remediation; environmental monitoring',
        divisions: 'C35 N77',
      },
      {
        code: '7.3',
        zh: '资源循环利用产业',
        en: 'Resource recycling',
        aliases:
          '固废利用; 煤矸石; 粉煤灰; 赤泥; 再生资源; 电池回收; 尾矿; 废旧金属; 循环经济; 钢渣; solid waste; recycling; coal gangue; fly ash; battery recycling',
        divisions: 'C42 N77',
      },
    ],
  },
  {
    code: '8',
    zh: '数字创意产业',
    en: 'Digital creativity',
    aliases: '数字文创; 文化创意; 数字内容; digital creativity; creative industry',
    groups: [
      {
        code: '8.1',
        zh: '数字创意技术设备制造',
        en: 'Digital creative equipment',
        aliases:
          '虚拟现实设备; VR眼镜; AR眼镜; 全息投影; 超高清显示; 数字影院设备; VR headset; holographic display; augmented reality',
        divisions: 'C39',
      },
      {
        code: '8.2',
        zh: '数字文化创意活动',
        en: 'Digital culture and content',
        aliases:
          '动漫; 游戏; 短视频; 数字出版; 影视制作; 数字内容; 元宇宙; animation; video game; digital publishing; metaverse',
        divisions: 'I64 I65 R86 R87',
      },
      {
        code: '8.3',
        zh: '设计服务',
        en: 'Design services',
        aliases:
          '工业设计; 建筑设计; 产品设计; 外观设计服务; 交互设计; industrial design; product design; interaction design',
        divisions: 'M74',
      },
      {
        code: '8.4',
        zh: '数字创意与融合服务',
        en: 'Digital creativity in other fields',
        aliases:
          '数字文旅; 数字博物馆; 智慧旅游; 虚拟展厅; 沉浸式体验; 文物数字化; 直播电商; digital museum; smart tourism; immersive experience',
        divisions: 'I64 L72 R88',
      },
    ],
  },
  {
    code: '9',
    zh: '相关服务业',
    en: 'Related services',
    aliases: '科技服务; 生产性服务; technology services',
    groups: [
      {
        code: '9.1',
        zh: '新技术与创新创业服务',
        en: 'Services for new technology, innovation and start-ups',
        aliases:
          '技术转移; 成果转化; 检验检测; 知识产权服务; 孵化器; 众创空间; 创业辅导; 科技咨询; technology transfer; incubator; intellectual property services',
        divisions: 'M73 M74 M75 L72',
      },
      {
        code: '9.2',
        zh: '其他相关服务',
        en: 'Other related services',
        aliases:
          '人力资源服务; 融资租赁; 供应链服务; 科技金融; 航空运营服务; 现代物流; human resources services; leasing finance; supply chain services',
        divisions: 'J69 L71 L72 G56',
      },
    ],
  },
];
