/** The journal: sealed entries, opened entries, and batches that are known or rejected. */
import {
  Batch,
  type BudgetEvent,
  Canonical,
  History,
  Intake,
  Journal,
  Ledger,
  MemoryStore,
  Posting,
  Year,
} from "@grootboek/core"
import { ledger } from "@grootboek/testing/Given"
import { sha256 } from "@grootboek/testing/Ledgers"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Stream from "effect/Stream"
import { describe, expect, test } from "vitest"
import { adopted, declared, goods } from "../SmallPlan.ts"

const time = "2026-06-30T12:00:00.000Z"
const event = { _tag: "EstimatePosted", line: goods, amounts: { "2026": "1.00" } } as const
const source = { name: "lines.csv", sha256: "a".repeat(64), line: 2 } as const
const proposal = { id: "line:2", event, actor: "clerk", source } as const

const sealed = (...proposals: ReadonlyArray<Journal.Proposal>): ReadonlyArray<Journal.Sealed> => {
  let head = Journal.genesis
  return proposals.map((one) => {
    const { head: next, ...rest } = Journal.seal(one, head, time, sha256)
    head = next
    return rest
  })
}

const text = (body: Uint8Array): string => new TextDecoder().decode(body)

describe("Journal.seal", () => {
  const [first, second] = sealed(proposal, { ...proposal, id: "line:3" })

  test("writes canonical JSON with every field but the hash", () => {
    expect(first && text(first.body)).toBe(
      Canonical.stringify({
        actor: "clerk",
        event,
        id: "line:2",
        position: 1,
        previous: "0".repeat(64),
        source,
        time,
        version: 1,
      }),
    )
  })

  test("hashes the body after the domain tag and the version", () => {
    const tagged = new TextEncoder().encode(`grootboek/entry\u0001${first && text(first.body)}`)
    expect(first?.hash).toBe(sha256(tagged))
  })

  test("stores the hash of the previous entry", () => {
    expect(second && JSON.parse(text(second.body)).previous).toBe(first?.hash)
  })

  test("uses the time of the head when the clock went back", () => {
    const later = { ...Journal.genesis, time: "2026-07-01T00:00:00.000Z" }
    const { body, head } = Journal.seal(proposal, later, time, sha256)
    expect([JSON.parse(text(body)).time, head.time]).toEqual([later.time, later.time])
  })

  test("open: returns the sealed proposal and the next head", () => {
    const opened = first && Journal.open(first, Journal.genesis, sha256)
    expect(opened).toEqual(
      Result.succeed({
        ...proposal,
        position: 1,
        time,
        previous: "0".repeat(64),
        hash: first?.hash,
      }),
    )
    const entry = opened && Result.getOrThrow(opened)
    expect(entry && Journal.headOf(entry)).toEqual({ position: 1, hash: first?.hash, time })
    expect(first && Journal.tail(first)).toEqual(Result.succeed({ position: 1, hash: first?.hash, time }))
  })

  test("isNext: accepts only the next position with the matching hash", () => {
    const next = { position: 1, hash: first?.hash ?? "", body: first?.body ?? new Uint8Array() }
    const isNext = (more: Partial<Journal.Sealed>, head = Journal.genesis) =>
      Journal.isNext({ ...next, ...more }, head, sha256)
    expect([isNext({}), isNext({ position: 2 }), isNext({ position: 0 }), isNext({ hash: "f" })]).toEqual([
      true,
      false,
      false,
      false,
    ])
    expect(isNext({}, { ...Journal.genesis, position: 1 })).toBe(false)
  })

  test("holds: recognises the bytes of its event in the current version only", () => {
    const bytesOf = (one: BudgetEvent.BudgetEvent): Uint8Array => Result.getOrThrow(Journal.write(one))
    const held = (body: string, one: BudgetEvent.BudgetEvent = event): boolean =>
      Journal.holds({ position: 1, hash: "", body: new TextEncoder().encode(body) }, bytesOf(one))
    const body = text(first?.body ?? new Uint8Array())
    expect(held(body)).toBe(true)
    expect(held(body, { ...event, amounts: { "2026": "1.01" } })).toBe(false)
    for (const [from, to] of [
      ['"version":1}', '"version":2}'],
      ['"version":1}', '"version":1} '],
      ['{"actor":"', '{"actor": "'],
      ['"event":', '"event": '],
      [',"id":"', ',"jd":"'],
    ] as const)
      expect(held(body.replace(from, to)), `${from} → ${to}`).toBe(false)
    for (const short of ["", "{", '{"actor":"', '","version":1}']) expect(held(short)).toBe(false)
  })
})

describe("Journal.open", () => {
  const [first] = sealed(proposal)
  const content = first === undefined ? {} : JSON.parse(text(first.body))
  const bent = (changes: Readonly<Record<string, unknown>>): Journal.Sealed => {
    const body = Canonical.bytes({ ...content, ...changes })
    return { position: 1, body, hash: Journal.hashOf(body, sha256) }
  }
  const damage = (one: Journal.Sealed, head = Journal.genesis) =>
    Result.match(Journal.open(one, head, sha256), { onFailure: (found) => found, onSuccess: () => undefined })

  test("reports a position gap", () => {
    expect(first && damage({ ...first, position: 3 })).toEqual({
      _tag: "PositionGap",
      position: 3,
      expected: 1,
    })
    expect(damage(bent({ position: 2 }))).toEqual({ _tag: "PositionGap", position: 2, expected: 1 })
  })

  test("reports another hash", () => {
    const stored = "f".repeat(64)
    expect(first && damage({ ...first, hash: stored })).toEqual({
      _tag: "HashMismatch",
      position: 1,
      stored,
      computed: first?.hash,
    })
  })

  test("reports a broken chain", () => {
    const previous = "e".repeat(64)
    expect(damage(bent({ previous }))).toEqual({
      _tag: "BrokenChain",
      position: 1,
      previous,
      expected: "0".repeat(64),
    })
  })

  test("reports an earlier time than that of the previous entry", () => {
    const head = { ...Journal.genesis, time: "2027-01-01T00:00:00.000Z" }
    expect(first && damage(first, head)).toEqual({
      _tag: "TimeWentBack",
      position: 1,
      time,
      previous: head.time,
    })
  })

  test("reports an unknown kind or version", () => {
    expect(damage(bent({ event: { _tag: "Dreamt" } }))).toEqual({
      _tag: "UnknownEvent",
      position: 1,
      kind: "Dreamt",
      version: 1,
    })
    expect(damage(bent({ version: 99 }))).toMatchObject({ _tag: "UnknownEvent", version: 99 })
    expect(damage(bent({ event: "text" }))).toMatchObject({ _tag: "UnknownEvent", kind: "(no _tag)" })
  })

  test("reports the malformed field", () => {
    const amounts = { "2026": "1,00" }
    expect(damage(bent({ event: { ...event, amounts } }))).toMatchObject({
      _tag: "MalformedEntry",
      field: "event.amounts.2026",
    })
    expect(damage(bent({ surprise: 1 }))).toMatchObject({ _tag: "MalformedEntry", field: "(entry)" })
    expect(damage(bent({ time: "yesterday" }))).toMatchObject({ _tag: "MalformedEntry", field: "(entry)" })
    const body = new TextEncoder().encode('{"actor":')
    expect(damage({ position: 1, body, hash: Journal.hashOf(body, sha256) })).toMatchObject({
      _tag: "MalformedEntry",
      field: "(body)",
    })
    const bytes = Uint8Array.of(0xff)
    expect(damage({ position: 1, body: bytes, hash: Journal.hashOf(bytes, sha256) })).toMatchObject({
      _tag: "MalformedEntry",
      field: "(body)",
      offset: 0,
    })
  })
})

describe("History.read", () => {
  test("migrates a retired shape version by version", () => {
    const old = { _tag: "YearClosed", jaar: 2026 }
    const upcasts = new Map([
      ["YearClosed@0", ({ _tag, jaar }: Readonly<Record<string, unknown>>) => ({ _tag, year: jaar })],
    ])
    expect(History.read(old, 0, upcasts)).toEqual(Result.succeed({ _tag: "YearClosed", year: 2026 }))
  })

  test("fails on an unknown kind or version", () => {
    expect(History.read({ _tag: "YearClosed", year: 2026 }, History.version + 1)).toEqual(
      Result.fail({ _tag: "UnknownEvent", kind: "YearClosed", version: History.version + 1 }),
    )
  })
})

describe("Batch.settle", () => {
  const ground = (rows: ReadonlyArray<Batch.Row> = [], position = rows.length): Batch.StoreState => ({
    head: { ...Journal.genesis, position },
    found: rows,
    now: Date.parse(time),
  })
  const settle = (
    proposals: ReadonlyArray<Journal.Proposal>,
    on: Batch.StoreState,
    expected = on.head.position,
  ) => Batch.settle({ ledger: "main", expected, proposals }, on, sha256)
  const kept = sealed(proposal).map((one) => ({ ...one, id: proposal.id }))
  const other = { ...proposal, event: { ...event, amounts: { "2026": "2.00" } } }

  test("seals the proposals after the head, at the time of writing", () => {
    const settled = Result.getOrThrow(settle([proposal, { ...proposal, id: "line:3" }], ground()))
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
    expect(settle([proposal], ground(kept), 77)).toMatchObject(
      Result.succeed({ rows: [], appended: { written: [], known: ["line:2"] } }),
    )
  })

  test("writes a proposal once when the batch repeats it", () => {
    expect(Result.getOrThrow(settle([proposal, proposal], ground())).appended).toMatchObject({
      written: [1],
      known: ["line:2"],
    })
  })

  test("rejects the batch with every conflict when an id has another event", () => {
    expect(settle([other, proposal], ground(kept))).toEqual(
      Result.fail({ _tag: "IdConflict", ledger: "main", conflicts: [{ id: "line:2", position: 1 }] }),
    )
    expect(settle([proposal, other], ground())).toEqual(
      Result.fail({ _tag: "IdConflict", ledger: "main", conflicts: [{ id: "line:2", position: 1 }] }),
    )
  })

  test("rejects the batch when the position is not the expected one", () => {
    expect(settle([proposal], ground([], 5), 4)).toEqual(
      Result.fail({ _tag: "PositionConflict", ledger: "main", expected: 4, actual: 5 }),
    )
  })

  test.each([
    ["an id with a blank", { ...proposal, id: "line 2" }, "id"],
    ["a person's name for an actor", { ...proposal, actor: "An Peeters" }, "actor"],
    ["a source without a sha256", { ...proposal, source: { ...source, sha256: "?" } }, "source.sha256"],
    [
      "an amount that is none",
      { ...proposal, event: { ...event, amounts: { "2026": "1" } } },
      "event.amounts.2026",
    ],
  ])("rejects %s before writing", (_, misfit, field) => {
    expect(settle([misfit], ground())).toMatchObject(Result.fail({ _tag: "Misfit", id: misfit.id, field }))
  })
})

describe("MemoryStore", () => {
  const run = <A>(
    use: (store: Effect.Success<ReturnType<typeof MemoryStore.make>>) => Effect.Effect<A, unknown>,
  ): Promise<A> => Effect.runPromise(Effect.flatMap(MemoryStore.make(sha256), use))

  test("read: returns every entry once over several pages", async () => {
    const many = Array.from({ length: 2_500 }, (_, at) => ({ ...proposal, id: `line:${at}` }))
    const read = await run((store) =>
      Effect.andThen(store.append("main", 0, many), Stream.runCollect(store.read("main", 499))),
    )
    expect([read.length, read[0]?.position, read.at(-1)?.position]).toEqual([2_001, 500, 2_500])
  })

  test("ledgers and find: list ledgers by name and find entries by id", async () => {
    const found = await run((store) =>
      Effect.gen(function* () {
        yield* store.append("stad", 0, [proposal, { ...proposal, id: "line:9" }])
        yield* store.append("ocmw", 0, [proposal])
        const rows = yield* store.find("stad", ["line:9", "line:2", "line:404"])
        return [yield* store.ledgers, rows.map(({ position }) => position)]
      }),
    )
    expect(found).toEqual([
      ["ocmw", "stad"],
      [1, 2],
    ])
  })
})

describe("Intake", () => {
  const context = { actor: "clerk", sha256, recorded: new Map<string, BudgetEvent.BudgetEvent>() }
  const post = (id: string) => ({ id, decide: () => Result.succeed([event]), source })

  test("gives each event of a request its own id, and the source", () => {
    const two = { id: "w", decide: () => Result.succeed([event, event]), source }
    expect(Intake.decideInto(ledger(adopted, declared), [two], context).proposals).toEqual([
      { id: "w", event, actor: "clerk", source },
      { id: "w.1", event, actor: "clerk", source },
    ])
  })

  test("recognises a request by its id, and a conflict by its event", () => {
    const recorded = new Map([["w", event]])
    const other = { ...post("w"), event: { ...event, amounts: {} } }
    const same = { ...post("w"), event }
    const outcome = (request: typeof same | typeof other | ReturnType<typeof post>) => {
      const { proposals, known, conflicting } = Intake.decideInto(ledger(adopted), [request], {
        ...context,
        recorded,
      })
      return [proposals.length, known.length, conflicting.length]
    }
    expect([outcome(post("w")), outcome(same), outcome(other)]).toEqual([
      [0, 1, 0],
      [0, 1, 0],
      [0, 0, 1],
    ])
  })

  test("refuses an event that no journal can store, and one that overflows", () => {
    const bent = { id: "w", decide: () => Result.succeed([{ ...event, amounts: { "2026": "1,00" } }]) }
    expect(Intake.decideInto(ledger(adopted), [bent], context).refused).toMatchObject([
      { request: { id: "w" }, refusal: { _tag: "MalformedValue", field: "amounts.2026" } },
    ])
    const huge = { ...event, amounts: { "2026": "1000000000000.00" } }
    const ten = { id: "w", decide: () => Result.succeed(Array.from({ length: 10 }, () => huge)) }
    expect(Intake.decideInto(ledger(adopted), [ten], context).refused[0]?.refusal).toEqual({
      _tag: "AmountOverflow",
      place: "A1 · 0900 · 6140000 · U",
      year: 2026,
    })
  })

  test("applies no rule when a request is refused", () => {
    const { refused, proposals } = Intake.decideInto(
      Ledger.empty(),
      [
        { id: "w", decide: adopted },
        { id: "x", decide: adopted },
      ],
      context,
    )
    expect([refused.map(({ refusal }) => refusal._tag), proposals.length]).toEqual([
      ["PlanAlreadyAdopted"],
      0,
    ])
  })
})

describe("Posting.of", () => {
  const place = { phase: "estimate", ...goods } as const

  test.each([
    [
      "an adjustment, with the reason and the line of the file",
      {
        _tag: "PlanAdjusted",
        plan: "x",
        creditYears: [],
        changes: [{ line: goods, amounts: { "2026": "1.00" }, reason: { class: "timing" }, row: 7 }],
      },
      [{ place, year: 2026, amount: 1_000_000n, reason: { class: "timing" }, row: 7 }],
    ],
    [
      "a transfer, both ways",
      {
        _tag: "CreditTransferred",
        from: goods,
        to: { ...goods, action: "A2" },
        year: 2026,
        amount: "2.00",
        reason: { class: "transfer" },
      },
      [
        { place, year: 2026, amount: -2_000_000n, reason: { class: "transfer" } },
        { place: { ...place, action: "A2" }, year: 2026, amount: 2_000_000n, reason: { class: "transfer" } },
      ],
    ],
    [
      "a carry-over, out of a year and into the next",
      {
        _tag: "CarriedOver",
        line: goods,
        from: 2026,
        to: 2027,
        amount: "3.00",
      },
      [
        { place, year: 2026, amount: -3_000_000n },
        { place, year: 2027, amount: 3_000_000n },
      ],
    ],
    [
      "a debt, on its account and kind",
      {
        _tag: "DebtOpened",
        account: "173",
        kind: "bonds",
        year: 2026,
        amount: "4.00",
      },
      [
        {
          place: { phase: "debt", direction: "O", account: "173", part: "bonds" },
          year: 2026,
          amount: 4_000_000n,
        },
      ],
    ],
    [
      "a reversal, with what it reverses",
      {
        _tag: "Reversed",
        entry: 3,
        reason: { class: "correction" },
        turned: [{ place, year: 2026, amount: "-1.00" }],
      },
      [
        {
          place,
          year: 2026,
          amount: -1_000_000n,
          rule: { rule: "reversal", of: 3 },
          reason: { class: "correction" },
        },
      ],
    ],
    ["a closed year: nothing", { _tag: "YearClosed", year: 2026 }, []],
  ] as ReadonlyArray<readonly [string, BudgetEvent.BudgetEvent, ReadonlyArray<unknown>]>)(
    "%s",
    (_, event, moved) => {
      expect(Posting.of(event)).toEqual(moved)
    },
  )
})

test("YearSpan: lists, contains and formats its years", () => {
  expect(Year.list({ first: 2026, last: 2028 })).toEqual([2026, 2027, 2028])
  expect([2025, 2026, 2028, 2029].map((year) => Year.within({ first: 2026, last: 2028 }, year))).toEqual([
    false,
    true,
    true,
    false,
  ])
  expect([Year.format({ first: 2026, last: 2028 }), Year.format({ first: 2026, last: 2026 })]).toEqual([
    "2026-2028",
    "2026",
  ])
})
