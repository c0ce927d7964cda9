/** The documents: each TypeScript block runs and prints what it shows. `npm run check` compiles them. */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import * as Example from "@grootboek/testing/Example"
import { beforeAll, expect, test } from "vitest"
import { blocksOf, documents, fileOf, writeBlocks } from "../src/blocks.mjs"

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
