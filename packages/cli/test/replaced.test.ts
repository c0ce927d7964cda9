/** A declaration or a rule that a later entry replaced, and whose file is imported again. */
import { readFileSync } from "node:fs"
import { declared, file, folder, grootboek, json, must, w13 } from "@grootboek/testing/CommandLine"
import { expect, test } from "vitest"

interface Answer {
  readonly counts: Readonly<Record<string, number>>
  readonly written: unknown
  readonly notes?: ReadonlyArray<string>
}

const goals = (name: string): string =>
  `code;level;parent;name;priority;financing\nSD9;SD;;${name};;\nBD9;BD;SD9;Wonen;;\n`
const overhead = readFileSync(w13("overhead.csv"), "utf8")

test.each([
  ["structure", goals("Samen"), goals("Samen sterk")],
  ["overhead", overhead, overhead.replace(";15;", ";20;")],
])(
  "import: notes a file of %s that was replaced, and records it with --again",
  async (kind, first, second) => {
    expect(second).not.toBe(first)
    const dir = folder()
    const ledger = await declared(dir)
    const [one, other] = [file(dir, "one.csv", first), file(dir, "other.csv", second)]
    const imported = (path: string, ...options: ReadonlyArray<string>) =>
      json<Answer>("import", path, "--ledger", ledger, "--as", kind, ...options)
    expect(await imported(one)).toMatchObject({ counts: { known: 0 } })
    // What holds is known without a note.
    expect((await imported(one)).notes ?? []).toEqual([])
    expect(await imported(other)).toMatchObject({ counts: { known: 0 } })

    const repeated = await imported(one)
    expect(repeated).toMatchObject({ counts: { accepted: 0, conflicting: 0, rejected: 0 }, written: null })
    expect(repeated.notes).toEqual([expect.stringMatching(/^one\.csv.*a later entry replaced it.*--again/)])

    const restated = await imported(one, "--again")
    expect(restated.counts.accepted).toBeGreaterThan(0)
    expect((await imported(one, "--again")).written).toBe(null)
    expect((await imported(one)).notes ?? []).toEqual([])
    expect((await imported(other)).notes).toHaveLength(1)
    expect((await json<{ findings: unknown }>("verify", "--ledger", ledger)).findings).toEqual([])
  },
)

test("import: --again belongs to declarations and rules", async () => {
  const dir = folder()
  const ledger = await declared(dir)
  const { status, err } = await grootboek(
    "import",
    w13("budget-lines.csv"),
    "--ledger",
    ledger,
    "--as",
    "lines",
    "--again",
  )
  expect(status).toBe(2)
  expect(err).toContain("--as structure, --as overhead")
  await must("verify", "--ledger", ledger)
})
