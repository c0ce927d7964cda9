/** The documents: each TypeScript block runs and prints what it shows. `npm run check` compiles them. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
// Loaded before a block changes the folder: it keeps the folder in which it was loaded, which is removed afterwards.
import "esbuild"
import * as Example from "@grootboek/testing/Example"
import { beforeAll, expect, test } from "vitest"
import { blocksOf, documents, fileOf, writeBlocks } from "../src/blocks.mjs"
import { root } from "../src/command.mjs"
import { files } from "./Repository.ts"

beforeAll(writeBlocks)

test.each(documents())("%s: its blocks print what they show", async (document) => {
  const before = process.cwd()
  const folder = mkdtempSync(join(tmpdir(), "grootboek-blocks-"))
  process.chdir(folder)
  try {
    for (const [index, { shown, isRun }] of blocksOf(document).entries())
      if (isRun) expect((await Example.run(fileOf(document, index))).join("\n")).toBe(shown.join("\n"))
  } finally {
    process.chdir(before)
    rmSync(folder, { recursive: true, force: true })
  }
})

test("documents: a block that is not run says why, and any other one is run", () => {
  const blocks = documents().flatMap((document) =>
    blocksOf(document).map((block) => ({ document, ...block })),
  )
  expect(blocks.filter(({ isRun, why }) => isRun === (why !== ""))).toEqual([])
})

test("links: each leads to a file, and to a heading of it", () => {
  const pages = files.filter((file) => file.endsWith(".md") && !file.includes("/golden"))
  const lost = pages.flatMap((page) =>
    [...readFileSync(join(root, page), "utf8").matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)/g)]
      .map(([, path = "", anchor = ""]) => ({
        page,
        target: path === "" ? page : join(page, "..", path),
        anchor,
      }))
      .filter(
        ({ target, anchor }) =>
          !existsSync(join(root, target)) || (anchor !== "" && !anchorsOf(target).includes(anchor)),
      ),
  )
  expect(lost).toEqual([])
})

/** Returns the anchors of the headings of a page, as GitHub makes them. */
const anchorsOf = (page: string): ReadonlyArray<string> =>
  [...readFileSync(join(root, page), "utf8").matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) =>
    anchorOf(heading),
  )

const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, "")
    .replaceAll(" ", "-")

test("files: every source and test that a document names exists", () => {
  const pages = files.filter((file) => /^(?:docs\/|[A-Z]+\.md)/.test(file) && file.endsWith(".md"))
  const named = pages.flatMap((page) =>
    [...readFileSync(join(root, page), "utf8").matchAll(/`((?:[\w-]+\/)*[\w.-]+\.(?:test\.)?tsx?)`/g)].map(
      ([, file = ""]) => ({ page, file }),
    ),
  )
  expect(named.length).toBeGreaterThan(50)
  expect(named.filter(({ file }) => !files.some((one) => `/${one}`.endsWith(`/${file}`)))).toEqual([])
})

test("examples: the table of a folder with data says of each file whether it is published or invented", () => {
  const untold = ["examples/w13/data", "examples/w13/data/rules"].flatMap((folder) => {
    const page = readFileSync(join(root, folder, "README.md"), "utf8")
    const isTold = (name: string) => page.includes(`\`${name}\``) || page.includes(`\`${name}/`)
    return readdirSync(join(root, folder)).filter((name) => name !== "README.md" && !isTold(name))
  })
  expect(untold).toEqual([])
})

test("continuous integration: runs every command that a document says it runs", () => {
  const workflow = readFileSync(join(root, ".github/workflows/ci.yml"), "utf8")
  const said = documentsThatSay(/^npm run ([\w-]+ -- --short) *# what continuous integration runs/gm)
  expect(said.length).toBeGreaterThan(1)
  expect(said.filter((command) => !workflow.includes(`- run: npm run ${command}\n`))).toEqual([])
})

/** Returns what a pattern finds in the pages of the documents. */
const documentsThatSay = (pattern: RegExp): ReadonlyArray<string> =>
  readdirSync(join(root, "docs"))
    .filter((page) => page.endsWith(".md"))
    .flatMap((page) => [...text(page).matchAll(pattern)].map(([, found = ""]) => found))

const text = (page: string): string => readFileSync(join(root, "docs", page), "utf8")

/** The sections of a page by the anchor of their heading. */
const sections = (page: string): ReadonlyMap<string, string> =>
  new Map(
    text(page)
      .split(/^## /m)
      .map((section) => {
        const [heading = ""] = section.split("\n")
        return [anchorOf(heading), section]
      }),
  )

test("docs/guides.md: every question leads to a section with an example that runs", () => {
  const answers = [...text("guides.md").matchAll(/^\| [^|]+ \| \[[^\]]+\]\(([^)#]*)#([^)]+)\) \|$/gm)]
  expect(answers.length).toBeGreaterThanOrEqual(15)
  const without = answers
    .map(([, page = "", anchor = ""]) => ({ page: page === "" ? "guides.md" : page, anchor }))
    .filter(({ page, anchor }) => !/```ts\n[\s\S]*?\/\/ => /.test(sections(page).get(anchor) ?? ""))
  expect(without).toEqual([])
})
