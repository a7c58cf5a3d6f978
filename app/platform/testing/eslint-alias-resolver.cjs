/* Lets the boundary rules follow `~/` and `~db/` imports the way tsconfig paths do. */
const { existsSync, statSync } = require("node:fs");
const { dirname, resolve } = require("node:path");

const project = resolve(__dirname, "../../..");
const endings = ["", ".ts", ".tsx", ".server.ts", ".js", ".json", ".cjs"];

function rooted(source, file) {
  if (source.startsWith("~/")) return resolve(project, "app", source.slice(2));
  if (source.startsWith("~db/")) return resolve(project, "db", source.slice(4));
  return source.startsWith(".") ? resolve(dirname(file), source) : undefined;
}

exports.interfaceVersion = 2;
exports.resolve = function resolveAlias(source, file) {
  const target = rooted(source.replace(/\?.*$/, ""), file);
  if (target === undefined) return { found: false };
  const path = endings.map((ending) => target + ending).find((name) => existsSync(name) && statSync(name).isFile());
  return path ? { found: true, path } : { found: false };
};
