/** The cache of compiled code: it never decides what the program does. */
import { execFileSync, spawnSync } from "node:child_process"
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, expect, test } from "vitest"

const folder = mkdtempSync(join(tmpdir(), "grootboek-cache-"))
afterAll(() => rmSync(folder, { recursive: true }))

/** A program like the bundle, which prints a word. */
const bundle = (word: string) =>
  `exports.main = async () => { console.log("${word}") }; exports.died = async () => {}\n`
const cache = join(folder, "cache")
const program = join(folder, "dist", "program.cjs")
cpSync(join(import.meta.dirname, "..", "bin"), join(folder, "bin"), { recursive: true })
mkdirSync(join(folder, "dist"))

const run = (word: string): string => {
  writeFileSync(program, bundle(word))
  return execFileSync(process.execPath, [join(folder, "bin", "grootboek.cjs")], {
    encoding: "utf8",
    env: { ...process.env, GROOTBOEK_CACHE: cache },
  }).trim()
}

const cached = (): ReadonlyArray<string> => readdirSync(cache).map((name) => join(cache, name))

test("load: runs the bundle as it is after an edit of equal length", () => {
  expect([run("first"), run("first"), run("other"), run("other")]).toEqual([
    "first",
    "first",
    "other",
    "other",
  ])
  expect(cached()).toHaveLength(2)
})

test("load: does not run the compiled code of another bundle under this bundle's name", () => {
  const [first = "", other = ""] = cached()
  const [a, b] = [readFileSync(first), readFileSync(other)]
  writeFileSync(first, b)
  writeFileSync(other, a)
  expect([run("first"), run("other")]).toEqual(["first", "other"])
})

test("load: ignores a cached file that was changed or cut, and replaces it", () => {
  for (const damage of [(bytes: Buffer) => bytes.subarray(0, 40), (bytes: Buffer) => bytes.fill(0, 32)]) {
    for (const path of cached()) writeFileSync(path, damage(readFileSync(path)))
    expect(run("first")).toBe("first")
    const again = cached().map((path) => readFileSync(path).length)
    expect(Math.max(...again)).toBeGreaterThan(40)
  }
})

test("load: says how to build a checkout that is not built", () => {
  rmSync(program)
  const { status, stderr } = spawnSync(process.execPath, [join(folder, "bin", "grootboek.cjs"), "init"], {
    encoding: "utf8",
  })
  expect([status, stderr]).toEqual([
    3,
    "Grootboek is not built. Run `npm run build` at the root of the checkout.\n",
  ])
})
