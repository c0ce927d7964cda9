/** Performs the recipes of CONTRIBUTING.md and checks that no other file has to be changed. */
import { execFileSync } from "node:child_process"
import { join } from "node:path"
import { build } from "esbuild"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import * as Copy from "./Copy.ts"
import { files, published, read, recipe, root } from "./Repository.ts"

let copy: Copy.Copy
beforeAll(() => {
  copy = Copy.make()
})
afterAll(() => copy.remove())

/** The entries of a package, each with its source in the copy. */
const sourcesOf = (name: string): ReadonlyArray<readonly [entry: string, source: string]> => {
  const { exports }: { readonly exports: Readonly<Record<string, Readonly<Record<string, string>>>> } =
    JSON.parse(read(`packages/${name}/package.json`))
  return Object.entries(exports).flatMap(([entry, { "@grootboek/source": source }]) =>
    source === undefined
      ? []
      : [[`@grootboek/${name}${entry.slice(1)}`, join(copy.folder, "packages", name, source)] as const],
  )
}

test.each([
  "A new kind of event",
  "A new form",
  "A new reason to refuse",
  "A new type of authority",
  "A new law",
  "A new command",
  "A new adapter",
])("%s: its recipe names files that exist", (heading) => {
  const named = [...recipe(heading).matchAll(/`((?:packages|docs)\/(?!NAME)[\w./-]+\.\w+)`/g)]
  expect(named.length).toBeGreaterThan(0)
  expect(named.map(([, file = ""]) => file).filter((file) => !files.includes(file))).toEqual([])
})

describe("a new form", () => {
  const form = `/** X1, an example: receipts and expenditure of operations. */
import { fixed } from "../Form.ts"

export const X1 = fixed({
  id: "X1",
  title: "Voorbeeld",
  edition: "bbc-3.0",
  decimals: 0,
  years: "plan",
  rows: {
    I: { label: "Ontvangsten", count: { section: "operating", direction: "O" } },
    II: { label: "Uitgaven", count: { section: "operating", direction: "U" } },
    III: { label: "Saldo", plus: ["I"], minus: ["II"] },
  },
})
`

  const program = `
import { run } from "@grootboek/cli"
const [ledger, data] = process.argv.slice(2)
const commands = [
  ["init", "--entity", "W13", "--entity-type", "welzijnsvereniging", "--plan", "2026/0", "--years", "2026-2031"],
  ["import", ...["published/goals-tree", "policy-items", "sectors", "account-map"].map((name) => data + name + ".csv"), "--as", "structure"],
  ["import", data + "budget-lines.csv", "--as", "lines"],
  ["statement", "X1"],
  ["statement", "X1", "--format", "json"],
  ["explain", "X1", "III", "2026"],
  ["diff", "position:60", "position:70", "--form", "X1"],
]
for (const words of commands) {
  console.log("$ " + words[0])
  const status = await run([...words, "--ledger", ledger, "--lang", "en"])
  if (status !== 0) throw new Error(words.join(" ") + " ended with " + status)
}
`

  test("recipe: one data file and its line in the index are enough", async () => {
    const index = "packages/core/src/form/bbc3/index.ts"
    const changed = read(index)
      .replace(/^import \{ M1 \}/m, 'import { X1 } from "./X1.ts"\n$&')
      .replace(/^(export const forms = \{\s*)/m, "$1X1, ")
    expect(changed).toContain("X1, ")
    copy.write("packages/core/src/form/bbc3/X1.ts", form)
    copy.write(index, changed)
    copy.write("packages/grootboek/src/recipe.ts", program)
    const bundle = join(copy.folder, "packages/grootboek/recipe.mjs")
    await build({
      entryPoints: [join(copy.folder, "packages/grootboek/src/recipe.ts")],
      outfile: bundle,
      bundle: true,
      format: "esm",
      platform: "node",
      target: "node20",
      logLevel: "silent",
      alias: Object.fromEntries(published.flatMap(sourcesOf)),
      external: ["libsql", "pg", "highs", "esbuild"],
      banner: {
        js: 'import { createRequire as requireOfBundle } from "node:module"; const require = requireOfBundle(import.meta.url);',
      },
    })
    const out = execFileSync(
      process.execPath,
      [bundle, join(copy.folder, "ledger.db"), join(root, "examples/w13/data/")],
      { encoding: "utf8" },
    )
    const [, , , , statement = "", json = "", explanation = "", difference = ""] = out.split(/^\$ \w+$/m)
    expect(statement).toContain("Voorbeeld")
    expect(JSON.parse(json)).toMatchObject({ form: "X1", edition: "bbc-3.0" })
    expect(explanation).toContain("X1 III 2026")
    expect(difference).toContain("X1")
  })
})
