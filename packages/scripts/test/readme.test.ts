/** What the README shows is what happens. */
import { execFileSync } from "node:child_process"
import { existsSync, mkdtempSync, readFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect, test } from "vitest"

const root = new URL("../../..", import.meta.url).pathname
const readme = readFileSync(join(root, "README.md"), "utf8")
const inSource = ["--conditions=@grootboek/source", "--import", "tsx"]
const node = (...words: ReadonlyArray<string>): string =>
  execFileSync(process.execPath, [...inSource, ...words], { cwd: root, encoding: "utf8" })

test("a plan made from nothing sums exactly", () => {
  expect(node("examples/fromScratch.ts").trim()).toBe("2026: -0.10, 2027: -0.30")
})

test("the README shows what its own story and its embedding example print", () => {
  const out = mkdtempSync(join(tmpdir(), "grootboek-readme-"))
  const told = node("examples/w13/story.ts", out)
  expect(told).toContain("Written:")
  const source = readFileSync(join(root, "examples/embedding.ts"), "utf8")
  expect(readme).toContain(`\`\`\`ts\n${source}\`\`\``)
  expect(readme).toContain(`\`${node("examples/embedding.ts", join(out, "journal.ndjson")).trim()}\``)
  for (const [, command = "", answer = ""] of readme.matchAll(
    /```text\n\$ npx grootboek (.+)\n([\s\S]+?)```/g,
  )) {
    const words = command.replaceAll("out/w13", out).split(" ")
    expect(node("packages/cli/src/main.ts", ...words).trim()).toBe(answer.trim())
  }
})

test("every page that the README points to is there", () => {
  const lost = [...readme.matchAll(/\]\((?!https?:)([^)#]+)/g)]
    .map(([, path = ""]) => path)
    .filter((path) => !existsSync(join(root, path)))
  expect(lost).toEqual([])
})
