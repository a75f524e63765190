import { Refusal } from "@/lib/kernel/refusal";
import { limits } from "./limits";

const say = (message: string) => () => Refusal.invalid("file", message);
const resave = "用 Excel 或 WPS 打开，另存为 .xlsx 再导入";

/** Every reason not to read a file, worded for the person who picked it: what is the matter, and what to do. */
export const refuse = {
  empty: say("这个文件是空的，换一个有内容的表格"),
  large: (bytes: number) =>
    Refusal.invalid("file", `这个文件 ${(bytes / 1024 / 1024).toFixed(1)} MB，超过 5 MB。删掉图片和用不到的工作表，或分成几个文件导入`),
  notTable: say("这不是表格文件，选 .xlsx、.xls 或 .csv 文件"),
  webPage: say(`这个文件其实是网页，只是名字像表格。${resave}`),
  broken: say(`这个文件不完整，可能没有下载完。${resave}`),
  bomb: say("这个文件展开后太大。把要导入的内容复制到新表格，另存为 .xlsx 再导入"),
  strange: say("这个文件里夹着表格以外的东西。把要导入的内容复制到新表格，另存为 .xlsx 再导入"),
  macros: say("这个文件带有宏。另存为不带宏的 .xlsx 再导入"),
  links: say("这个文件引用了别的表格。把内容复制到新表格，选“粘贴为数值”，另存为 .xlsx 再导入"),
  locked: say("这个文件设了密码。去掉密码，另存为 .xlsx 再导入"),
  heavy: say("这张表太复杂，10 秒内没能读完。只留要导入的工作表，或分成几个文件导入"),
  encoding: say(`认不出这个文件的文字编码。${resave}`),
  rows: say(`这张表超过 ${limits.rows.toLocaleString("en")} 行。分成几个文件导入`),
  columns: say(`这张表超过 ${limits.columns} 列。删掉用不到的列再导入`),
  text: say("这张表的文字超过 800 万字。分成几个文件导入"),
  noRows: say("表里只有表头，还没有数据。从表头下一行填起，再导入"),
  quote: (line: number) => Refusal.invalid("file", `第 ${line} 行有一个英文双引号没有成对。补上或删掉它，再导入`),
  noHeader: (names: string[]) =>
    Refusal.invalid("file", `没找到表头。要有一行写着${names.map((name) => `「${name}」`).join("")}这样的列名，可以下载模板照着填`),
  busy: () => Refusal.conflict("正在处理别的表格，过一会儿再试"),
};
type All = typeof refuse;
/** The reasons that need no detail. */
export type Reason = { [R in keyof All]: All[R] extends () => Refusal ? R : never }[keyof All];
