/** Builds the documents and the API reference of every published package into one static site, `out/site`, with search. */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { built } from "./build.mjs"
import { announce, root, run } from "./command.mjs"
import { setup } from "./setup.mjs"

/**
 * Returns the sources that a package exports.
 *
 * @param {string} name
 * @returns {readonly string[]}
 */
const entriesOf = (name) => {
  /** @type {Record<string, string | Record<string, string>>} */
  const exports = JSON.parse(readFileSync(join(root, "packages", name, "package.json"), "utf8")).exports
  return Object.values(exports).flatMap((target) =>
    typeof target === "string" ? [] : [join("packages", name, target["@grootboek/source"] ?? "")],
  )
}

setup()
announce("write the site to out/site/index.html")
run("typedoc", [
  "--options",
  "packages/scripts/typedoc.json",
  // The subpaths of core are parts of its main entry.
  ...built()
    .flatMap((name) =>
      name === "core" ? [entriesOf(name)[0] ?? "", "packages/core/src/bbc3.ts"] : entriesOf(name),
    )
    .flatMap((entry) => ["--entryPoints", entry]),
  ...process.argv.slice(2),
])
