/** The guide for finance officers: its commands run in their order on the files of W13, and give what it says. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { must } from "@grootboek/testing/CommandLine"
import { afterAll, beforeAll, expect, test } from "vitest"
import { root } from "./Repository.ts"

const guide = readFileSync(join(root, "docs/nl/finance.md"), "utf8")
const data = join(root, "examples/w13/data")
const before = process.cwd()
let folder = ""

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "grootboek-finance-"))
  for (const from of [data, join(data, "published")])
    for (const file of readdirSync(from).filter((name) => name.endsWith(".csv")))
      cpSync(join(from, file), join(folder, file))
  process.chdir(folder)
})
afterAll(() => {
  process.chdir(before)
  rmSync(folder, { recursive: true, force: true })
})

/** The commands of the guide, each as its words. */
const commands = [...guide.matchAll(/```sh\n([\s\S]*?)```/g)]
  .flatMap(([, block = ""]) =>
    block
      .replaceAll(/ \\\n */g, " ")
      .trim()
      .split("\n"),
  )
  .map((line) =>
    [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, word = ""]) => quoted ?? word).slice(2),
  )

test("commands: run in the order of the guide, and reconcile finds every figure of M2 equal", async () => {
  const printed = new Map<string, string>()
  for (const words of commands) printed.set(words.join(" "), await must(...words))
  expect(printed.size).toBe(commands.length)
  const [, reconciled = ""] = [...printed].find(([command]) => command.includes(" reconcile ")) ?? []
  expect(reconciled).toContain("150 cijfers vergeleken · 150 gelijk")
  expect(guide).toContain("alle 150 cijfers van M2 zijn gelijk")
  expect(readdirSync(folder)).toEqual(expect.arrayContaining(["auditmap", "beleidsrapport.docx", "plan.db"]))
})
