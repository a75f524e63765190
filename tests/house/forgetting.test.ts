import { resolve } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";

/*
 * `npm test` compiles forgetting.ts with everything else. Here it is compiled with its expectations taken out, where
 * each line that one of them stood over must be an error.
 */
const file = resolve("tests/house/forgetting.ts");
const config = ts.getParsedCommandLineOfConfigFile("tsconfig.json", { noEmit: true, incremental: false }, { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined })!;
const expectation = /\/\/ @ts-expect-error/g;

function errorsIn(text: string) {
  const host = ts.createCompilerHost(config.options);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (name, options) => (resolve(name) === file ? ts.createSourceFile(name, text, options, true) : read(name, options));
  const program = ts.createProgram({ rootNames: [file], options: config.options, host });
  const source = program.getSourceFile(file)!;
  const found = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
  return found.map(({ start, messageText }) => ({ line: source.getLineAndCharacterOfPosition(start ?? 0).line, says: ts.flattenDiagnosticMessageText(messageText, " ") }));
}

test("tsc is told to compile it", () => {
  expect(config.fileNames.map((name) => resolve(name))).toContain(file);
});

test("each thing one might forget is an error, and nothing else in the file is", () => {
  const text = ts.sys.readFile(file)!;
  const lines = errorsIn(text.replace(expectation, "//"));
  const expected = text.split("\n").flatMap((line, i) => (line.trim().startsWith("// @ts-expect-error") ? [i + 1] : []));
  expect(expected.length).toBeGreaterThan(20);
  expect(expected.filter((line) => !lines.some((error) => error.line === line)).map((line) => text.split("\n")[line])).toEqual([]);
  expect(lines.filter(({ line }) => !expected.includes(line))).toEqual([]);
}, 120_000);
