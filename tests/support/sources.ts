import { readdirSync, readFileSync } from "node:fs";
import ts from "typescript";

/** Our own sources, read by TypeScript's parser. */
export type Source = { path: string; tree: ts.SourceFile };

export function sourcesIn(...places: string[]): Source[] {
  const paths = places.flatMap((place) => (/\.tsx?$/.test(place) ? [place] : readdirSync(place, { recursive: true, encoding: "utf8" }).map((path) => `${place}/${path}`)));
  return paths.filter((path) => /\.tsx?$/.test(path)).map(readSource);
}

export const readSource = (path: string): Source => parse(path, readFileSync(path, "utf8"));
export const parse = (path: string, text: string): Source => ({ path, tree: ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true) });

export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
}

export const lineOf = ({ path, tree }: Source, node: ts.Node): string => `${path}:${tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1}`;
