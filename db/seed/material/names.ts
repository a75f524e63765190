import { type Next, often, pick, weighted } from "@/db/seed/material/chance";

/** Invented names. Surnames are weighted as one meets them south of the Qiantang; given names by generation. */
export type Gender = "female" | "male";
export type Weighted = readonly (readonly [string, number])[];

export const surnames: Weighted = [
  ["俞", 12], ["沈", 11], ["陈", 11], ["王", 10], ["韩", 8], ["来", 7], ["孔", 6], ["傅", 6], ["瞿", 5], ["汪", 5],
  ["徐", 5], ["朱", 5], ["张", 5], ["许", 4], ["金", 4], ["孙", 4], ["周", 4], ["李", 4], ["华", 3], ["丁", 3],
  ["钱", 3], ["倪", 3], ["楼", 3], ["虞", 2], ["施", 2], ["章", 2], ["蒋", 2], ["田", 2], ["郑", 2], ["谢", 2],
  ["吴", 3], ["方", 2], ["潘", 2], ["戚", 1], ["裘", 1], ["应", 1], ["冯", 1], ["葛", 1], ["寿", 1], ["宣", 1],
];

/** For layout: compound surnames, three-character given names, and a name with a dot (8 characters and the dot). */
export const longNames: Readonly<Record<Gender, readonly string[]>> = {
  female: ["欧阳慧芳", "上官雨桐", "诸葛彩琴", "古丽巴哈尔·热合曼", "阿依努尔·买合木提"],
  male: ["欧阳国祥", "司徒建平", "皇甫晓峰", "阿卜杜热合曼·艾山", "艾尔肯·吐尔逊江"],
};

interface Generation {
  until: number;
  female: string;
  male: string;
}

const generations: readonly Generation[] = [
  {
    until: 1955,
    male: `阿根 水根 金根 关根 荣根 宝根 长根 炳根 祖根 宝林 金林 关林 水林 阿水 金水 长水 炳炎 炳荣 柏泉 金泉 水泉 宝泉 家富
      长富 阿富 增福 根福 阿兴 长兴 金兴 关兴 水兴 金法 水法 关法 阿法 金木 阿木 柏木 仁木 仁根 仁法 张根 连根 连生 水生 金生
      关生 荣生 阿土 阿毛 德根 德林 德兴 德富 传根 传林 善根 善林`,
    female: `凤英 桂英 秀英 菊英 彩英 杏英 梅英 月英 玉英 阿凤 菊珍 彩珍 水珍 宝珍 素珍 玉珍 凤珍 杏珍 银花 杏花 桂花 阿花
      彩花 凤仙 水仙 雅仙 桂仙 阿娥 月娥 桂娥 彩娥 凤娥 阿珠 宝珠 彩珠 桂珠 阿琴 彩凤 金凤 水凤 雅凤 阿菊 彩菊 金菊 大毛 小毛 仁凤
      仁珍 荣珍 荣花 关珍 关凤 招娣 根娣 阿娣`,
  },
  {
    until: 1969,
    male: `国富 国祥 国良 国兴 国荣 国根 国林 建国 建华 建明 建平 建林 建祥 建荣 志强 志明 志祥 志良 志根 卫国 卫明 国庆 永明
      永祥 永良 永林 永根 关祥 关明 关良 关荣 伟林 柏祥 柏林 柏良 金祥 金良 金明 海祥 海明 海根 海良 新法 新根 新林 观林 观祥
      水荣 水祥 水明 忠明 忠良 忠祥 忠根 来法 来根 月明 月祥 月林 张林 张祥 正明 正祥 正良 幼林 幼祥 小根 小林 小祥`,
    female: `爱华 爱珍 爱娟 爱琴 爱芬 美华 美珍 美娟 美英 美琴 美芬 秀珍 秀娟 秀琴 秀芬 亚芬 亚珍 亚娟 雅芬 雅琴 雅娟 国芬 国英
      国娟 建芬 建英 建娟 玲芬 玲娟 玲珍 菊芬 菊娟 关娟 关英 彩娟 彩琴 彩芬 素琴 素芬 素娟 凤娟 凤琴 杏娟 杏芬 水娟 水芬 水英
      利娟 利英 利芬 文娟 文英 文琴 小娟 小珍 月琴 月娟 月芬 月珍 吉芬 吉英 桂芬 桂琴 桂娟`,
  },
  {
    until: 1984,
    male: `伟 峰 军 勇 刚 江 伟峰 伟江 伟军 伟良 建峰 建军 建江 国平 国强 国江 国锋 海江 海峰 海军 海平 海良 晓峰 晓明 晓江
      利明 利江 利锋 利军 立新 立峰 立江 永刚 永军 永江 永强 志刚 志军 志江 志伟 关军 关江 少华 少峰 少军 卫江 卫锋 柏江 柏军
      华平 华锋 华江 华良 水江 水军 新江 新良 新锋 金江 金锋 忠华 忠江 云峰 云江 云良 小军 小江 小锋 剑锋 剑平 剑江`,
    female: `丽 红 燕 芳 萍 琴 丽华 丽娟 丽萍 丽琴 丽英 丽君 红英 红霞 红梅 红燕 红芳 小红 小燕 小芳 小英 小萍 燕飞 燕芬 燕萍
      海燕 海英 海萍 海琴 春燕 春华 春芳 春英 国飞 国琴 国萍 飞燕 飞英 琴芳 琴燕 亚萍 亚琴 亚红 雅萍 雅红 雅君 晓燕 晓红 晓芳
      晓琴 利萍 利红 利君 利琴 华英 华芳 华萍 玲燕 玲萍 玲飞 爱萍 爱飞 美萍 美飞 建红 建琴 建萍 莉萍 莉君`,
  },
  {
    until: 1999,
    male: `凯 杰 浩 超 磊 鑫 鹏 斌 晨 帆 奇 佳峰 佳伟 佳杰 佳明 佳锋 凯杰 凯峰 凯锋 凯强 俊杰 俊峰 俊锋 宇峰 宇杰 宇锋 浩杰
      浩峰 浩锋 鹏飞 鹏程 鹏杰 晨杰 晨峰 晨锋 梦杰 梦军 泽军 泽峰 泽锋 立杰 立锋 国栋 国杰 海杰 海锋 海波 海斌 晓斌 晓杰
      晓波 建斌 建波 建杰 建锋 伟杰 伟锋 伟斌 志斌 志杰 志锋 少杰 少锋 天宇 天杰 铭杰 铭锋 旭峰 旭东 旭锋 科杰 科峰 科锋 益峰 益锋`,
    female: `倩 婷 雯 静 洁 丹 琳 颖 璐 佳佳 佳丽 佳琪 佳妮 佳雯 佳敏 倩倩 倩雯 倩丽 婷婷 婷雯 雯雯 雯婷 静怡 静雯 静燕 梦佳
      梦婷 梦娇 梦雯 梦洁 露露 洁琼 洁萍 莎莎 丹丹 丹萍 丹燕 琳琳 琳燕 颖颖 颖佳 蓓蓓 晓雯 晓倩 晓婷 晓丹 晓洁 晓琳 海燕 海琳
      海霞 燕萍 燕妮 燕婷 丽莎 丽娜 丽佳 雨婷 雨佳 雨倩 思佳 思婷 思敏 思琪 亚婷 亚男 亚琪 春燕 春丽 彬彬 飞飞 璐璐 圆圆`,
  },
  {
    until: 2099,
    male: `子轩 浩然 梓轩 宇航 宇轩 俊熙 俊昊 泽楷 泽宇 泽瑞 奕辰 奕凡 奕铭 昊天 昊然 皓轩 宸轩 宸宇 铭轩 铭宇 嘉豪 嘉懿
      嘉诚 嘉乐 一诺 一鸣 一帆 子豪 子杰 子墨 子恒 梓豪 梓睿 睿哲 睿轩 睿涵 景行 景轩 思远 思源 思齐 天佑 天乐 家乐 家豪 煜城
      煜轩 沐阳 沐辰 承泽 承宇 书恒 书豪 鑫磊 鑫宇 晨阳 晨曦`,
    female: `子涵 梓涵 欣怡 欣妍 欣悦 诗涵 诗琪 诗妍 梦瑶 梦涵 雨涵 雨桐 雨欣 语桐 语晨 语彤 奕萱 奕涵 奕菲 一诺 一涵 依诺
      依晨 可馨 可欣 可心 思涵 思妍 思彤 若曦 若彤 若溪 沐瑶 沐晴 沐妍 芷涵 芷萱 佳怡 佳萱 嘉怡 嘉萱 馨怡 馨予 心怡 心妍 悦宁
      悦彤 晨曦 晨悦 紫萱 紫涵 婉婷 婉清 书瑶 书妍 安琪 安然 乐怡 乐瑶`,
  },
];

/** Combinations that are somebody everyone knows. A demo town must not borrow them. */
const knownPeople = new Set(
  `王伟 王勇 王刚 王军 王杰 王浩 王鹏 王磊 王超 王凯 王俊凯 王丽 王静 王珞丹 王琳 王菲 王江 王志强 王志刚 王建军 王建平
   陈凯 陈伟 陈刚 陈浩 陈丹 陈红 陈静 陈燕 陈鹏 陈晨 陈伟霆 陈志刚 陈建平 陈建华 陈国强 沈腾 沈丹萍 沈伟 沈浩 沈国荣
   韩红 韩磊 韩雪 韩晓鹏 韩国良 孔令辉 汪峰 汪洋 汪涵 汪小菲 傅莹 傅园慧 傅海峰 瞿颖 瞿秋白 徐静 徐浩峰 徐峰 朱军 朱丹
   朱婷 张杰 张勇 张伟 张丹 张丹峰 张静 张颖 张志强 张国荣 张国立 张国强 张军 许勇 许浩 金海 孙杰 孙红雷 孙颖 周杰 周涛
   周迅 周浩 李静 李军 李勇 李红 李丹 李建华 李建国 李国庆 李宁 李晨 李浩 李超 李鹏 李志强 华晨 华国锋 吴杰 吴磊 吴昊
   吴刚 吴军 吴琼 吴京 丁磊 丁勇 钱江 钱峰 郑洁 郑爽 谢军 谢杰 潘石屹 方文 方芳 冯军 冯绍峰 蒋雯丽 蒋欣 田静 田亮
   王建国 楼永良 郑永刚 沈国军 徐立新 孙志刚 陈国富 周国平`.split(/\s+/),
);

const words = new Map<string, readonly string[]>();
/** Splitting the lists once keeps 8 000 names quick. */
function split(list: string): readonly string[] {
  const known = words.get(list) ?? list.trim().split(/\s+/);
  words.set(list, known);
  return known;
}

export function surname(next: Next, choices: Weighted = surnames): string {
  return weighted(next, choices);
}

export function givenName(next: Next, gender: Gender, birthYear: number): string {
  const generation = generations.find(({ until }) => birthYear <= until);
  if (!generation) throw new Error(`no generation for ${birthYear}`);
  return pick(next, split(generation[gender]));
}

export function personName(next: Next, gender: Gender, birthYear: number, family = surname(next)): string {
  for (;;) {
    const name = family + givenName(next, gender, birthYear);
    if (!isKnownPerson(name) && family !== name.slice(1, 2)) return name;
  }
}

export function longName(next: Next, gender: Gender): string {
  return pick(next, longNames[gender]);
}

export function isKnownPerson(name: string): boolean {
  return knownPeople.has(name);
}

export function anyGender(next: Next): Gender {
  return often(next, 0.5) ? "female" : "male";
}
