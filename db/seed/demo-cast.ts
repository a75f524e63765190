import { pinyin } from "pinyin-pro";
import type { Role } from "@/lib/words/person";
import { anyGender, personName } from "./material/names";
import { int, type Next } from "./material/chance";

/** Someone of the demo town. `shown`: the role whose printed demo sign-in they are. */
export type Resident = { name: string; account: string; roles: Role[]; department: string; title: string; villages: string[]; mentor?: string; shown?: Role };

const departments = ["党政办", "农业农村办", "平安法治办", "经济发展办", "社会事务办", "村镇建设办", "综合执法队"];

/** 19 cadres and their 14 mentors, 60 village cadres, grid members, examiners, the office, leaders, admin, auditor. */
export function demoCast(next: Next, villages: readonly string[]): Resident[] {
  const taken = new Set<string>();
  const someone = (roles: Role[], born: [number, number], rest: Partial<Resident> = {}): Resident => {
    for (;;) {
      const name = rest.name ?? personName(next, anyGender(next), int(next, ...born));
      const account = rest.account ?? pinyin(name, { toneType: "none", type: "array", surname: "head" }).join("").replace(/[^a-z]/gi, "").toLowerCase();
      if (taken.has(account) || taken.has(name)) continue;
      taken.add(account).add(name);
      return { roles, department: "", title: "", villages: [], ...rest, name, account };
    }
  };
  const mentors = Array.from({ length: 14 }, (_, i) =>
    someone(["mentor"], [1970, 1985], { department: departments[i % 7]!, title: i % 3 === 0 ? "主任" : "副主任", ...(i === 0 && { name: "王建国", account: "wangjianguo", shown: "mentor" }) }));
  const cadres = Array.from({ length: 19 }, (_, i) =>
    someone(["cadre"], [1992, 2001], {
      department: departments[(i + 2) % 7]!, title: "科员", mentor: mentors[i % 14]!.account,
      villages: villages.filter((_, v) => v % 19 === i), ...(i === 0 && { name: "林晓", account: "linxiao", shown: "cadre" }),
    }));
  const newcomer = someone(["cadre"], [2001, 2003], { department: "党政办", title: "选调生", villages: [villages[3]!] });
  const villageCadres = Array.from({ length: 60 }, (_, i) =>
    someone(["villageCadre"], i % 3 === 2 ? [1990, 1999] : [1965, 1985], {
      title: ["书记", "主任", "委员"][Math.floor(i / villages.length)] ?? "委员", villages: [villages[i % villages.length]!],
      ...(i === 0 && { name: "沈国富", account: "shenguofu", shown: "villageCadre" }),
    }));
  const gridMembers = villages.slice(0, 12).map((village, i) =>
    someone(["gridMember"], [1975, 1998], { title: "网格员", villages: [village], ...(i === 0 && { name: "葛小兰", account: "gexiaolan", shown: "gridMember" }) }));
  const named = (name: string, account: string, role: Role, department: string, title: string) =>
    someone([role], [1975, 1990], { name, account, department, title, shown: role });
  return [
    ...cadres, newcomer, ...mentors, ...villageCadres, ...gridMembers,
    named("陈丽萍", "dangjianban", "office", "党建办", "主任"),
    someone(["office"], [1985, 1996], { department: "党建办", title: "干事" }),
    named("孔维民", "kaoguan", "examiner", "社会事务办", "联村考官"),
    someone(["examiner"], [1975, 1988], { department: "农业农村办" }),
    someone(["examiner"], [1975, 1988], { department: "平安法治办" }),
    named("俞国良", "zhenlingdao", "leader", "镇政府", "党委副书记"),
    named("管文斌", "admin", "admin", "党政办", "系统管理员"),
    named("申静", "auditor", "auditor", "纪检监察办", "审计员"),
  ];
}
