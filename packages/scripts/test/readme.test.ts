/** The README: its examples print what it shows. */
import { execFileSync, spawnSync } from "node:child_process"
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { must } from "@grootboek/testing/CommandLine"
import * as Example from "@grootboek/testing/Example"
import { afterAll, beforeAll, expect, test } from "vitest"
import * as OutputFolder from "../../../examples/OutputFolder.ts"
import { valuesShown } from "../src/blocks.mjs"

const root = new URL("../../..", import.meta.url).pathname
const readme = readFileSync(join(root, "README.md"), "utf8")

const sources = ["--conditions=@grootboek/source", "--import", "tsx"]

const example = (...words: ReadonlyArray<string>): string =>
  execFileSync(process.execPath, [...sources, ...words], {
    cwd: root,
    encoding: "utf8",
  })

let place = ""
/** The folder of the walkthrough, which it makes. */
let out = ""
beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), "grootboek-readme-"))
  out = join(place, "w13")
})
afterAll(() => rmSync(place, { recursive: true, force: true }))

test("fromScratch: a new plan sums exactly", async () => {
  expect(await Example.run(join(root, "examples/fromScratch.ts"))).toEqual(["2026: -0.10, 2027: -0.30"])
})

test("municipal tool: at most sixty lines do a whole day's work, and print what they show", async () => {
  const folder = join(root, "examples/municipal-tool")
  const source = readFileSync(join(folder, "tool.mjs"), "utf8")
  expect(source.trimEnd().split("\n").length).toBeLessThanOrEqual(60)
  const printed = await Example.run(join(folder, "tool.mjs"), [
    join(folder, "lines.csv"),
    join(place, "tool.db"),
  ])
  expect(printed).toEqual(valuesShown(source))
})

test("README: shows the output of the W13 walkthrough and the embedding example", async () => {
  const start = example("examples/w13/start.ts", out)
  expect(start).toContain("2694 of 2694 published figures of the plan are equal.")
  expect(start.trim().split("\n").length).toBeLessThanOrEqual(25)
  expect(start).not.toContain("Geschreven")
  expect(start.trim().split("\n").at(-1)).toBe(
    `Open the audit page: ${pathToFileURL(join(out, "report/audit.html"))}`,
  )
  const ledger = readFileSync(join(out, "w13.db"))
  expect(example("examples/w13/start.ts", out)).toContain("It stays as it is:")
  expect(readFileSync(join(out, "w13.db"))).toEqual(ledger)
  const source = readFileSync(join(root, "examples/embedding.ts"), "utf8")
  expect(readme).toContain(`\`\`\`ts\n${source}\`\`\``)
  const embedding = join(root, "examples/embedding.ts")
  expect(readme).toContain(`\`${(await Example.run(embedding, [join(out, "journal.ndjson")])).join("\n")}\``)
  const whole = readFileSync(join(out, "journal.ndjson"), "utf8")
  const damages = { cut: whole.slice(0, -200), changed: whole.replace("404701.70", "404701.71") }
  for (const [name, damaged] of Object.entries(damages)) {
    writeFileSync(join(out, `${name}.ndjson`), damaged)
    await expect(Example.run(embedding, [join(out, `${name}.ndjson`)])).rejects.toMatchObject({
      name: "GrootboekError",
    })
  }
  const shown = [...readme.matchAll(/```text\n\$ npx grootboek (.+)\n([\s\S]+?)```/g)]
  expect(shown.length).toBeGreaterThan(0)
  for (const [, command = "", answer = ""] of shown) {
    const words = command.replaceAll("out/w13", out).split(" ")
    expect((await must(...words)).trim()).toBe(answer.trim())
  }
})

test("start: refuses a folder that it did not make, and keeps the folder of an earlier start", () => {
  const folder = join(place, "mine")
  mkdirSync(folder)
  writeFileSync(join(folder, "budget.xlsx"), "mine")
  const refused = spawnSync(process.execPath, [...sources, "examples/w13/start.ts", folder], {
    cwd: root,
    encoding: "utf8",
  })
  expect(refused.status).toBe(2)
  expect(refused.stderr).toContain("holds files that this example did not make, such as budget.xlsx")
  expect(readdirSync(folder)).toEqual(["budget.xlsx"])

  const fresh = join(place, "fresh")
  OutputFolder.begin(fresh)
  writeFileSync(join(fresh, "w13.db"), "entries of a user")
  expect(() => OutputFolder.begin(fresh)).toThrow("is not empty")
  expect(OutputFolder.setAside(fresh)).toBe(`${fresh}.before-1`)
  mkdirSync(fresh)
  expect(OutputFolder.setAside(fresh)).toBe(`${fresh}.before-2`)
  expect(readFileSync(join(`${fresh}.before-1`, "w13.db"), "utf8")).toBe("entries of a user")
})

test.each([
  [["w13.db", "w13.db-wal", "journal.ndjson", "report"], "Example"],
  [["w13.db", "notes.txt"], "Foreign"],
  [["walkthrough.txt"], "Foreign"],
  [[], "Fresh"],
  [[".made-by-an-example", "walkthrough.txt"], "Fresh"],
  [[".made-by-an-example", "w13.db", "notes.txt"], "Example"],
])("start: a folder with %j is %s", (names, expected) => {
  const folder = mkdtempSync(join(place, "folder-"))
  for (const name of names) writeFileSync(join(folder, name), "")
  expect(OutputFolder.inspect(folder)._tag).toBe(expected)
})
