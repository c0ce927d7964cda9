/** What becomes of a batch or a backup at the end of a journal: all of it, or nothing with the reason. */
import { Batch, Journal } from "@grootboek/core"
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import { digest } from "../Digest.ts"
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
    digest,
  )

describe("a batch", () => {
  const kept = (proposal: Journal.Proposal): Batch.Row => {
    const { head: _, ...sealed } = Journal.seal(proposal, Journal.genesis, time, digest)
    return { ...sealed, id: proposal.id }
  }
  const conflict = Result.fail({
    _tag: "IdConflict",
    ledger,
    conflicts: [{ id: "adjust", position: 1 }],
  })

  test("knows an adjustment again whose lines have moved in the file, and none with another amount", () => {
    const before = [kept(adjusted(7))]
    expect(settle([adjusted(9)], before)).toMatchObject(
      Result.succeed({ rows: [], appended: { written: [], known: ["adjust"] } }),
    )
    expect(settle([adjusted(7, { "2026": "2.00" })], before)).toEqual(conflict)
  })

  test("takes a stored entry that it cannot read for another one", () => {
    const newer = altered(kept(adjusted(7)), "PlanAdjusted", "PlanReworded")
    expect(settle([adjusted(7)], [{ ...newer, id: "adjust" }])).toEqual(conflict)
  })

  test("is refused before it is written when it tells of an event that nobody knows", () => {
    const imagined: unknown = { _tag: "Imagined" }
    const proposal: Journal.Proposal = JSON.parse(JSON.stringify({ ...adjusted(1), event: imagined }))
    expect(settle([proposal], [])).toEqual(
      Result.fail({
        _tag: "Misfit",
        ledger,
        id: "adjust",
        field: "event",
        problem: "there is no event Imagined",
        reason: { kind: "event", values: ["Imagined"] },
      }),
    )
  })

  test("is refused with the field of its envelope that does not fit, and what was expected there", () => {
    const source = { name: "x.csv", sha256: "?" }
    expect(settle([{ ...adjusted(1), source }], [])).toMatchObject(
      Result.fail({ field: "source.sha256", problem: expect.stringContaining("64 hexadecimal digits") }),
    )
  })
})

test("a batch whose source says more than an envelope keeps is taken, and what more it said is not written", () => {
  const source = { name: "x.csv", sha256: "c".repeat(64), sheet: "Blad 1" }
  const written = Result.match(settle([{ ...adjusted(1), source }], []), {
    onFailure: (failure): unknown => failure,
    onSuccess: ({ rows }) => rows.map(({ body }) => new TextDecoder().decode(body).includes("Blad 1")),
  })
  expect(written).toEqual([false])
})

describe("a backup", () => {
  const entries = chain(3)
  const [first, second] = entries
  const restore = (backup: Partial<Batch.Backup>, found: ReadonlyArray<Batch.Row> = []) =>
    Batch.restore({ ledger, expected: 0, entries, ...backup }, { head: Journal.genesis, found }, digest)

  test("comes back with its ids and its head, entry by entry", () => {
    const { rows, head } = Result.getOrThrow(restore({}))
    expect(rows).toEqual(entries.map((sealed, at) => ({ ...sealed, id: `close:${at}` })))
    expect(head).toEqual({ position: 3, hash: entries[2]?.hash, time: "2026-01-01T00:00:02.000Z" })
  })

  test("is refused behind another position than it must follow", () => {
    expect(restore({ expected: 2 })).toEqual(
      Result.fail({ _tag: "PositionConflict", ledger, expected: 2, actual: 0 }),
    )
  })

  test("is refused at its first damage", () => {
    const damaged = first && second ? [first, altered(second, "2027", "2028")] : []
    expect(restore({ entries: damaged })).toMatchObject(
      Result.fail({ _tag: "Damaged", ledger, damage: { _tag: "HashMismatch", position: 2 } }),
    )
  })

  test("is refused when the ledger has one of its ids, or it has one twice itself", () => {
    const found = first ? [{ ...first, position: 9, id: "close:1" }] : []
    expect(restore({}, found)).toEqual(
      Result.fail({ _tag: "IdConflict", ledger, conflicts: [{ id: "close:1", position: 9 }] }),
    )
    const heads = [Journal.genesis]
    const proposal = { id: "twice", actor: "test", event: { _tag: "YearClosed", year: 2026 } as const }
    const twice = [1, 2].map(() => {
      const { head, ...sealed } = Journal.seal(proposal, heads.at(-1) ?? Journal.genesis, time, digest)
      heads.push(head)
      return sealed
    })
    expect(restore({ entries: twice })).toEqual(
      Result.fail({ _tag: "IdConflict", ledger, conflicts: [{ id: "twice", position: 1 }] }),
    )
  })

  test("names its ids, but none for what cannot be read", () => {
    expect(Batch.idsOf(entries)).toEqual(["close:0", "close:1", "close:2"])
    const unreadable = first && second ? [first, altered(second, "YearClosed", "YearOpened")] : []
    expect(Batch.idsOf(unreadable)).toEqual(["close:0"])
  })
})

describe("the head of a ledger", () => {
  const [last] = chain(1)

  test("is that of its last entry, of whatever event, and the beginning of all where it has none", () => {
    expect(Batch.headAfter(undefined, ledger)).toEqual(Result.succeed(Journal.genesis))
    const newer = last && altered(last, "YearClosed", "YearOpened")
    expect(Batch.headAfter(newer, ledger)).toEqual(
      Result.succeed({ position: 1, hash: last?.hash, time: "2026-01-01T00:00:00.000Z" }),
    )
  })

  test("is not there when the last entry cannot be read: which one, of which ledger, and what to do", () => {
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
