/** 企业 to call on. Every name says that it is an example: none may be taken for a firm that exists. */
export interface EnterpriseMaterial {
  name: string;
  village: string;
}

const rows: readonly (readonly [village: string, ...names: string[]])[] = [
  ["昇光村", "示例晨禾五金制品厂", "示例青橙包装有限公司"],
  ["云峰村", "示例云杉机械配件厂"],
  ["罗峰社区", "示例小满食品商行", "示例知行电子商务有限公司"],
  ["民丰村", "示例丰穗农业专业合作社"],
  ["新坝村", "示例长风船用配件有限公司", "示例远帆物流有限公司"],
  ["联三村", "示例三合纺织品有限公司"],
  ["义桥村", "示例桥头木业制品厂", "示例益民塑料制品厂", "示例恒一阀门有限公司"],
  ["湘东村", "示例东篱园艺有限公司"],
  ["湘南村", "示例南枝服饰有限公司"],
  ["渔浦社区", "示例渔火文化创意有限公司"],
  ["河西村", "示例河畔水产养殖场"],
  ["山后村", "示例山泉饮品有限公司"],
  ["富春村", "示例春和家纺有限公司"],
  ["丁家庄村", "示例丁香玩具厂"],
  ["西山村", "示例西岭石材加工场"],
  ["蛟山村", "示例蛟龙消防器材有限公司"],
  ["田丰村", "示例田园粮油加工厂"],
  ["勤里村", "示例勤业精密模具有限公司"],
  ["七里店村", "示例七里香糕点坊"],
  // The longest name a form has to carry: 28 characters.
  ["徐童山下村", "示例钱塘江南岸新型环保建筑装饰材料研发及制造股份有限公司"],
];

export const enterprises: readonly EnterpriseMaterial[] = rows.flatMap(([village, ...names]) =>
  names.map((name) => ({ name, village })));
