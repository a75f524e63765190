import { expect, test, vi } from "vitest";
import { POST as applyPost } from "@/app/api/v1/imports/[id]/apply/route";
import { POST as cancelPost } from "@/app/api/v1/imports/[id]/cancel/route";
import { POST as columnsPost } from "@/app/api/v1/imports/[id]/columns/route";
import { GET as errorsGet } from "@/app/api/v1/imports/[id]/errors.xlsx/route";
import { GET as progressGet } from "@/app/api/v1/imports/[id]/progress/route";
import { POST as undoPost } from "@/app/api/v1/imports/[id]/undo/route";
import { POST as upload } from "@/app/api/v1/imports/route";
import { GET as template } from "@/app/api/v1/imports/template/route";
import { tables } from "@/db/schema";
import type { Desk } from "@/lib/gate/desk";
import { checkImport, remapImport } from "@/lib/imports/acts";
import { applyImport } from "@/lib/imports/acts-apply";
import { undoImport } from "@/lib/imports/acts-undo";
import { importsPage, importOf, rowsPage } from "@/lib/imports/reads";
import { type Id, newId } from "@/lib/kernel/id";
import { readSheet } from "@/lib/sheets/read";
import { checked, home, homeHeads } from "../support/imports";
import { township } from "../support/township";
import { written } from "../support/workbooks";

/** Whose request it is; the cookie and its session have tests of their own. */
const sent = vi.hoisted((): { by: unknown } => ({ by: undefined }));
vi.mock("@/lib/gate/session", () => ({ deskOfRequest: () => Promise.resolve(sent.by) }));

const as = (desk: Desk | undefined) => (sent.by = desk);
const at = (id: string) => ({ params: Promise.resolve({ id }) });
const url = "http://127.0.0.1:3000/api/v1/imports";
const file = written([homeHeads, home({ 户号: "009" })]);
const asked = (path = "", init?: RequestInit) => new Request(url + path, init);
const raw = (bytes: Uint8Array, query = "?kind=households") =>
  upload(asked(query, { method: "POST", body: Buffer.from(bytes), headers: { "content-type": "application/octet-stream", "x-file-name": encodeURIComponent("名册.xls") } }));

/** Every address of the import, asked about one of them. */
const doors = (id: string): [name: string, call: () => Promise<Response>, stranger: number][] => [
  ["upload", () => raw(file), 403],
  ["template", () => template(asked("/template?kind=people")), 404],
  ["apply", () => applyPost(asked("", { method: "POST" }), at(id)), 404],
  ["cancel", () => cancelPost(asked("", { method: "POST" }), at(id)), 404],
  ["undo", () => undoPost(asked("", { method: "POST" }), at(id)), 404],
  ["columns", () => columnsPost(asked("", { method: "POST", body: JSON.stringify({ columns: [] }) }), at(id)), 404],
  ["progress", () => progressGet(asked(), at(id)), 404],
  ["errors", () => errorsGet(asked(), at(id)), 404],
];

test("nobody but the office gets through any door, and whoever is not signed in is told so", async () => {
  const town = await township();
  const id = await checked(town.chen, [home({ 户号: "009" }), home({ 户号: "" })]);
  for (const who of ["lin", "zhao", "wang", "zhou", "he", "ge", "kao", "zhen", "guan", "shen"] as const)
    for (const [name, call, status] of doors(id)) {
      as(town[who]);
      expect((await call()).status, `${who} ${name}`).toBe(status);
    }
  for (const [name, call] of doors(id)) {
    as(undefined);
    expect((await call()).status, name).toBe(401);
  }
  expect(await town.store.read.select().from(tables.imports)).toHaveLength(1);
  expect((await importOf(town.chen, id))!.state).toBe("checked");
});

test("the deeds themselves refuse everybody else, and show them nothing", async () => {
  const town = await township();
  const id = await checked(town.chen, [home({ 户号: "009" })]);
  for (const who of ["lin", "wang", "he", "ge", "kao", "zhen", "guan", "shen"] as const) {
    const desk = town[who];
    await expect(checkImport(desk, { kind: "households", fileName: "a.xls" }, file), who).rejects.toMatchObject({ code: "forbidden" });
    await expect(remapImport(desk, { importId: id, columns: [] })).rejects.toMatchObject({ code: "forbidden" });
    await expect(applyImport(desk, id)).rejects.toMatchObject({ code: "not-found" });
    await expect(undoImport(desk, id)).rejects.toMatchObject({ code: "not-found" });
    expect([await importOf(desk, id), (await importsPage(desk)).rows, (await rowsPage(desk, id, "add")).rows]).toEqual([undefined, [], []]);
  }
});

test("the office goes from a picked file to the result, and ids that name nothing are not found", async () => {
  const town = await township();
  as(town.chen);
  const { id } = (await (await raw(file)).json()) as { id: Id<"import"> };
  expect((await applyPost(asked("", { method: "POST" }), at(id))).status).toBe(202);
  const how = async () => (await (await progressGet(asked(), at(id))).json()) as { state: string; running: boolean };
  await vi.waitFor(async () => expect(await how()).toMatchObject({ state: "done", running: false }), 20_000);
  expect((await applyPost(asked("", { method: "POST" }), at(id))).status).toBe(409);
  expect((await cancelPost(asked("", { method: "POST" }), at(id))).status).toBe(409);
  for (const wrong of ["x", newId(), town.homes.li]) for (const [name, call] of doors(wrong).slice(2)) expect((await call()).status, name).toBe(404);
});

test("a plain form works too, and what cannot be read is refused on its field", async () => {
  const town = await township();
  as(town.chen);
  const form = new FormData();
  form.set("kind", "households");
  form.set("file", new File([Buffer.from(file)], "名册.xls"));
  expect((await upload(asked("", { method: "POST", body: form }))).status).toBe(201);
  for (const [bytes, query] of [[Buffer.alloc(0)], [Buffer.alloc(5.1 * 1024 * 1024, 65)], [Buffer.from("%PDF-1.7")], [file, "?kind=villages"], [file, ""]] as [Buffer, string?][]) {
    const response = await raw(bytes, query);
    expect(response.status).toBe(422);
    expect(Object.keys(((await response.json()) as { fields: object }).fields)).toHaveLength(1);
  }
});

test("the template can be filled in and sent as it is", async () => {
  const town = await township();
  as(town.chen);
  const response = await template(asked("/template?kind=households"));
  expect(response.headers.get("content-disposition")).toContain(encodeURIComponent("农户导入模板.xlsx"));
  const bytes = new Uint8Array(await response.arrayBuffer());
  await expect(readSheet({ name: "a.xlsx", bytes }, [["村社"], ["户号"]])).rejects.toThrow("只有表头");
});
