/** The intake: from requests to proposals, all or nothing, with the rules of the plan. */
import {
  type BudgetEvent,
  BudgetLine,
  Canonical,
  Contribution,
  type Decision,
  Estimate,
  Intake,
  Ledger,
  Overhead,
  PassThrough,
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
