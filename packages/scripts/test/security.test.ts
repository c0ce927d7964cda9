/** Every claim of docs/security.md that is listed with a test has that test. */
import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { expect, test } from "vitest"

const read = (path: string): string =>
  readFileSync(fileURLToPath(new URL(`../../../${path}`, import.meta.url)), "utf8")

const rows = [...read("docs/security.md").matchAll(/^\| [^|]+ \| `([^`|]+)` \| ([^|]+) \|$/gm)].map(
  ([, file = "", name = ""]) => [file, name] as const,
)

test("docs/security.md: lists a test for each of its claims", () => {
  expect(rows.length).toBeGreaterThanOrEqual(20)
})

test.each(rows)("docs/security.md: %s has the test %j", (file, name) => {
  expect(read(file)).toContain(`("${name}"`)
})
