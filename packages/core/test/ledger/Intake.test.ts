/** The intake: from requests to proposals, all or nothing, with the rules of the plan. */
import {
  Adoption,
  type BudgetEvent,
  BudgetLine,
  Canonical,
  Contribution,
  type Decision,
  Estimate,
  EstimateWriter,
  Intake,
  Ledger,
  Overhead,
  PassThrough,
  Reversal,
  Stop,
} from "@grootboek/core"
import { ledger, record } from "@grootboek/testing/Given"
import { sha256 } from "@grootboek/testing/Ledgers"
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import { association, contribution } from "../Association.ts"
import { adopted, declared, goods, grant, payment, rule, wages } from "../SmallPlan.ts"

const context = { actor: "clerk", sha256, recorded: new Map<string, BudgetEvent.BudgetEvent>() }
const source = { name: "lines.csv", sha256: "a".repeat(64), line: 2 } as const
const event = { _tag: "EstimatePosted", line: goods, amounts: { "2026": "1.00" } } as const
const request = (id: string, events: ReadonlyArray<BudgetEvent.BudgetEvent> = [event]): Decision.Request => ({
  id,
  decide: () => Result.succeed(events),
})

describe("Intake.decide", () => {
  test("changes no ledger that is passed in: it is accepted with a new one, or rejected without", () => {
    const given = ledger(adopted, declared)
    const before = Ledger.position(given)
    const accepted = Intake.decide(given, [request("a")], context)
    expect(Result.map(accepted, (found) => [found.proposals.length, Ledger.position(found.ledger)])).toEqual(
      Result.succeed([1, before + 1]),
    )
    const refusing = { id: "r", decide: () => Result.fail([{ _tag: "NothingChanges" } as const]) }
    const rejected = Intake.decide(given, [request("a"), refusing], context)
    expect(rejected).toEqual(
      Result.fail({ refused: [{ request: refusing, refusal: { _tag: "NothingChanges" } }], conflicting: [] }),
    )
    expect(Ledger.position(given)).toBe(before)
  })

  test("numbers the events of a request after its id, with its source if any", () => {
    const three = { ...request("w", [event, event, event]), source }
    expect(Intake.decideInto(ledger(adopted, declared), [three, request("x")], context)).toStrictEqual({
      proposals: [
        { id: "w", event, actor: "clerk", source },
        { id: "w.1", event, actor: "clerk", source },
        { id: "w.2", event, actor: "clerk", source },
        { id: "x", event, actor: "clerk" },
      ],
      known: [],
      replaced: [],
      conflicting: [],
      refused: [],
    })
  })

  test("recognises a repeated request, and reports a conflict with the first", () => {
    const first = { ...request("w"), event }
    const other = { ...first, event: { ...event, amounts: { "2026": "2.00" } } }
    const outcome = Intake.decideInto(ledger(adopted, declared), [first, first, other, request("w")], context)
    expect(outcome.proposals).toEqual([])
    expect(outcome.known.map((one) => one.event)).toEqual([event, undefined])
    expect(outcome.conflicting).toEqual([other])
  })

  test("recognises a recorded request by its id, and reports a conflict when it states another event", () => {
    const recorded = new Map([["w", event]])
    const outcome = (one: Decision.Request) => {
      const { proposals, known, conflicting } = Intake.decideInto(ledger(adopted), [one], {
        ...context,
        recorded,
      })
      return [proposals.length, known.length, conflicting.length]
    }
    const stating = (amounts: { readonly "2026"?: string }) => ({
      ...request("w"),
      event: { ...event, amounts },
    })
    expect([request("w"), stating(event.amounts), stating({})].map(outcome)).toEqual([
      [0, 1, 0],
      [0, 1, 0],
      [0, 0, 1],
    ])
  })

  test("recognises a request without events only by the recorded event", () => {
    const { known, proposals } = Intake.decideInto(
      ledger(adopted, declared),
      [request("w", []), request("w")],
      context,
    )
    expect([known, proposals.length]).toEqual([[], 1])
  })

  test("decides each request on the result of the previous ones, and returns the request of each refusal", () => {
    const seen: Array<number> = []
    const counting = (id: string): Decision.Request => ({
      id,
      decide: (state) => {
        seen.push(state.balances().position)
        return Result.succeed([event])
      },
    })
    const refusing: Decision.Request = {
      id: "r",
      decide: () => Result.fail([{ _tag: "NothingChanges" }, { _tag: "NothingSelected" }]),
    }
    const { refused, proposals } = Intake.decideInto(
      ledger(adopted, declared),
      [counting("a"), refusing, counting("b")],
      context,
    )
    expect(seen).toEqual([2, 3])
    expect(proposals).toEqual([])
    expect(refused).toStrictEqual([
      { request: refusing, refusal: { _tag: "NothingChanges" } },
      { request: refusing, refusal: { _tag: "NothingSelected" } },
    ])
  })

  test("refuses an event that no journal can store, with the message of its schema", () => {
    const refusalsOf = (unstorable: object) =>
      Intake.decideInto(ledger(adopted), [request("w", [unstorable as never])], context).refused.map(
        ({ refusal }) => refusal,
      )
    expect([
      refusalsOf({ ...event, amounts: { "2026": "1,00" } }),
      refusalsOf({ _tag: "Imagined" }),
      refusalsOf({ ...event, amounts: { "2026": "1.00" }, extra: 1 }),
    ]).toMatchInlineSnapshot(`
      [
        [
          {
            "_tag": "MalformedValue",
            "field": "amounts.2026",
            "problem": "Expected an amount such as 12.50, with two to six decimals",
            "reason": {
              "kind": "amount",
            },
          },
        ],
        [
          {
            "_tag": "MalformedValue",
            "field": "_tag",
            "problem": "Imagined",
            "reason": {
              "kind": "event",
              "values": [
                "Imagined",
              ],
            },
          },
        ],
        [
          {
            "_tag": "MalformedValue",
            "field": "extra",
            "problem": "Expected no excess property",
            "reason": {
              "kind": "unknownField",
            },
          },
        ],
      ]
    `)
  })

  test("refuses an overflow with the line and the year", () => {
    const most = { ...event, amounts: { "2026": "999999999999.99", "2027": "1.00" } }
    const { refused } = Intake.decideInto(
      ledger(adopted, declared),
      [
        request(
          "w",
          Array.from({ length: 10 }, () => most),
        ),
      ],
      context,
    )
    expect(refused.map(({ refusal }) => refusal)).toEqual([
      { _tag: "AmountOverflow", place: BudgetLine.format(BudgetLine.estimated(goods)), year: 2026 },
    ])
  })

  test("begin: gives the same result request by request", () => {
    const working = ledger(adopted, declared)
    const intake = Intake.begin(working, context)
    expect(intake.take(request("w"), undefined).proposals).toEqual([{ id: "w", event, actor: "clerk" }])
    expect(intake.take(request("w"), event).known).toHaveLength(1)
    expect(intake.end()).toStrictEqual({
      proposals: [],
      known: [],
      replaced: [],
      conflicting: [],
      refused: [],
    })
    expect(Intake.begin(Ledger.empty(), context).end()).toEqual(intake.end())
    expect(Intake.join([])).toEqual(intake.end())
  })
})

describe("Intake: the rules of a plan", () => {
  const post = (
    line: typeof goods | typeof grant | typeof payment | typeof wages,
    amount: string,
  ): Decision.Request => ({
    id: `${line.account}/${line.direction}/${amount}`,
    decide: Estimate.post({ line, amounts: { "2026": amount } }),
  })
  const shares = [{ partner: "Noord", percent: "100" }]
  const before = () =>
    ledger(
      adopted,
      declared,
      Estimate.post({ line: wages, amounts: { "2026": "100.00" } }),
      Estimate.post({ line: grant, amounts: { "2026": "10.00" } }),
      Estimate.post({ line: payment, amounts: { "2026": "10.00" } }),
      Overhead.reallocate(rule),
      PassThrough.passOn("A2", shares),
    )

  test("are applied after the requests: overhead, then pass-through, with an id of their events and position", () => {
    const working = before()
    const { proposals } = Intake.decideInto(
      working,
      [post(wages, "100.00"), post(grant, "5.00"), post(payment, "5.00")],
      context,
    )
    const followed = proposals.slice(3)
    expect(followed.map((one) => one.event._tag)).toEqual(["OverheadReallocated", "PassedThrough"])
    const events = followed.map((one) => one.event)
    const at = Ledger.position(working) - 2
    const id = `follow:${sha256(Canonical.bytes({ at, events }))}`
    expect(followed.map((one) => [one.id, one.actor, one.source])).toEqual([
      [id, "clerk", undefined],
      [`${id}.1`, "clerk", undefined],
    ])
  })

  test("are applied for a contribution", () => {
    const working = association()
    const key = {
      name: "gelijk",
      by: "equal",
      weights: ["M1", "M2", "M3"].map((member) => ({ member, weight: "1" })),
    } as const
    record(working, Contribution.apportion("B", contribution, key))
    const more = { id: "m", decide: Estimate.post({ line: contribution, amounts: { "2026": "9.00" } }) }
    const { proposals } = Intake.decideInto(working, [more], context)
    expect(proposals.map((one) => one.event._tag)).toEqual(["EstimatePosted", "ContributionsApportioned"])
  })

  test("are not applied when a request is refused", () => {
    const unknown = { id: "u", decide: () => Result.fail([{ _tag: "NothingSelected" } as const]) }
    const working = before()
    const start = Ledger.position(working)
    const { proposals, refused } = Intake.decideInto(working, [unknown, post(wages, "100.00")], context)
    expect([proposals.length, refused.length, Ledger.position(working) - start]).toEqual([0, 1, 1])
  })

  test("refuse the whole intake, without a request, when the resulting plan is not valid", () => {
    const { refused } = Intake.decideInto(before(), [post(grant, "5.00")], context)
    expect(refused).toEqual([
      { request: undefined, refusal: expect.objectContaining({ _tag: "NotPassedOn" }) },
    ])
    expect(Object.hasOwn(refused[0] ?? {}, "request")).toBe(true)
  })
})

describe("Intake.decide: requests that are recorded already", () => {
  const key = { name: "gelijk", by: "equal", weights: [{ member: "M1", weight: "1" }] } as const
  const take = (
    working: Ledger.Ledger,
    one: Decision.Request,
    recorded: BudgetEvent.BudgetEvent,
    isAgain = false,
  ) => {
    const outcome = Intake.decideInto(working, [one], {
      ...context,
      recorded: new Map([[one.id, recorded]]),
      isAgain,
    })
    return {
      ids: outcome.proposals.map(({ id }) => id),
      known: outcome.known.length,
      replaced: outcome.replaced.length,
      conflicting: outcome.conflicting.length,
    }
  }
  const nothing = { ids: [], known: 0, replaced: 0, conflicting: 0 }
  const eventAt = (of: Ledger.Ledger, position: number) => {
    const found = of.traces.events.get(position)
    if (found === undefined) throw new Error(`no event is kept at ${position}`)
    return found
  }

  test("a posting is known, with another content it is a conflict", () => {
    const working = ledger(adopted, declared, Estimate.post({ line: goods, amounts: { "2026": "1.00" } }))
    expect(take(working, { ...request("w"), event }, event)).toEqual({ ...nothing, known: 1 })
    expect(take(working, request("w"), event, true)).toEqual({ ...nothing, known: 1 })
    const other = { ...event, amounts: { "2026": "2.00" } }
    expect(take(working, { ...request("w"), event: other }, event)).toEqual({ ...nothing, conflicting: 1 })
  })

  test("a rule that is reversed is stated again, under an id with the position", () => {
    const working = association()
    record(working, Contribution.apportion("B", contribution, key))
    const position = Ledger.position(working)
    const recorded = eventAt(working, position)
    const again: Decision.Request = { id: "b", decide: Contribution.apportion("B", contribution, key) }
    expect(take(working, again, recorded)).toEqual({ ...nothing, known: 1 })
    record(working, Reversal.of({ position, event: recorded }, { class: "correction", text: "fout" }))
    const at = Ledger.position(working)
    expect(take(working, again, recorded)).toEqual({ ...nothing, ids: [`b:${at}`] })
  })

  test("a stopped action is stated again only when the stop is reversed", () => {
    const working = ledger(adopted, declared)
    const stop = Stop.after("A1", "2026-12-31", { class: "timing", text: "afgelopen" })
    record(working, stop)
    const position = Ledger.position(working)
    const recorded = eventAt(working, position)
    const again: Decision.Request = { id: "s", decide: stop }
    expect(take(working, again, recorded)).toEqual({ ...nothing, known: 1 })
    record(working, Reversal.of({ position, event: recorded }, { class: "correction", text: "fout" }))
    expect(take(working, again, recorded).ids).toEqual([`s:${Ledger.position(working) - 1}`])
  })

  test("a declaration that another replaced is reported, and declared again when that is asked", () => {
    const goal = { code: "A3", level: "action", name: "Nieuw", priority: false } as const
    const declaring = (name: string) => ({
      _tag: "StructureDeclared" as const,
      declarations: { goals: [{ ...goal, name }] },
    })
    const [first, second] = [declaring("Nieuw"), declaring("Nieuwer")]
    const decide = Adoption.declare(first.declarations)
    const made = () => ledger(adopted, declared, decide)
    expect(take(made(), { id: "d", decide, event: first }, first)).toEqual({ ...nothing, known: 1 })
    // A file of declarations decides only what differs from what is in force.
    expect(take(made(), request("d", []), first)).toEqual({ ...nothing, known: 1 })
    const replaced = () => ledger(adopted, declared, decide, Adoption.declare(second.declarations))
    for (const one of [
      { id: "d", decide, event: first },
      { id: "d", decide },
    ]) {
      expect(take(replaced(), one, first)).toEqual({ ...nothing, known: 1, replaced: 1 })
      const working = replaced()
      const at = Ledger.position(working)
      expect(take(working, one, first, true)).toEqual({ ...nothing, ids: [`d:${at}`] })
    }
  })

  test("without a plan nothing is replaced or reversed", () => {
    const first = { _tag: "StructureDeclared", declarations: {} } as const
    expect(take(Ledger.empty(), { ...request("d"), event: first }, first)).toEqual({ ...nothing, known: 1 })
  })
})

describe("Intake.decide: events", () => {
  test("refuses a day that the calendar does not have, with its field", () => {
    const booked: BudgetEvent.BudgetEvent = {
      _tag: "ActualRecorded",
      line: goods,
      year: 2026,
      date: "2026-02-30",
      amount: "1.00",
      voucher: "F1",
    }
    const { refused } = Intake.decideInto(ledger(adopted, declared), [request("w", [booked])], context)
    expect(refused.map(({ refusal }) => refusal)).toStrictEqual([
      {
        _tag: "MalformedValue",
        field: "date",
        problem: "the calendar has no day 2026-02-30",
        reason: { kind: "noSuchDay", values: ["2026-02-30"] },
      },
    ])
  })

  test("posts an estimate that was written ahead like every other", () => {
    const working = ledger(adopted, declared)
    const line = Object.freeze({ ...goods })
    const stated = { line, years: [2026], micros: [1_500_000], description: undefined }
    const written = EstimateWriter.event(stated)
    const decided = Intake.decideInto(working, [{ id: "w", decide: Estimate.post(written) }], context)
    expect(decided.proposals.map((one) => one.event)).toEqual([written])
    expect(Ledger.position(working)).toBe(3)
    expect(working.traces.at(3)).toStrictEqual({
      kind: "EstimatePosted",
      time: "",
      source: undefined,
      event: undefined,
    })
    const huge = { ...stated, micros: [Number.MAX_SAFE_INTEGER] }
    const many = Array.from({ length: 300 }, (_, at) => ({
      id: `m${at}`,
      decide: Estimate.post(EstimateWriter.event(huge)),
    }))
    const { refused } = Intake.decideInto(ledger(adopted, declared), many, context)
    expect(refused.every(({ refusal }) => refusal._tag === "AmountOverflow")).toBe(true)
  })
})

describe("Intake.decide: what is stated again", () => {
  const reason = { class: "correction", text: "fout" } as const
  const key = { name: "gelijk", by: "equal", weights: [{ member: "M1", weight: "1" }] } as const
  const again = (
    working: Ledger.Ledger,
    one: Decision.Request,
    recorded: BudgetEvent.BudgetEvent,
    isAgain = true,
  ) => {
    const { proposals, known, replaced } = Intake.decideInto(working, [one], {
      ...context,
      recorded: new Map([[one.id, recorded]]),
      isAgain,
    })
    return [proposals.length, known.length, replaced.length]
  }
  const eventAt = (of: Ledger.Ledger, position: number) => {
    const found = of.traces.events.get(position)
    if (found === undefined) throw new Error(`no event is kept at ${position}`)
    return found
  }

  test("is known when one of its equal applications is in force", () => {
    const working = association()
    const stated: Decision.Request = { id: "b", decide: Contribution.apportion("B", contribution, key) }
    record(working, stated.decide)
    const position = Ledger.position(working)
    const recorded = eventAt(working, position)
    const undo = Reversal.of({ position, event: recorded }, reason)
    record(working, undo, stated.decide)
    expect(again(working, stated, eventAt(working, Ledger.position(working)))).toEqual([0, 1, 0])
  })

  test("is known when a reversed rule would decide nothing", () => {
    const working = association()
    record(working, Contribution.apportion("B", contribution, key))
    const position = Ledger.position(working)
    const recorded = eventAt(working, position)
    record(working, Reversal.of({ position, event: recorded }, reason))
    expect(again(working, request("b", []), recorded)).toEqual([0, 1, 0])
  })

  test("is a posting that is reversed: known, as it is no rule", () => {
    const working = ledger(adopted, declared, Estimate.post({ line: goods, amounts: { "2026": "1.00" } }))
    record(working, Reversal.of({ position: 3, event }, reason))
    expect(again(working, { ...request("w"), event }, event)).toEqual([0, 1, 0])
  })

  test("refuses nothing for a field that is undefined: it counts as absent", () => {
    const stated = { ...event, description: undefined } as never
    const { proposals, refused } = Intake.decideInto(
      ledger(adopted, declared),
      [request("w", [stated])],
      context,
    )
    expect(refused).toEqual([])
    expect(proposals.map((one) => one.event)).toStrictEqual([event])
  })
})
