/** The follow-up report of a year, or of a part of it. */
import { Adoption, Balances, Contribution, Ledger, Money } from "@grootboek/core"
import { FollowUp, Realisation } from "@grootboek/core/answer"
import { record } from "@grootboek/testing/Given"
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import { booked, contribution, planOf } from "../Association.ts"

describe("FollowUp.of: a complete report", () => {
  type State = readonly [
    goal: string,
    state: string | undefined,
    actions: ReadonlyArray<readonly [string, number]>,
  ]
  const states: ReadonlyArray<State> = [
    [
      "D1",
      undefined,
      [
        ["delayed", 2],
        ["unknown", 1],
      ],
    ],
    ["A1", "delayed", [["delayed", 1]]],
    ["A2", undefined, [["unknown", 1]]],
    ["A9", undefined, [["unknown", 1]]],
    ["P1", undefined, [["delayed", 1]]],
    ["A3", "delayed", [["delayed", 1]]],
  ]
  const withChanges = () => {
    const ledger = booked()
    record(
      ledger,
      Adoption.declare({
        goals: [
          { code: "P1", level: "actionPlan", parent: "D1", name: "Wonen", priority: true },
          { code: "A3", level: "action", parent: "P1", name: "Woonloket", priority: true },
        ],
        risks: [
          { code: "R1", name: "Inflatie", trend: "stable" },
          { code: "R2", name: "Rente", trend: "stable", text: "vast" },
        ],
      }),
    )
    const before = Ledger.position(ledger)
    record(
      ledger,
      Adoption.declare({
        progress: [
          { goal: "A1", on: "2026-06-30", state: "delayed" },
          { goal: "A3", on: "2026-06-30", state: "delayed" },
        ],
        risks: [
          { code: "R2", name: "Rente", trend: "stable", text: "veranderlijk" },
          { code: "R3", name: "Personeel", trend: "rising" },
        ],
      }),
    )
    return { ledger, before }
  }

  test("returns the figures of Realisation for its period", () => {
    const { ledger, before } = withChanges()
    const asked = { year: 2026, from: "2026-04", until: "2026-07", warnAt: 80, before }
    const report = Result.getOrThrow(FollowUp.of(ledger, asked))
    const [plan, balances] = [planOf(ledger), Balances.of(ledger.columns)]
    const period = { year: 2026, from: "2026-04", until: "2026-07" }
    const { J1, M1, T2, estimatedT2, ...rest } = report
    expect(rest).toEqual({
      entity: "Vereniging",
      plan: "2026/0",
      passedOn: [],
      forPartners: new Map(),
      position: Ledger.position(ledger),
      year: 2026,
      from: "2026-04",
      until: "2026-07",
      warnAt: 80,
      late: [],
      on: "",
      indicators: [],
      lines: undefined,
      goals: states.map(([code, state, actions]) => ({
        goal: plan.structure.goals.get(code),
        progress: state === undefined ? undefined : { goal: code, on: "2026-06-30", state },
        actions: new Map(actions),
      })),
      whole: Realisation.whole(balances, period),
      actions: Realisation.byAction(plan, balances, period),
      holders: Realisation.byHolder(plan, balances, period),
      holderNames: new Map([["B1", "Team Diensten"]]),
      limits: Realisation.limits(plan, balances, { ...period, warnAt: 80 }),
      risks: [
        {
          risk: { code: "R1", name: "Inflatie", trend: "stable" },
          before: { code: "R1", name: "Inflatie", trend: "stable" },
          changed: false,
        },
        {
          risk: { code: "R2", name: "Rente", trend: "stable", text: "veranderlijk" },
          before: { code: "R2", name: "Rente", trend: "stable", text: "vast" },
          changed: true,
        },
        { risk: { code: "R3", name: "Personeel", trend: "rising" }, before: undefined, changed: true },
      ],
    })
    const figure = (statement: typeof J1, section: string, code: string) =>
      statement.rows
        .filter((row) => row.section === section && row.code === code)
        .flatMap(({ cells }) => cells.map(({ year, exact }) => `${year} ${Money.format(exact)}`))
    expect([J1, M1].map((form) => figure(form, "Dienstverlening", "U"))).toEqual([
      ["2026 500.00"],
      ["2026 1700.00"],
    ])
    expect(T2.rows.map(({ code }) => code)).toEqual(estimatedT2.rows.map(({ code }) => code))
    expect([T2, estimatedT2].map((form) => figure(form, "EXPLOITATIE", "I.A.2.c"))).toEqual([
      ["2026 500.00"],
      ["2026 1000.00"],
    ])
    expect([J1, M1, T2, estimatedT2].map(({ at, entity, years }) => ({ at, entity, years }))).toEqual(
      [1, 2, 3, 4].map(() => ({
        at: { position: Ledger.position(ledger), plan: "2026/0" },
        entity: "Vereniging",
        years: [2026],
      })),
    )
  })

  test("returns realisations up to the end of its last month, printed as the forms are, and estimates of every part", () => {
    const ledger = booked()
    const key = { name: "sleutel", by: "equal", weights: [{ member: "M1", weight: "1" }] } as const
    record(ledger, Contribution.apportion("basis", contribution, key))
    const reported = (until?: string) => {
      const asked = { year: 2026, warnAt: 80, ...(until === undefined ? {} : { until }) }
      const { T2, estimatedT2 } = Result.getOrThrow(FollowUp.of(ledger, asked))
      return [T2, estimatedT2].map((form) =>
        ["I.A.1", "I.A.2.c", "II.A.5"].map((code) => {
          const row = form.rows.find((one) => one.section === "EXPLOITATIE" && one.code === code)
          return [row?.cells[0]?.exact, row?.cells[0]?.printed]
            .map((one) => Money.format(one ?? Money.zero))
            .join(" ")
        }),
      )
    }
    const estimated = ["400.00 400.00", "1000.00 1000.00", "1500.10 1500.00"]
    expect(reported("2026-03")).toEqual([["0.00 0.00", "500.00 500.00", "0.00 0.00"], estimated])
    expect(reported()).toEqual([["340.00 340.00", "500.00 500.00", "700.00 700.00"], estimated])
  })

  test("of a whole year: has no months, uses the earlier position, and compares risks with their first declaration", () => {
    const { ledger, before } = withChanges()
    const whole = Result.getOrThrow(FollowUp.of(ledger, { year: 2026, warnAt: 80 }))
    expect([whole.from, whole.until]).toEqual([undefined, undefined])
    expect(whole.whole.map(({ realised }) => Money.format(realised))).toEqual(["700.00", "840.00"])
    expect(whole.risks.map(({ before: old, changed }) => [old?.text, changed])).toEqual([
      [undefined, false],
      ["vast", true],
      [undefined, false],
    ])
    const unknown = Result.getOrThrow(FollowUp.of(ledger, { year: 2026, warnAt: 80, before: 1 }))
    expect(unknown.risks.map(({ before: old, changed }) => [old, changed])).toEqual([
      [undefined, true],
      [undefined, true],
      [undefined, true],
    ])
    const then = Result.getOrThrow(FollowUp.of(ledger, { year: 2026, warnAt: 80 }, { at: before }))
    expect([then.position, then.goals[1]?.progress]).toEqual([Ledger.position(ledger) - 1, undefined])
  })

  test("fails when the moment or the year is unknown, or no plan is adopted", () => {
    const { ledger } = withChanges()
    const reason = (asked: Partial<FollowUp.FollowUpPeriod>, of = ledger, at?: number) =>
      Result.match(FollowUp.of(of, { year: 2026, warnAt: 80, ...asked }, { at }), {
        onFailure: (refusal) => refusal,
        onSuccess: () => undefined,
      })
    expect(reason({}, ledger, 99)?._tag).toBe("UnknownMoment")
    expect(reason({ before: 99 })?._tag).toBe("UnknownMoment")
    expect(reason({ year: 2029 })).toEqual({
      _tag: "YearOutsidePlan",
      year: 2029,
      years: { first: 2026, last: 2028 },
    })
    expect(reason({}, Ledger.empty())).toEqual({ _tag: "PlanNotAdopted" })
  })
})
