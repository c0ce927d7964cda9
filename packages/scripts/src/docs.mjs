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
  // These subpaths of core have more than its main entry; the others are parts of it.
  ...built()
    .flatMap((name) =>
      name === "core"
        ? ["index", "journal", "ledger", "answer", "bbc3"].map((entry) => `packages/core/src/${entry}.ts`)
        : entriesOf(name),
    )
    .flatMap((entry) => ["--entryPoints", entry]),
  ...process.argv.slice(2),
])
