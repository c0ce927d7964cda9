/** The ledger: a journal folded entry by entry, replayed, copied and queried. */
import {
  Balances,
  type BudgetEvent,
  Estimate,
  Funding,
  formIds,
  Journal,
  Ledger,
  Money,
  Replay,
  type Statement,
} from "@grootboek/core"
import { ledger, record } from "@grootboek/testing/Given"
import { sha256 } from "@grootboek/testing/Ledgers"
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import { association, van } from "../Association.ts"
import { adopted, declared, fees, goods } from "../SmallPlan.ts"

const time = "2026-06-30T12:00:00.000Z"
const huge = (year: string): BudgetEvent.BudgetEvent => ({
  _tag: "EstimatePosted",
  line: goods,
  amounts: { [year]: "1000000000000.00" },
})
const opened: BudgetEvent.BudgetEvent = {
  _tag: "PlanAdopted",
  entity: { name: "Vereniging", type: "welzijnsvereniging" },
  plan: "2026/0",
  edition: "bbc-3.0",
  years: { first: 2026, last: 2027 },
  creditYears: [2026],
}
const closed: BudgetEvent.BudgetEvent = { _tag: "YearClosed", year: 2026 }
const adjusted: BudgetEvent.BudgetEvent = {
  _tag: "PlanAdjusted",
  plan: "2026/1",
  creditYears: [2027],
  changes: [],
}
const paid: BudgetEvent.BudgetEvent = {
  _tag: "ActualRecorded",
  line: goods,
  year: 2026,
  date: "2026-01-31",
  amount: "1.00",
  voucher: "F",
}

const sealed = (...events: ReadonlyArray<BudgetEvent.BudgetEvent>): ReadonlyArray<Journal.Sealed> => {
  let head = Journal.genesis
  return events.map((event, at) => {
    const { head: next, ...rest } = Journal.seal({ id: `e:${at}`, actor: "tests", event }, head, time, sha256)
    head = next
    return rest
  })
}

const folded = (...events: ReadonlyArray<BudgetEvent.BudgetEvent>): Ledger.Ledger => {
  const out = Ledger.empty()
  for (const event of events) Result.getOrThrow(Ledger.append(out, { event, time }))
  return out
}

describe("Ledger", () => {
  test("empty: has no entries and no plan", () => {
    const none = Ledger.empty()
    expect([Ledger.position(none), none.plans, Ledger.planAt(none), none.traces.length]).toEqual([
      0,
      [],
      undefined,
      0,
    ])
    expect(Ledger.state(none).plan).toBeUndefined()
  })

  test("append: keeps a plan for every entry that changes it, and the events that explain more than their postings", () => {
    const out = folded(opened, huge("2026"), paid, closed, closed, adjusted)
    expect(out.plans.map(({ position }) => position)).toEqual([1, 4, 5, 6])
    expect([...out.traces.events.keys()]).toEqual([1, 4, 5, 6])
    expect([0, 1, 3, 4, 6].map((at) => Ledger.planAt(out, at)?.closed.size)).toEqual([undefined, 0, 0, 1, 1])
    expect(Ledger.planAt(out)?.versions.map(({ label, position }) => [label, position])).toEqual([
      ["2026/0", 1],
      ["2026/1", 6],
    ])
    expect(out.traces.at(2)).toEqual({ kind: "EstimatePosted", time, source: undefined, event: undefined })
  })

  test("planAt: returns undefined when no plan was adopted", () => {
    expect(folded(closed, paid).plans).toEqual([])
    expect(folded(closed, opened).plans.map(({ position }) => position)).toEqual([2])
  })

  test("of: returns the same plans from columns and traces", () => {
    const earmarked = { _tag: "FundsEarmarked", account: "0900000", amounts: { "2026": "1.00" } } as const
    for (const out of [folded(opened, paid, closed, earmarked, closed, adjusted), folded(closed, paid)]) {
      const again = Ledger.of(out.columns, out.traces)
      expect(again.plans).toEqual(out.plans)
      expect([again.columns, again.traces, again.layouts.size]).toEqual([out.columns, out.traces, 0])
    }
  })

  test("append: changes nothing when an entry overflows, and returns the slot", () => {
    const out = folded(opened, ...Array.from({ length: 9 }, () => huge("2026")))
    const failed = Ledger.append(out, { event: huge("2026"), time })
    expect(failed).toEqual(
      Result.fail({ _tag: "AmountOverflow", place: { phase: "estimate", ...goods }, year: 2026 }),
    )
    expect([Ledger.position(out), out.traces.length]).toEqual([10, 10])
    expect(Ledger.append(out, { event: closed, time })).toEqual(Result.succeed(undefined))
    expect(out.plans.at(-1)?.position).toBe(11)
  })

  test("copy: is independent, plans included", () => {
    const out = folded(opened, closed)
    const copy = Ledger.copy(out)
    Result.getOrThrow(Ledger.append(copy, { event: adjusted, time }))
    expect([out.plans.length, copy.plans.length]).toEqual([2, 3])
    expect([Ledger.position(out), Ledger.position(copy), out.traces.length, copy.traces.length]).toEqual([
      2, 3, 2, 3,
    ])
  })

  test("state: returns the plan and the balances at the end", () => {
    const out = ledger(adopted, declared, Estimate.post({ line: goods, amounts: { "2026": "5.00" } }))
    const { plan, balances } = Ledger.state(out)
    expect(plan).toBe(Ledger.planAt(out))
    expect(Balances.at(balances(), { phase: "estimate", ...goods }, 2026)).toBe(Money.from("5.00"))
  })
})

describe("Replay", () => {
  const posted: BudgetEvent.BudgetEvent = { _tag: "EstimatePosted", line: goods, amounts: { "2027": "1.00" } }
  const events = [opened, posted, paid, closed, adjusted]
  const entries = sealed(...events)

  test("all: returns the folded ledger and the head of the journal", () => {
    const replay = Replay.begin(sha256)
    expect(replay.head()).toEqual(Journal.genesis)
    for (const one of entries) expect(replay.take(one)).toEqual(Result.succeed(undefined))
    expect(replay.head()).toEqual({ position: 5, hash: entries.at(-1)?.hash, time })
    const out = Result.getOrThrow(Replay.all(entries, sha256))
    for (const one of [out, replay.ledger]) {
      expect(one.plans).toEqual(folded(...events).plans)
      expect([1, 2, 3, 4, 5].map((at) => one.traces.at(at))).toEqual(
        [1, 2, 3, 4, 5].map((at) => folded(...events).traces.at(at)),
      )
    }
  })

  test("begin: continues after the head of a ledger, and from no other head", () => {
    const first = Replay.begin(sha256)
    for (const one of entries.slice(0, 3)) Result.getOrThrow(first.take(one))
    const replayed = { ledger: first.ledger, head: first.head() }
    const more = Replay.begin(sha256, replayed)
    expect(more.ledger).toBe(first.ledger)
    expect(more.take(entries[4] ?? never())).toMatchObject(Result.fail({ _tag: "PositionGap", expected: 4 }))
    for (const one of entries.slice(3)) expect(more.take(one)).toEqual(Result.succeed(undefined))
    expect([more.head().position, Ledger.position(more.ledger)]).toEqual([5, 5])
  })

  test("all: stops at the first damaged entry and returns the damage", () => {
    const swapped = [entries[0], entries[2], entries[1]].map((one) => one ?? never())
    expect(Replay.all(swapped, sha256)).toEqual(
      Result.fail({ _tag: "PositionGap", position: 3, expected: 2 }),
    )
    const [, second = never()] = entries
    const other = sealed(opened, closed, paid)[2] ?? never()
    // The fast path reads estimates and realisations; the hash chain is checked as well.
    const replay = Replay.begin(sha256)
    Result.getOrThrow(replay.take(entries[0] ?? never()))
    Result.getOrThrow(replay.take(second))
    expect(replay.take(other)).toMatchObject(
      Result.fail({ _tag: "BrokenChain", position: 3, expected: second.hash }),
    )
    const earlier = { ...Journal.genesis, position: 2, hash: second.hash }
    const { head: _, ...back } = Journal.seal(
      { id: "e:9", actor: "tests", event: paid },
      earlier,
      "2026-06-30T11:59:59.999Z",
      sha256,
    )
    expect(replay.take(back)).toMatchObject(
      Result.fail({ _tag: "TimeWentBack", position: 3, time: "2026-06-30T11:59:59.999Z", previous: time }),
    )
  })

  test("all: stops at an altered or moved estimate, with or without the fast path", () => {
    const [first = never(), second = never()] = entries
    const taken = (one: Journal.Sealed) => {
      const replay = Replay.begin(sha256)
      Result.getOrThrow(replay.take(first))
      return replay.take(one)
    }
    const body = new TextEncoder().encode(new TextDecoder().decode(second.body).replace(".00", ".01"))
    expect(taken({ ...second, body })).toMatchObject(Result.fail({ _tag: "HashMismatch", position: 2 }))
    expect(taken({ ...second, position: 7 })).toMatchObject(
      Result.fail({ _tag: "PositionGap", position: 7, expected: 2 }),
    )
    const shifted = new TextEncoder().encode(
      new TextDecoder().decode(second.body).replace('"position":2', '"position":3'),
    )
    expect(taken({ position: 2, body: shifted, hash: Journal.hashOf(shifted, sha256) })).toMatchObject(
      Result.fail({ _tag: "PositionGap", position: 3, expected: 2 }),
    )
  })

  test("all: stops at a source line with a leading zero, with or without the fast path", () => {
    const source = { name: "lines.csv", sha256: "a".repeat(64), line: 10 }
    const { body } = Journal.seal(
      { id: "e", actor: "tests", event: paid, source },
      Journal.genesis,
      time,
      sha256,
    )
    const replayed = (line: string) => {
      const altered = new TextEncoder().encode(
        new TextDecoder().decode(body).replace('"line":10', `"line":${line}`),
      )
      return Replay.all([{ position: 1, body: altered, hash: Journal.hashOf(altered, sha256) }], sha256)
    }
    for (const line of ["0", "10"])
      expect(Result.getOrThrow(replayed(line)).traces.sourceAt(1)?.line).toBe(Number(line))
    for (const line of ["010", "00"])
      expect(replayed(line)).toMatchObject(
        Result.fail({ _tag: "MalformedEntry", position: 1, field: "(body)" }),
      )
  })

  test("all: stops at an overflow and returns the entry", () => {
    const many = sealed(opened, ...Array.from({ length: 12 }, () => huge("2027")))
    expect(Replay.all(many, sha256)).toEqual(
      Result.fail({
        _tag: "AmountOverflow",
        place: { phase: "estimate", ...goods },
        year: 2027,
        position: 11,
      }),
    )
    // The fast path reads amounts that fit in a number; overflows of their sums are detected.
    const most: BudgetEvent.BudgetEvent = { ...posted, amounts: { "2027": "9007199254.74" } }
    expect(Replay.all(sealed(opened, ...Array.from({ length: 1_100 }, () => most)), sha256)).toMatchObject(
      Result.fail({ _tag: "AmountOverflow", year: 2027, position: 1_026 }),
    )
  })
})

describe("Ledger: forms", () => {
  test("formOf: ignores case, and returns the known forms when there is no such form", () => {
    expect(["T2", "t2", "Goals", "SYNTHESIS"].map((name) => Result.getOrThrow(Ledger.formOf(name)))).toEqual([
      "T2",
      "T2",
      "goals",
      "synthesis",
    ])
    expect([Ledger.formOf("M9"), Ledger.formOf("j5")]).toEqual([
      Result.fail({ _tag: "UnknownForm", form: "M9", known: formIds }),
      Result.fail({ _tag: "FormNotBuilt", form: "J5", known: formIds }),
    ])
  })

  test("layout: is compiled once per structure", () => {
    const out = ledger(adopted, declared)
    const plan = Ledger.planAt(out) ?? never()
    const layout = Ledger.layout(out, "M1", plan)
    expect(Ledger.layout(out, "M1", { ...plan })).toBe(layout)
    expect(Ledger.layout(out, "M2", plan)).not.toBe(layout)
    expect(Ledger.layout(out, "M2", plan)).toBe(Ledger.layout(out, "M2", plan))
    expect(Ledger.layout(out, "M1", { ...plan, structure: { ...plan.structure } })).not.toBe(layout)
  })

  test("yearsShown: returns the years of the plan, or the years whose credits the plan sets", () => {
    const plan = Ledger.planAt(folded(opened, adjusted)) ?? never()
    expect([Ledger.yearsShown("T2", plan), Ledger.yearsShown("M3", plan)]).toEqual([[2026, 2027], [2027]])
    expect(Ledger.yearsShown("M3", { ...plan, versions: [] })).toEqual([])
  })
})

describe("Ledger.statement", () => {
  test("fails with any moment when the ledger is empty", () => {
    expect(Ledger.moment(Ledger.empty(), "plan:2026/0")).toEqual(
      Result.fail({ _tag: "UnknownMoment", moment: "plan:2026/0", known: [] }),
    )
  })

  test("fails when the moment is unknown or no plan is adopted", () => {
    expect(Ledger.statement(folded(opened), "M2", { at: 9 })).toMatchObject(
      Result.fail({ _tag: "UnknownMoment", moment: "position:9" }),
    )
    expect(Ledger.statement(folded(closed, opened), "M2", { at: 1 })).toEqual(
      Result.fail({ _tag: "PlanNotAdopted" }),
    )
  })

  test("returns its position and plan, for any way to name the moment", () => {
    const out = folded(opened, adjusted)
    const at = (moment?: string) =>
      Result.getOrThrow(Ledger.statement(out, "M2", { at: Result.getOrThrow(Ledger.moment(out, moment)) })).at
    expect(at()).toEqual({ position: 2, plan: "2026/1" })
    expect(at("position:1")).toEqual({ position: 1, plan: "2026/0" })
    expect(at(`time:${time}`)).toEqual({ position: 2, plan: "2026/1" })
  })

  test("prints by the given policy, by default as the form states", () => {
    const out = ledger(
      adopted,
      declared,
      Estimate.post({ line: goods, amounts: { "2026": "50.30" } }),
      Estimate.post({ line: fees, amounts: { "2026": "100.60" } }),
    )
    const printed = (policy?: Statement.Policy) =>
      Result.getOrThrow(Ledger.statement(out, "M2", policy === undefined ? {} : { policy })).rows[0]?.cells[0]
        ?.printed
    expect(
      [printed(), printed("form"), printed("exact"), printed("rows")].map((one) =>
        Money.format(one ?? Money.zero),
      ),
    ).toEqual(["50.00", "50.00", "50.00", "51.00"])
  })

  test("includes, omits or selects conditional money", () => {
    const out = association()
    record(out, Funding.assign([{ line: van, condition: "V1" }]))
    const spent = (conditional?: Funding.Conditional) => {
      const read = Result.getOrThrow(
        Ledger.statement(out, "T2", conditional === undefined ? {} : { conditional }),
      )
      const row = read.rows.find(({ section, code }) => section === "INVESTERINGEN" && code === "I")
      return Money.format(row?.cells[0]?.exact ?? Money.zero)
    }
    expect([spent(), spent("with"), spent("without"), spent("only")]).toEqual([
      "300.00",
      "300.00",
      "0.00",
      "300.00",
    ])
    const all = Result.getOrThrow(Ledger.statement(out, "T2", { conditional: "only" }))
    expect(
      all.rows.find(({ section, code }) => section === "EXPLOITATIE" && code === "I")?.cells[0]?.exact,
    ).toBe(0n)
  })
})

const never = (): never => {
  throw new Error("the test has this value")
}
