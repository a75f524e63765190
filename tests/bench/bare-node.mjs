// The floor: node:http and one prepared query, as HTML.
import http from "node:http";
import Database from "better-sqlite3";
import { FIELDS, LIST } from "./bare-query.mjs";

const [file, author, port] = process.argv.slice(2);
const list = new Database(file, { readonly: true }).prepare(LIST);
const escaped = (text) => String(text ?? "").replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const row = (visit) => `<tr>${FIELDS.map((field) => `<td>${escaped(visit[field])}</td>`).join("")}</tr>`;

const server = http.createServer((request, answer) => {
  answer.setHeader("Content-Type", "text/html; charset=utf-8");
  answer.end(`<!doctype html><html lang="zh-CN"><title>走访日志</title><table>${list.all(author).map(row).join("")}</table></html>`);
});
server.listen(Number(port), "127.0.0.1");
