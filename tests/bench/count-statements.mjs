// Loaded into a server before anything else: tells whoever asks which statements it has run since.
import Database from "better-sqlite3";

let said = [];
const { prepare, exec } = Database.prototype;
Database.prototype.prepare = function (sql) {
  const statement = prepare.call(this, sql);
  for (const name of ["all", "get", "run"]) {
    const done = statement[name];
    statement[name] = function (...given) {
      said.push(sql);
      return done.apply(this, given);
    };
  }
  return statement;
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
