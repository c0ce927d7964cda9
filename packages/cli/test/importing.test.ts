/** `docs/importing.md`: its commands print what it shows, and its mapping is that of the example. */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { Layout, Mapping } from "@grootboek/csv"
import { folder, must } from "@grootboek/testing/CommandLine"
import * as Result from "effect/Result"
import { expect, test } from "vitest"

const root = fileURLToPath(new URL("../../..", import.meta.url))
const docs = readFileSync(join(root, "docs/importing.md"), "utf8")

test("commands: print what the page shows", async () => {
  const shown = [...docs.matchAll(/```text\n\$ npx grootboek (.+)\n([\s\S]+?)```/g)]
  expect(shown.length).toBe(2)
  for (const [, command = "", answer = ""] of shown) {
    const words = command.split(" ").map((word) => word.replace(/^examples\//, `${root}examples/`))
    const printed = await must(
      ...words.map((word) => (word === "mapping.json" ? join(folder(), word) : word)),
    )
    expect(printed.replace(/^\ufeff/, "").trim()).toBe(answer.trim())
  }
})

test("mapping: is valid, and is the file of the example", () => {
  const [, text = ""] = /```json\n([\s\S]+?)```/.exec(docs) ?? []
  expect(Result.isSuccess(Mapping.parse(text))).toBe(true)
  expect(text).toBe(readFileSync(join(root, "examples/mapping/mapping.json"), "utf8"))
})

test("mapping: every part of a mapping is explained", () => {
  for (const part of Object.keys(Mapping.Mapping.fields))
    if (part !== "$schema") expect(docs).toContain(`\`${part}\``)
})

test("layouts: every kind of file is in the table", () => {
  for (const kind of Layout.kinds) expect(docs).toContain(`| \`${kind}\` |`)
})
