/** The package runs in a browser. */
import { fileURLToPath } from "node:url"
import { build } from "esbuild"
import { expect, test } from "vitest"
import { baseName } from "../src/text/File.ts"

test("csv: bundles for a browser without missing modules", async () => {
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
])("baseName: shortens %j to %j", (path, name) => {
  expect(baseName(path)).toBe(name)
})
