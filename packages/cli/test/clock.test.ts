/** Clocks: an entry from a clock that ran ahead does not give its time to later entries without a message. */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { declared, file, folder, grootboek, json, must, w13 } from "@grootboek/testing/CommandLine"
import { describe, expect, test } from "vitest"

const ahead = readFileSync(fileURLToPath(new URL("../../core/test/golden/remarks@1.ndjson", import.meta.url)))

const restored = async (): Promise<string> => {
  const dir = folder()
  const ledger = join(dir, "ahead.db")
  await must("restore", file(dir, "ahead.ndjson", ahead), "--ledger", ledger)
  return ledger
}

const timesOf = async (ledger: string): Promise<ReadonlyArray<string>> => {
  const { entries } = await json<{ readonly entries: ReadonlyArray<{ readonly time: string }> }>(
    "log",
    "--ledger",
    ledger,
  )
  return entries.map(({ time }) => time)
}

describe("record times", () => {
  test("reverse: refuses to record after an entry that is ahead of the clock", async () => {
    const ledger = await restored()
    const refused = await grootboek("reverse", "3", "--ledger", ledger, "--reason", "correction")
    expect(refused.status).toBe(1)
    expect(refused.err).toContain("Entry 8 was recorded at 2124-02-01T09:00:00.000Z, ahead of the clock")
    expect(refused.err).toContain("--time 2124-02-01T09:00:00.000Z")
    expect(await timesOf(ledger)).toHaveLength(8)
  })

  test("reverse: records at the time that --time gives", async () => {
    const ledger = await restored()
    await must(
      ...["reverse", "3", "--ledger", ledger, "--reason", "correction"],
      ...["--time", "2124-02-02T10:00:00Z"],
    )
    expect((await timesOf(ledger)).at(-1)).toBe("2124-02-02T10:00:00.000Z")
  })

  test("reverse: refuses a --time before the last entry", async () => {
    const ledger = await restored()
    const refused = await grootboek(
      ...["reverse", "3", "--ledger", ledger, "--reason", "correction"],
      ...["--time", "2026-11-29T10:00:00Z"],
    )
    expect(refused.status).toBe(1)
    expect(refused.err).toContain("is before entry 8")
  })

  test("import: refuses to record after an entry that is ahead, and writes nothing", async () => {
    const dir = folder()
    const ledger = await declared(dir)
    const lines = ["import", w13("budget-lines.csv"), "--ledger", ledger, "--as", "lines"]
    const time = ["--time", "2099-01-01T00:00:00Z"]
    await must("import", w13("opening.csv"), "--ledger", ledger, "--as", "opening", ...time)
    const before = await timesOf(ledger)
    const refused = await grootboek(...lines)
    expect(refused.status).toBe(1)
    expect(refused.err).toContain("ahead of the clock")
    expect(await timesOf(ledger)).toEqual(before)
    // Nothing new needs no time.
    await must("import", w13("opening.csv"), "--ledger", ledger, "--as", "opening")
    await must(...lines, ...time)
    expect(new Set((await timesOf(ledger)).slice(before.length))).toEqual(
      new Set(["2099-01-01T00:00:00.000Z"]),
    )
  })

  test.each(["2026-02-30T00:00:00Z", "2026-06-30", "tomorrow", "2026-06-30T25:00:00Z"])(
    "--time: rejects %s",
    async (time) => {
      const dir = folder()
      const { status, err } = await grootboek(
        ...["init", "--ledger", join(dir, "x.db"), "--entity", "W13", "--entity-type", "andere"],
        ...["--plan", "2026/0", "--years", "2026-2031", "--time", time],
      )
      expect([status, err]).toEqual([2, expect.stringContaining("write a UTC time")])
    },
  )
})
