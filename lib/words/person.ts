import { type Word, words } from "./word";

/** What a person does here; one person may do several. */
export const role = words(
  {
    cadre: "青年干部",
    mentor: "导师",
    villageCadre: "村社干部",
    gridMember: "网格员",
    examiner: "联村考官",
    judge: "评委",
    office: "党建办",
    leader: "镇领导",
    admin: "系统管理员",
    auditor: "审计员",
  },
  "选择角色",
);
export type Role = Word<typeof role>;

/** 权限分离: nobody holds two of these. */
export const separated: readonly Role[] = ["office", "admin", "auditor"];
