// Loaded into a server before anything else: tells whoever asks which statements it has prepared since.
import Database from "better-sqlite3";

let said = [];
const { prepare, exec } = Database.prototype;
Database.prototype.prepare = function (sql) {
  said.push(sql);
  return prepare.call(this, sql);
};
Database.prototype.exec = function (sql) {
  said.push(sql);
  return exec.call(this, sql);
};
process.on("message", (word) => {
  if (word !== "statements") return;
  process.send({ statements: said });
  said = [];
});
