/** The house rules, one per line. `npm run rooms` */
const rule = (name, from, to, extra = {}) => ({ name, severity: "error", from: { path: from, ...extra.from }, to: { path: to, ...extra.to } });
const noun = "^lib/(?!gate/|kernel/|words/|sheets/)";
module.exports = {
  forbidden: [
    { name: "no-circles", severity: "error", from: {}, to: { circular: true, dependencyTypesNot: ["type-only"] } },
    rule("kernel-stands-alone", "^lib/kernel/", "^(app/|db/|tests/|lib/(?!kernel/))"),
    rule("words-know-only-the-kernel", "^lib/words/", "^(app/|db/|tests/|lib/(?!words/|kernel/))"),
    rule("db-knows-only-words", "^db/(?!seed/)", "^(app/|tests/|lib/(?!words/|kernel/))"),
    rule("schema-knows-only-its-columns", "^db/schema/", "^db/(?!schema/|columns)|node_modules/drizzle-orm/"),
    rule("gate-knows-no-noun", "^lib/gate/", "^(app/|tests/|lib/(?!gate/|words/|kernel/))"),
    rule("sheets-know-no-town", "^lib/sheets/", "^(app/|db/|tests/|lib/(?!sheets/|kernel/))"),
    rule("rules-and-forms-are-pure", "^lib/[^/]+/(rules|forms)[^/]*\\.ts$", "^(app|db|lib/gate)/|^lib/kernel/(calendar|pinyin)|node_modules/(drizzle-orm|next)/"),
    rule("reads-see-only-the-desk", "^lib/[^/]+/reads[^/]*\\.ts$", "^db/"),
    rule("only-acts-touch-tables", `${noun}[^/]+/(?!acts)`, "^db/", { to: { dependencyTypesNot: ["type-only"] } }),
    rule("only-the-gate-holds-the-store", "^(app|lib/(?!gate/))", "^db/(store|town|migrate)", { to: { dependencyTypesNot: ["type-only"] } }),
    rule("nouns-do-not-know-each-other", `${noun}([^/]+)/`, "^lib/(?!gate/|kernel/|words/|sheets/|$1/)[^/]+/(?!rules\\.ts)"),
    rule("app-never-meets-the-db", "^app/", "^db/|node_modules/drizzle-orm/"),
    rule("nobody-imports-the-seed", "^(app|lib|db/(?!seed/)|proxy|instrumentation)", "^db/seed/"),
    rule("only-the-gate-knows-next-auth", "^(app/(?!api/auth|sign-in)|db|lib/(?!gate/))", "node_modules/next-auth/"),
    rule("lib-is-not-a-web-app", "^lib/(?!gate/session)", "node_modules/(next|react|react-dom)/"),
    rule("one-file-knows-temporal", "^(app|db|tests|lib/(?!kernel/calendar))", "node_modules/temporal-polyfill/"),
    rule("nobody-imports-tests", "^(app|db|lib|proxy|instrumentation)", "^tests/"),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(\\.next|data|scripts)" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "require", "node", "default", "types"] },
  },
};
