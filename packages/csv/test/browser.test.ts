/** The importer runs where there is no Node: it bundles for a browser with nothing left to find. */
import { fileURLToPath } from "node:url"
import { build } from "esbuild"
import { expect, test } from "vitest"
import { baseName } from "../src/text/File.ts"

test("bundles for a browser", async () => {
  const { metafile, warnings } = await build({
    entryPoints: [fileURLToPath(new URL("../src/index.ts", import.meta.url))],
    conditions: ["@grootboek/source"],
    bundle: true,
    write: false,
    format: "esm",
    platform: "browser",
    logLevel: "silent",
    metafile: true,
  })
  expect(Object.values(metafile.outputs).flatMap(({ imports }) => imports)).toEqual([])
  expect(warnings).toEqual([])
})

test.each([
  ["budget.csv", "budget.csv"],
  ["/data/2026/budget.csv", "budget.csv"],
  ["C:\\data\\budget.csv", "budget.csv"],
  ["bud\nget.csv", "bud·get.csv"],
  ["", "(no name)"],
])("the journal remembers %j as %j", (path, name) => {
  expect(baseName(path)).toBe(name)
})
