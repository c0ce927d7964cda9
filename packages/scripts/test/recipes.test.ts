/** Performs the recipes of CONTRIBUTING.md and checks that nothing else has to be changed. */
import { execFileSync, spawnSync } from "node:child_process"
import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { build } from "esbuild"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { files, published, read, root } from "./Repository.ts"

/** The sources of the packages in a folder of their own. */
let copy = ""
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), "grootboek-recipe-"))
  const copied = /^(packages\/[\w-]+\/(src\/|package\.json)|tsconfig(\.base)?\.json$)/
  for (const file of files.filter((file) => copied.test(file))) cpSync(join(root, file), join(copy, file))
  for (const folder of ["", ...published.map((name) => `packages/${name}/`)])
    if (existsSync(join(root, folder, "node_modules")))
      symlinkSync(join(root, folder, "node_modules"), join(copy, folder, "node_modules"))
})
afterAll(() => rmSync(copy, { recursive: true, force: true }))

/** The files of the copy that do not compile. */
const pointedAt = (): readonly string[] => {
  const include = published.map((name) => `packages/${name}/src`)
  writeFileSync(
    join(copy, "tsconfig.recipe.json"),
    JSON.stringify({
      extends: "./tsconfig.json",
      compilerOptions: { incremental: false, tsBuildInfoFile: null },
      include,
    }),
  )
  const { stdout } = spawnSync(
    process.execPath,
    [join(root, "node_modules/typescript/bin/tsc"), "--project", "tsconfig.recipe.json", "--pretty", "false"],
    { cwd: copy, encoding: "utf8" },
  )
  return [...new Set([...stdout.matchAll(/^(\S+)\(\d+,\d+\): error TS/gm)].map(([, file = ""]) => file))]
}

/** The entries of a package, each with its source in the copy. */
const sourcesOf = (name: string): ReadonlyArray<readonly [entry: string, source: string]> => {
  const { exports }: { readonly exports: Readonly<Record<string, Readonly<Record<string, string>>>> } =
    JSON.parse(read(`packages/${name}/package.json`))
  return Object.entries(exports).flatMap(([entry, { "@grootboek/source": source }]) =>
    source === undefined
      ? []
      : [[`@grootboek/${name}${entry.slice(1)}`, join(copy, "packages", name, source)] as const],
  )
}

/** A section of CONTRIBUTING.md. */
const recipe = (heading: string): string =>
  read("CONTRIBUTING.md")
    .split(/^##+ /m)
    .find((section) => section.startsWith(`${heading}\n`)) ?? ""

describe("a new kind of event", () => {
  const declaration = "packages/core/src/event/BudgetEvent.ts"

  test("recipe: names every file that the compiler points at", () => {
    const changed = read(declaration).replace(/^( *)YearClosed: \{/m, "$1MoonRose: { year: Year },\n$&")
    expect(changed).not.toBe(read(declaration))
    writeFileSync(join(copy, declaration), changed)
    const found = pointedAt()
    writeFileSync(join(copy, declaration), read(declaration))
    expect(found.length).toBeGreaterThan(0)
    expect(found.filter((file) => !recipe("A new kind of event").includes(`\`${file}\``))).toEqual([])
  })

  test("recipe: names files that exist", () => {
    const named = [...recipe("A new kind of event").matchAll(/`((?:packages|docs)\/[\w./-]+\.\w+)`/g)]
    expect(named.length).toBeGreaterThan(0)
    expect(named.map(([, file = ""]) => file).filter((file) => !files.includes(file))).toEqual([])
  })
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
    writeFileSync(join(copy, "packages/core/src/form/bbc3/X1.ts"), form)
    writeFileSync(join(copy, index), changed)
    const [entry, bundle] = ["src/recipe.ts", "recipe.mjs"].map((name) =>
      join(copy, "packages/grootboek", name),
    )
    writeFileSync(entry ?? "", program)
    await build({
      entryPoints: [entry ?? ""],
      outfile: bundle ?? "",
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
      [bundle ?? "", join(copy, "ledger.db"), join(root, "examples/w13/data/")],
      { encoding: "utf8" },
    )
    const [, , , , statement = "", json = "", explanation = "", difference = ""] = out.split(/^\$ \w+$/m)
    expect(statement).toContain("Voorbeeld")
    expect(JSON.parse(json)).toMatchObject({ form: "X1", edition: "bbc-3.0" })
    expect(explanation).toContain("X1 III 2026")
    expect(difference).toContain("X1")
  })
})
