/** Deciding a batch or a backup at the end of a journal: all of it, or nothing with the reason. */
import { Batch, Journal } from "@grootboek/core"
import { sha256 } from "@grootboek/testing/Ledgers"
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import { altered, chain } from "../Sealed.ts"
import { goods } from "../SmallPlan.ts"

const ledger = "main"
const time = "2026-06-30T12:00:00.000Z"
const change = { line: goods, amounts: { "2026": "1.00" } }
const adjusted = (row: number, amounts: { readonly "2026": string } = change.amounts) => ({
  id: "adjust",
  actor: "clerk",
  event: {
    _tag: "PlanAdjusted",
    plan: "2026/1",
    creditYears: [],
    changes: [{ ...change, amounts, row }],
  } as const,
})
const settle = (proposals: ReadonlyArray<Journal.Proposal>, found: ReadonlyArray<Batch.Row>) =>
  Batch.settle(
    { ledger, expected: found.length, proposals },
    { head: { ...Journal.genesis, position: found.length }, found, now: Date.parse(time) },
    sha256,
  )

describe("Batch.settle", () => {
  const kept = (proposal: Journal.Proposal): Batch.Row => {
    const { head: _, ...sealed } = Journal.seal(proposal, Journal.genesis, time, sha256)
    return { ...sealed, id: proposal.id }
  }
  const conflict = Result.fail({
    _tag: "IdConflict",
    ledger,
    conflicts: [{ id: "adjust", position: 1 }],
  })

  test("recognises an adjustment when its lines moved in the file, but not with another amount", () => {
    const before = [kept(adjusted(7))]
    expect(settle([adjusted(9)], before)).toMatchObject(
      Result.succeed({ rows: [], appended: { written: [], known: ["adjust"] } }),
    )
    expect(settle([adjusted(7, { "2026": "2.00" })], before)).toEqual(conflict)
  })

  test("reports a conflict when the stored entry cannot be read", () => {
    const newer = altered(kept(adjusted(7)), "PlanAdjusted", "PlanReworded")
    expect(settle([adjusted(7)], [{ ...newer, id: "adjust" }])).toEqual(conflict)
  })

  test("rejects an event of an unknown kind before it is written", () => {
    const unknown: unknown = { _tag: "UnknownKind" }
    const proposal: Journal.Proposal = JSON.parse(JSON.stringify({ ...adjusted(1), event: unknown }))
    expect(settle([proposal], [])).toEqual(
      Result.fail({
        _tag: "Misfit",
        ledger,
        id: "adjust",
        field: "event",
        problem: "there is no event UnknownKind",
        reason: { kind: "event", values: ["UnknownKind"] },
      }),
    )
  })

  test("rejects an invalid field of the envelope, with the expected value", () => {
    const source = { name: "x.csv", sha256: "?" }
    expect(settle([{ ...adjusted(1), source }], [])).toMatchObject(
      Result.fail({ field: "source.sha256", problem: expect.stringContaining("64 hexadecimal digits") }),
    )
  })
})

test("Batch.settle: omits source fields that an envelope does not have", () => {
  const source = { name: "x.csv", sha256: "c".repeat(64), sheet: "Blad 1" }
  const written = Result.match(settle([{ ...adjusted(1), source }], []), {
    onFailure: (failure): unknown => failure,
    onSuccess: ({ rows }) => rows.map(({ body }) => new TextDecoder().decode(body).includes("Blad 1")),
  })
  expect(written).toEqual([false])
})

describe("Batch.settle: ids and positions", () => {
  const event = { _tag: "EstimatePosted", line: goods, amounts: { "2026": "1.00" } } as const
  const source = { name: "lines.csv", sha256: "a".repeat(64), line: 2 } as const
  const proposal = { id: "line:2", event, actor: "clerk", source } as const
  const stateOf = (rows: ReadonlyArray<Batch.Row> = [], position = rows.length): Batch.StoreState => ({
    head: { ...Journal.genesis, position },
    found: rows,
    now: Date.parse(time),
  })
  const settle = (
    proposals: ReadonlyArray<Journal.Proposal>,
    state: Batch.StoreState,
    expected = state.head.position,
  ) => Batch.settle({ ledger, expected, proposals }, state, sha256)
  const { head: _, ...first } = Journal.seal(proposal, Journal.genesis, time, sha256)
  const kept = [{ ...first, id: proposal.id }]
  const other = { ...proposal, event: { ...event, amounts: { "2026": "2.00" } } }

  test("seals the proposals after the head, at the time of writing", () => {
    const settled = Result.getOrThrow(settle([proposal, { ...proposal, id: "line:3" }], stateOf()))
    expect(settled.rows.map(({ id, position }) => [id, position])).toEqual([
      ["line:2", 1],
      ["line:3", 2],
    ])
    expect(settled.appended).toEqual({
      head: { position: 2, hash: settled.rows[1]?.hash, time },
      written: [1, 2],
      known: [],
    })
  })

  test("writes a known batch no second time, at any expected position", () => {
    expect(settle([proposal], stateOf(kept), 77)).toMatchObject(
      Result.succeed({ rows: [], appended: { written: [], known: ["line:2"] } }),
    )
  })

  test("writes a proposal once when the batch repeats it", () => {
    expect(Result.getOrThrow(settle([proposal, proposal], stateOf())).appended).toMatchObject({
      written: [1],
      known: ["line:2"],
    })
  })

  test("rejects the batch with every conflict when an id has another event", () => {
    expect(settle([other, proposal], stateOf(kept))).toEqual(
      Result.fail({ _tag: "IdConflict", ledger: "main", conflicts: [{ id: "line:2", position: 1 }] }),
    )
    expect(settle([proposal, other], stateOf())).toEqual(
      Result.fail({ _tag: "IdConflict", ledger: "main", conflicts: [{ id: "line:2", position: 1 }] }),
    )
  })

  test("rejects the batch when the position is not the expected one", () => {
    expect(settle([proposal], stateOf([], 5), 4)).toEqual(
      Result.fail({ _tag: "PositionConflict", ledger: "main", expected: 4, actual: 5 }),
    )
  })

  test.each([
    ["an id with a blank", { ...proposal, id: "line 2" }, "id"],
    ["a person's name for an actor", { ...proposal, actor: "First Last" }, "actor"],
    ["a source without a sha256", { ...proposal, source: { ...source, sha256: "?" } }, "source.sha256"],
    [
      "an amount that is none",
      { ...proposal, event: { ...event, amounts: { "2026": "1" } } },
      "event.amounts.2026",
    ],
  ])("rejects %s before writing", (_, misfit, field) => {
    expect(settle([misfit], stateOf())).toMatchObject(Result.fail({ _tag: "Misfit", id: misfit.id, field }))
  })
})

describe("Batch.restore", () => {
  const entries = chain(3)
  const [first, second] = entries
  const restore = (backup: Partial<Batch.Backup>, found: ReadonlyArray<Batch.Row> = []) =>
    Batch.restore({ ledger, expected: 0, entries, ...backup }, { head: Journal.genesis, found }, sha256)

  test("returns every entry with its id, and the head", () => {
    const { rows, head } = Result.getOrThrow(restore({}))
    expect(rows).toEqual(entries.map((sealed, at) => ({ ...sealed, id: `close:${at}` })))
    expect(head).toEqual({ position: 3, hash: entries[2]?.hash, time: "2026-01-01T00:00:02.000Z" })
  })

  test("rejects a backup when the position is another than expected", () => {
    expect(restore({ expected: 2 })).toEqual(
      Result.fail({ _tag: "PositionConflict", ledger, expected: 2, actual: 0 }),
    )
  })

  test("rejects a backup at its first damage", () => {
    const damaged = first && second ? [first, altered(second, "2027", "2028")] : []
    expect(restore({ entries: damaged })).toMatchObject(
      Result.fail({ _tag: "Damaged", ledger, damage: { _tag: "HashMismatch", position: 2 } }),
    )
  })

  test("rejects an id that the ledger has, or that occurs twice", () => {
    const found = first ? [{ ...first, position: 9, id: "close:1" }] : []
    expect(restore({}, found)).toEqual(
      Result.fail({ _tag: "IdConflict", ledger, conflicts: [{ id: "close:1", position: 9 }] }),
    )
    const heads = [Journal.genesis]
    const proposal = { id: "twice", actor: "test", event: { _tag: "YearClosed", year: 2026 } as const }
    const twice = [1, 2].map(() => {
      const { head, ...sealed } = Journal.seal(proposal, heads.at(-1) ?? Journal.genesis, time, sha256)
      heads.push(head)
      return sealed
    })
    expect(restore({ entries: twice })).toEqual(
      Result.fail({ _tag: "IdConflict", ledger, conflicts: [{ id: "twice", position: 1 }] }),
    )
  })

  test("idsOf: omits entries that cannot be read", () => {
    expect(Batch.idsOf(entries)).toEqual(["close:0", "close:1", "close:2"])
    const unreadable = first && second ? [first, altered(second, "YearClosed", "YearOpened")] : []
    expect(Batch.idsOf(unreadable)).toEqual(["close:0"])
  })
})

test("Batch.statedIds: returns the ids of entries of any kind, and none of an entry that states none", () => {
  const [first, second] = chain(2)
  if (first === undefined || second === undefined) throw new Error("no entries")
  expect(Batch.statedIds([first, altered(second, "YearClosed", "YearOpened")])).toEqual([
    "close:0",
    "close:1",
  ])
  expect(Batch.statedIds([{ ...first, body: new Uint8Array() }, second])).toEqual(["close:1"])
})

describe("Batch.headAfter", () => {
  const [last] = chain(1)

  test("returns the head after the last entry with any event, and genesis when there is none", () => {
    expect(Batch.headAfter(undefined, ledger)).toEqual(Result.succeed(Journal.genesis))
    const newer = last && altered(last, "YearClosed", "YearOpened")
    expect(Batch.headAfter(newer, ledger)).toEqual(
      Result.succeed({ position: 1, hash: last?.hash, time: "2026-01-01T00:00:00.000Z" }),
    )
  })

  test("fails with the ledger, the position and the damage when the last entry cannot be read", () => {
    const cut = last && { ...last, body: last.body.slice(0, -1) }
    expect(Batch.headAfter(cut, ledger)).toEqual(
      Result.fail({
        _tag: "StoreFailed",
        operation: "head",
        reason: "DamagedHead: main: 1: MalformedEntry",
        problem: { code: "DamagedHead", place: "main", detail: "1: MalformedEntry" },
      }),
    )
  })
})
