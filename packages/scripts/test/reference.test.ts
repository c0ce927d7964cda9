/** The reference: every public name has a doc comment and an example, and every example shows what it gives. */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import * as bbc3 from "@grootboek/core/bbc3"
import * as journal from "@grootboek/core/journal"
import * as grootboek from "grootboek"
import { beforeAll, expect, test } from "vitest"
import { journal as bytes } from "../../../examples/reference.ts"
import { reference, writeBlocks } from "../src/blocks.mjs"
import { root } from "../src/command.mjs"
import { docExamples, sourcesOfModules } from "../src/reference.mjs"

interface ReferenceExample {
  readonly where: string
  readonly run: (show: (value: unknown, expected: unknown) => void) => Promise<void>
}

beforeAll(writeBlocks)

test("doc comments: every example shows the value that it gives", async () => {
  const { examples }: { examples: ReadonlyArray<ReferenceExample> } = await import(reference)
  const wrong: Array<unknown> = []
  for (const { where, run } of examples) {
    let shown = 0
    const show = (value: unknown, expected: unknown): void => {
      shown += 1
      if (!Object.is(value, expected))
        try {
          expect(value).toEqual(expected)
        } catch {
          wrong.push({ where, value, expected })
        }
    }
    await run(show).catch((error: unknown) => wrong.push({ where, error }))
    if (shown === 0) wrong.push({ where, shown })
  }
  expect(wrong).toEqual([])
})

const examples = docExamples()

/** The sources of `grootboek` whose names it exports. */
const publicFiles = [
  "Answer",
  "Asking",
  "Calling",
  "Following",
  "GrootboekError",
  "ImportedFile",
  "LedgerFunctions",
  "Questions",
  "Recording",
  "Target",
  "index",
].map((name) => `packages/grootboek/src/${name}.ts`)

/** The examples of a source as one text. */
const textOf = (file: string): string =>
  examples
    .filter((example) => example.file === file)
    .map(({ code }) => code)
    .join("\n")

const uses = (text: string, name: string): boolean => new RegExp(`(?<![\\w])${name}(?!\\w)`).test(text)

test("doc comments: every public name has an example", () => {
  const all = { ...grootboek, ...journal, ...bbc3 }
  const files = sourcesOfModules()
  const everything = examples.map(({ code }) => code).join("\n")
  const names = Object.entries(all).flatMap(([name, value]) => {
    const file = files.get(name)
    if (file === undefined) return [{ name, value, isShown: uses(everything, name) }]
    const text = textOf(file)
    return Object.entries(value).map(([verb, value]) => {
      const isShown = uses(text, `${name}\\.${verb}`)
      return { name: `${name}.${verb}`, value, isShown }
    })
  })
  // A module may export what another one defines.
  const shown = new Set(names.filter(({ isShown }) => isShown).map(({ value }) => value))
  expect(names.filter(({ value }) => !shown.has(value)).map(({ name }) => name)).toEqual([])
})

test("doc comments: every module has an example, which its types share", () => {
  expect([...sourcesOfModules()].filter(([, file]) => textOf(file) === "")).toEqual([])
})

test("doc comments: every function of an open ledger has an example", async () => {
  const ledger = await grootboek.open(bytes)
  const text = examples.filter(({ file }) => file.startsWith("packages/grootboek/")).map(({ code }) => code)
  expect(Object.keys(ledger).filter((verb) => !uses(text.join("\n"), `(budget|ledger)\\.${verb}`))).toEqual(
    [],
  )
  await ledger.close()
})

test("doc comments: every exported name of the public sources has one", () => {
  const without = [...sourcesOfModules().values(), ...publicFiles].flatMap((file) =>
    [
      ...readFileSync(join(root, file), "utf8").matchAll(
        /(.*)\n^export (?:const|interface|type|class|function\*?) (\w+)/gm,
      ),
    ]
      .filter(([, before]) => before?.trim() !== "*/" && !/^\/\*\*.*\*\/$/.test(before ?? ""))
      .map(([, , name]) => `${file}: ${name}`),
  )
  expect(without).toEqual([])
})
