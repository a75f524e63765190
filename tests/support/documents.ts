import { zip } from "./workbooks";

type Part = Parameters<typeof zip>[0][number];
const mains = { docx: ["word/document.xml", "wordprocessingml.document.main"], pptx: ["ppt/presentation.xml", "presentationml.presentation.main"], xlsx: ["xl/workbook.xml", "spreadsheetml.sheet.main"] } as const;

/** The smallest document of its kind; parts of the same name replace its own. `types` is said among its types. */
export function paper(kind: keyof typeof mains = "docx", extra: Part[] = [], types = "", words = "调研报告"): Uint8Array {
  const [main, type] = mains[kind];
  const parts: Part[] = [
    { name: "[Content_Types].xml", data: `<?xml version="1.0"?><Types><Override PartName="/${main}" ContentType="application/vnd.openxmlformats-officedocument.${type}+xml"/>${types}</Types>` },
    { name: "_rels/.rels", data: relations(`<Relationship Id="r1" Type="http://x/officeDocument" Target="${main}"/>`) },
    { name: main, data: `<doc>${words}</doc>` },
  ];
  return zip([...parts.filter(({ name }) => !extra.some((one) => one.name === name)), ...extra]);
}

export const relations = (inner: string): string => `<?xml version="1.0"?><Relationships xmlns="x">${inner}</Relationships>`;
