/** Every folder of core is a subpath of the package; the main entry has most of them whole, and a part of the journal, the ledger and the answers. */
import { readdirSync } from "node:fs"
import * as core from "@grootboek/core"
import * as answer from "@grootboek/core/answer"
import * as journal from "@grootboek/core/journal"
import * as ledger from "@grootboek/core/ledger"
import { expect, test } from "vitest"
import manifest from "../package.json" with { type: "json" }

const source = new URL("../src/", import.meta.url)

// Git does not track an empty folder, so that one may be left after a folder is renamed.
const folders = readdirSync(source, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && readdirSync(new URL(entry.name, source)).length > 0)
  .map(({ name }) => name)

test("subpaths: there is one for every folder, also in the published manifest", () => {
  const expected = [".", "./bbc3", "./package.json", ...folders.map((name) => `./${name}`)].sort()
  expect(Object.keys(manifest.exports).sort()).toEqual(expected)
  expect(Object.keys(manifest.publishConfig.exports).sort()).toEqual(expected)
})

test("subpaths: together they export the modules of the main entry, the journal, the ledger and the answers", async () => {
  const modules = await Promise.all(folders.map(async (name): Promise<object> => import(`../src/${name}.ts`)))
  expect(Object.assign({}, ...modules)).toEqual({ ...core, ...journal, ...ledger, ...answer })
})
