import { defineConfig } from "@playwright/test";
import pages from "../../playwright.config";

/** `npm run shots`: the pictures of docs/screenshots, out of a fresh demo town. They are looked at, not compared. */
export default defineConfig({ ...pages, testDir: import.meta.dirname, projects: [{ name: "shots", testMatch: "shots.ts" }], outputDir: "../../test-results/shots" });
