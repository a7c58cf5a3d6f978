import { vitePlugin as remix } from "@remix-run/dev";
import tsconfigPaths from "vite-tsconfig-paths";
import { compression } from "vite-plugin-compression2";
import { defineConfig } from "vitest/config";
import remixOptions from "./remix.config.js";

/** Scripts and styles are compressed once, as hard as it goes, instead of for each visitor. */
const compressOnce = compression({ include: /^assets\/.+\.(?:js|css|svg)$/, algorithms: ["gzip", "brotliCompress"] });

export default defineConfig({
  plugins: [...(process.env["VITEST"] ? [] : [remix(remixOptions), compressOnce]), tsconfigPaths()],
  optimizeDeps: { exclude: ["@node-rs/argon2"] },
  build: { target: "es2022", sourcemap: false, assetsInlineLimit: 0 },
  css: { preprocessorOptions: { scss: { loadPaths: ["node_modules/@uswds/uswds/packages"], quietDeps: true } } },
  test: {
    include: ["app/**/*.test.{ts,tsx}", "db/**/*.test.ts", "e2e/support/**/*.test.ts"],
    environment: "node",
    globalSetup: ["app/platform/testing/postgres.global-setup.ts"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
});
