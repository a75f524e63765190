import { int, type Next, often, pick } from "@/db/seed/material/chance";

/** 找门说明: how one tells a colleague the way, by what stands there, never by a street's name. */
const starts = [
  "村口小店", "文化礼堂", "老年活动室", "村委会大门", "公交站牌", "水塘", "石桥", "篮球场", "老樟树", "健身角", "祠堂旧址旁的空地",
  "便民服务点", "垃圾分类亭", "水泵房", "快递代收点", "村卫生室", "宣传栏", "晒谷场", "停车场", "变压器",
];
const ways = ["往东", "往西", "往南", "往北", "左手边进弄堂", "右手边进弄堂", "过桥后直走", "沿水泥路往里走"];
const counts = ["第二家", "第三家", "第四家", "第五家", "第六家", "第七家", "最里面一家", "倒数第二家", "拐角那家"];
const marks = [
  "门前有棵香樟", "门口两株桂花", "院里搭着葡萄架", "铁门刷成深红色", "门口摆着一排花盆", "外墙贴白瓷砖", "院墙是青砖砌的", "门前有口老井",
  "屋前一小块菜地", "门口停着三轮车", "二楼阳台是蓝色栏杆", "门口有两级石阶", "院里有棵柿子树", "门边挂着红灯笼", "屋后靠着竹林",
  "门前堆着柴垛", "门口装了遮雨棚", "院门朝西开", "墙上有旧标语", "门口一对石墩", "院里种着枇杷", "木门没上漆", "铝合金大门", "门口有洗衣池",
];
const flatMarks = [
  "门上贴着福字", "门口铺绿色地垫", "楼道口停着童车", "门边放着鞋柜", "门上挂着中国结", "春联还新", "深红色防盗门", "门口有把小竹椅", "楼道窗台摆着多肉",
  "对门是活动室", "一楼带小院", "单元门旁有棵玉兰", "楼道墙刚粉刷过", "门铃带摄像头", "单元门口有宣传栏", "车库卷帘门是灰色的",
];
const flatWays = ["往东第一幢", "往东第二幢", "往西第一幢", "往西第二幢", "往南第三幢", "往北第二幢", "后面那幢", "斜对面那幢"];
const flatStarts = ["小区东门", "小区西门", "社区服务中心", "公交站牌", "健身角", "快递柜", "垃圾分类亭", "车棚", "党群服务站", "便民服务点"];
const flatHints = ["门铃坏了要敲门", "单元门要请户主按开", "车停小区门口", "白天多半在楼下健身角", "电梯在左手边", "从地下车库也能上"];
const hints = ["敲侧门听得见", "白天多半走后门", "车停晒场再走进去", "导航会偏，问小店老板", "门铃在右手边", "院里有狗，先喊一声", "弄堂窄，骑车进"];

export function doorDirections(next: Next, n: number, flat: boolean): string[] {
  const seen = new Set<string>();
  while (seen.size < n) seen.add(flat ? toTheFlat(next) : toTheHouse(next));
  return [...seen];
}

function toTheHouse(next: Next): string {
  const metres = int(next, 3, 20) * 10;
  const way = often(next, 0.3) ? `${pick(next, ways)}约${metres}米` : `${pick(next, ways)}${pick(next, counts)}`;
  return `${pick(next, starts)}${way}，${pick(next, marks)}${often(next, 0.25) ? `，${pick(next, hints)}` : ""}`;
}

function toTheFlat(next: Next): string {
  const hint = often(next, 0.3) ? `，${pick(next, flatHints)}` : "";
  return `${pick(next, flatStarts)}${pick(next, flatWays)}，${pick(next, flatMarks)}${hint}`;
}
