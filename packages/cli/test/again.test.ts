/** A file that was edited between two imports: its rows are recognised although they are on other lines. */
import { readFileSync } from "node:fs"
import { basename } from "node:path"
import { declared, file, folder, json, must, w13 } from "@grootboek/testing/CommandLine"
import { expect, test } from "vitest"

interface Imported {
  readonly counts: Readonly<Record<"accepted" | "known" | "conflicting" | "rejected", number>>
  readonly written: unknown
}

const structure = ["published/goals-tree.csv", "policy-items.csv", "sectors.csv", "account-map.csv"]
const decided = ["--plan", "2026/1", "--decision", "Raad", "--date", "2026-06-18", "--reference", "12"]

const kinds: ReadonlyArray<
  readonly [kind: string, files: ReadonlyArray<string>, options: ReadonlyArray<string>]
> = [
  ["structure", structure, []],
  ["lines", ["budget-lines.csv"], []],
  ["overhead", ["overhead.csv"], []],
  ["opening", ["opening.csv"], []],
  ["passthrough", ["passthrough.csv"], []],
  ["adjustment", ["adjustment-2026-1.csv"], decided],
  ["actuals", ["actuals-2026.csv"], []],
]

const ledger = await declared(folder())
const edited = folder()

/** The same file with a blank line behind its header, which moves every row. */
const spread = (path: string): string =>
  file(edited, basename(path), readFileSync(path, "utf8").replace(/\r?\n/, "$&$&"))

test.each(kinds)(
  "import: changes nothing when a file of %s is imported again with a blank line",
  async (...given) => {
    const [kind, files, options] = given
    const as = ["--ledger", ledger, "--as", kind, ...options]
    await must("import", ...files.map(w13), ...as)
    const before = await json("verify", "--ledger", ledger)
    const again = await json<Imported>("import", ...files.map((name) => spread(w13(name))), ...as)
    expect(again.counts).toMatchObject({ accepted: 0, conflicting: 0, rejected: 0 })
    expect(again.counts.known).toBeGreaterThan(0)
    expect(again.written).toBe(null)
    expect(await json("verify", "--ledger", ledger)).toEqual(before)
  },
)
