import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: { "@": import.meta.dirname, "server-only": `${import.meta.dirname}/tests/support/server-only.ts` } },
  test: { include: ["tests/{rules,desk,house,phone}/**/*.test.ts"], setupFiles: ["tests/support/setup.ts"], environment: "node", pool: "forks", testTimeout: 30_000 },
});
