import { type BudgetEvent, type Checkpoint, Journal, MemoryStore } from "@grootboek/core"
import { Exporter, LakeFiles, LakeManifest, Verifier } from "@grootboek/lake"
import { sha256 } from "@grootboek/testing/Ledgers"
import * as Effect from "effect/Effect"
import { describe, expect, test } from "vitest"
import * as Journals from "./Journals.ts"

const [journal] = Journals.draw(1, 7)
const { sealed } = journal ?? { sealed: [] }
const half = Math.floor(sealed.length / 2)

/** Exports the first entries of the journal, or of others, under a name. */
const exported = async (
  files: LakeFiles.LakeFiles,
  until: number,
  { name = "gemeente", entries = sealed } = {},
): Promise<Exporter.ExportedGrowth> => {
  const store = await Effect.runPromise(MemoryStore.make(sha256))
  await Effect.runPromise(store.restore("main", 0, entries.slice(0, until)))
  return Effect.runPromise(Exporter.run(files, { store, ledger: "main", name, sha256 }))
}

const refused = async (run: Promise<unknown>): Promise<unknown> =>
  run.then(
    () => "accepted",
    (cause: unknown) => cause,
  )

const verified = (files: LakeFiles.LakeFiles, checkpoint?: Checkpoint.Checkpoint) =>
  Effect.runPromise(Verifier.run(files, { sha256, checkpoint }))

const codes = async (files: LakeFiles.LakeFiles, checkpoint?: Checkpoint.Checkpoint) =>
  (await verified(files, checkpoint)).findings.map(({ _tag }) => _tag)

/** A lake in memory after an export of half of the journal and one of the rest. */
const lake = async () => {
  const contents = new Map<string, Uint8Array>()
  const files = LakeFiles.inMemory(contents)
  const first = await exported(files, half)
  const before = new Map(contents)
  const last = await exported(files, sealed.length)
  return { contents, files, first, last, before }
}

describe("export", () => {
  test("writes only new entries, and nothing when there are none", async () => {
    const { contents, before, files, first, last } = await lake()
    for (const [path, bytes] of before) if (path.endsWith(".parquet")) expect(contents.get(path)).toBe(bytes)
    expect(last.manifest.files.slice(0, first.manifest.files.length)).toEqual(first.manifest.files)
    expect(new Set(last.manifest.files.slice(first.manifest.files.length).map((file) => file.first))).toEqual(
      new Set([half + 1]),
    )
    const after = new Map(contents)
    expect(await exported(files, sealed.length)).toMatchObject({ entries: 0, rows: 0, bytes: 0 })
    expect(contents).toEqual(after)
    expect(await codes(files)).toEqual([])
  })

  test("has no effect on readers when it stops before its manifest", async () => {
    const contents = new Map<string, Uint8Array>()
    const files = LakeFiles.inMemory(contents)
    await exported(files, half)
    const manifest = contents.get(LakeManifest.pathOf("gemeente"))
    const stopped: LakeFiles.LakeFiles = {
      ...files,
      write: (path, bytes) =>
        path.startsWith(LakeManifest.folder)
          ? Effect.fail({ _tag: "LakeFilesFailed", path, detail: "ENOSPC" })
          : files.write(path, bytes),
    }
    expect(await refused(exported(stopped, sealed.length))).toMatchObject({ detail: "ENOSPC" })
    expect(contents.get(LakeManifest.pathOf("gemeente"))).toBe(manifest)
    expect(await codes(files)).toContain("ManifestBehind")
    await exported(files, sealed.length)
    expect(await codes(files)).toEqual([])
  })

  test.each(["a/b", "..", "a..b", "", ".a", "a.", "a\\b", "a\u0000", "x".repeat(101)])(
    "refuses the name %j and writes nothing",
    async (name) => {
      const contents = new Map<string, Uint8Array>()
      const failure = await refused(exported(LakeFiles.inMemory(contents), half, { name }))
      expect([failure, contents.size]).toMatchObject([{ _tag: "NameRefused", name }, 0])
    },
  )

  test("refuses a name that differs from another in upper and lower case only", async () => {
    const { files } = await lake()
    expect(await refused(exported(files, half, { name: "Gemeente" }))).toMatchObject({ _tag: "NameTaken" })
  })

  test("refuses another journal under the name of one that the lake has, and a shorter one", async () => {
    const { files, contents } = await lake()
    const [other] = Journals.draw(1, 8)
    const before = new Map(contents)
    const failures = [
      await refused(exported(files, sealed.length * 9, { entries: other?.sealed ?? [] })),
      await refused(exported(files, half)),
    ]
    expect(failures).toMatchObject([{ _tag: "AnotherJournal" }, { _tag: "AnotherJournal" }])
    expect(contents).toEqual(before)
  })

  test("refuses amounts beyond 64 bits of micro-euro and writes nothing", async () => {
    const line = { direction: "U", account: "6140000", policyItem: "0900" } as const
    const entries: Array<Journal.Sealed> = []
    let head = Journal.genesis
    const write = (event: BudgetEvent.BudgetEvent): void => {
      const proposal = { id: `e${head.position}`, actor: "test", event }
      const { head: next, ...one } = Journal.seal(proposal, head, "2026-01-01T00:00:00.000Z", sha256)
      entries.push(one)
      head = next
    }
    write({
      _tag: "PlanAdopted",
      entity: { name: "Gemeente", type: "gemeente" },
      plan: "2026/0",
      edition: "bbc-3.0",
      years: { first: 2026, last: 2026 },
      creditYears: [2026],
    })
    for (let count = 0; count < 10; count++)
      write({ _tag: "EstimatePosted", line, amounts: { 2026: "1000000000000.00" } })
    const contents = new Map<string, Uint8Array>()
    const files = LakeFiles.inMemory(contents)
    expect(await refused(exported(files, 11, { entries }))).toMatchObject({
      _tag: "JournalDamaged",
      error: { _tag: "AmountOverflow", position: 11 },
    })
    expect(contents.size).toBe(0)
    expect((await exported(files, 10, { entries })).manifest.position).toBe(10)
  })
})

describe("verify", () => {
  const checkpoint = (entries: number, facts: Partial<Checkpoint.Checkpoint> = {}) =>
    lake().then(({ last }) => ({
      origin: last.manifest.origin,
      entries,
      hash: sealed[entries - 1]?.hash ?? "",
      ...facts,
    }))

  test("accepts a checkpoint of the end of each export", async () => {
    const { files } = await lake()
    expect(await codes(files, await checkpoint(half))).toEqual([])
    expect(await codes(files, await checkpoint(sealed.length))).toEqual([])
  })

  test("reports a checkpoint of another journal, authority or position", async () => {
    const { files } = await lake()
    expect(await codes(files, await checkpoint(half, { hash: "0".repeat(64) }))).toEqual(["OtherJournal"])
    expect(await codes(files, await checkpoint(half, { origin: "grootboek/x" }))).toEqual([
      "NoLedgerOfCheckpoint",
    ])
    expect(await codes(files, await checkpoint(half - 1))).toEqual(["BetweenExports"])
    expect(await codes(files, await checkpoint(sealed.length + 1))).toEqual(["BehindCheckpoint"])
  })

  test("reports each file that was changed or is missing", async () => {
    const { contents, last } = await lake()
    for (const { path } of last.manifest.files) {
      const bytes = contents.get(path) ?? new Uint8Array()
      const changed = new Map(contents).set(
        path,
        bytes.with(bytes.length >> 1, (bytes[bytes.length >> 1] ?? 0) ^ 1),
      )
      expect(await codes(LakeFiles.inMemory(changed))).toEqual(["SegmentChanged"])
      const missing = new Map(contents)
      missing.delete(path)
      expect(await codes(LakeFiles.inMemory(missing))).toEqual(["SegmentMissing"])
    }
  })

  test("reports a manifest ahead of its files, and one behind them", async () => {
    const { contents, before, last, first } = await lake()
    const path = LakeManifest.pathOf("gemeente")
    const ahead = { ...last.manifest, files: first.manifest.files }
    const findings = await codes(LakeFiles.inMemory(new Map(contents).set(path, LakeManifest.write(ahead))))
    expect(findings).toContain("ManifestAhead")
    const behind = new Map(contents).set(path, before.get(path) ?? new Uint8Array())
    expect(new Set(await codes(LakeFiles.inMemory(behind)))).toEqual(new Set(["ManifestBehind"]))
  })

  test("reports a manifest that is cut, of another format or of another ledger, and verifies the other ledgers", async () => {
    const { contents, files, last } = await lake()
    await exported(files, half, { name: "ocmw" })
    const path = LakeManifest.pathOf("gemeente")
    const bytes = contents.get(path) ?? new Uint8Array()
    const bad = [
      bytes.slice(0, -10),
      new TextEncoder().encode("{}"),
      LakeManifest.write({ ...last.manifest, ledger: "ocmw" }),
      LakeManifest.write({ ...last.manifest, hash: "x" }),
    ]
    for (const one of bad) {
      const found = await verified(LakeFiles.inMemory(new Map(contents).set(path, one)))
      expect(found.findings.map(({ _tag }) => _tag)).toEqual(["ManifestUnreadable"])
      expect(found.ledgers.map(({ ledger }) => ledger)).toEqual(["ocmw"])
    }
  })
})
