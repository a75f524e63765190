import next from "eslint-config-next/core-web-vitals";
import tseslint from "typescript-eslint";

/** What a line of ours may not say, each with its reason. */
const banned = [
  { selector: "ImportDeclaration[source.value='zod']", message: 'import * as z from "zod/mini": one line of the other brings all of zod to every page' },
  { selector: "ImportDeclaration[source.value='zod/mini'] > ImportSpecifier", message: 'import * as z from "zod/mini"' },
  { selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']", message: "text only" },
  { selector: "JSXAttribute[name.name='style']", message: "the CSP has style-src-attr 'none': use a class" },
  { selector: "CallExpression[callee.object.name='sql'][callee.property.name=/^(raw|identifier)$/]", message: "sql.raw lives in db/columns.ts alone" },
];

export default tseslint.config(
  { ignores: ["**/.next/**", "**/.next-*/**", "db/migrations/**", "next-env.d.ts", "data/**", "test-results/**", "playwright-report/**", "bench-results/**", "public/**"] },
  ...next,
  {
    files: ["**/*.{ts,tsx}"],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // A drizzle query that nobody awaits never runs. `db/store.ts` rests on this rule.
      "@typescript-eslint/no-floating-promises": ["error", { checkThenables: true }],
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      "@typescript-eslint/consistent-type-assertions": ["error", { assertionStyle: "as", objectLiteralTypeAssertions: "never" }],
      "no-restricted-syntax": ["error", ...banned],
    },
  },
  { files: ["db/columns.ts"], rules: { "no-restricted-syntax": "off" } },
  { files: ["**/*.{ts,tsx,js,mjs}"], rules: { "max-lines": ["error", { max: 200, skipBlankLines: true, skipComments: true }] } },
  { files: ["db/seed/**"], rules: { "max-lines": "off" } },
);
