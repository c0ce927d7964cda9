/** The README: its examples print what it shows, and its links lead somewhere. */
import { execFileSync } from "node:child_process"
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { must } from "@grootboek/testing/CommandLine"
import { afterAll, beforeAll, expect, test } from "vitest"

const root = new URL("../../..", import.meta.url).pathname
const readme = readFileSync(join(root, "README.md"), "utf8")

const example = (...words: ReadonlyArray<string>): string =>
  execFileSync(process.execPath, ["--conditions=@grootboek/source", "--import", "tsx", ...words], {
    cwd: root,
    encoding: "utf8",
  })

let out = ""
beforeAll(() => {
  out = mkdtempSync(join(tmpdir(), "grootboek-readme-"))
})
afterAll(() => rmSync(out, { recursive: true, force: true }))

test("fromScratch: a new plan sums exactly", () => {
  expect(example("examples/fromScratch.ts").trim()).toBe("2026: -0.10, 2027: -0.30")
})

test("README: shows the output of the W13 walkthrough and the embedding example", async () => {
  expect(example("examples/w13/main.ts", out)).toContain("Written:")
  const source = readFileSync(join(root, "examples/embedding.ts"), "utf8")
  expect(readme).toContain(`\`\`\`ts\n${source}\`\`\``)
  expect(readme).toContain(`\`${example("examples/embedding.ts", join(out, "journal.ndjson")).trim()}\``)
  const shown = [...readme.matchAll(/```text\n\$ npx grootboek (.+)\n([\s\S]+?)```/g)]
  expect(shown.length).toBeGreaterThan(0)
  for (const [, command = "", answer = ""] of shown) {
    const words = command.replaceAll("out/w13", out).split(" ")
    expect((await must(...words)).trim()).toBe(answer.trim())
  }
})

test("README: every link to a page of the repository leads to one", () => {
  const lost = [...readme.matchAll(/\]\((?!https?:)([^)#]+)/g)]
    .map(([, path = ""]) => path)
    .filter((path) => !existsSync(join(root, path)))
  expect(lost).toEqual([])
})
