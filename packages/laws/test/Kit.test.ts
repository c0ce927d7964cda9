/** Tests of the kit: readable counterexamples and laws of one's own rule. */
import type { BudgetEvent } from "@grootboek/core"
import { Adoption, Allocation, Estimate, Ledger, Money } from "@grootboek/core"
import {
  Amounts,
  budgetNeutral,
  CsvFiles,
  Damages,
  Faults,
  Law,
  Laws,
  Lines,
  PublishedTables,
  type RuleCase,
  ruleApplied,
  Scenarios,
  scenarioLaw,
  TextTable,
} from "@grootboek/laws"
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"

const trial = { runs: 500, seed: 1 }

describe("failing law", () => {
  test("verdict: shows the smallest counterexample", () => {
    const small = Law.law("no amount reaches a thousand", "Not so.", {
      arbitrary: Amounts.everyday,
      breaks: (amount) => (amount < Money.from("1000") ? undefined : { what: Money.format(amount) }),
    })
    expect(small.check(trial).counterexample?.breach.what).toBe("1000.00")
  })

  test("verdict: shows a table when the sample is a scenario", () => {
    const never = scenarioLaw("no overhead is ever reallocated", "Not so.", ({ events }) =>
      events.some((event) => event._tag === "OverheadReallocated" && event.charges.length > 0)
        ? { what: "it was" }
        : undefined,
    )
    const report = Laws.check(never, trial)
    expect(report.failed).toBe(1)
    expect(Laws.format(report)).toMatchInlineSnapshot(`
      "✗ no overhead is ever reallocated (3 runs, seed 1)
          welzijnsvereniging 2020-2020, 3 actions, 1 policy items, 1 sectors, 19 account rules
             event                 where               year  amount
          ─  ────────────────────  ──────────────────  ────  ──────
          1  PlanAdopted
          2  StructureDeclared
          3  OverheadReallocated
          4  PlanAdjusted          U 6202 100 N4       2020      -1
                                   U 613 100 A111      2020       0
          5  OverheadReallocated   U 6170000 100 N4    2020   -0.01
                                   O 7470000 100 A111  2020   -0.01
          6  ResultCarriedForward  O 0930000     A     2020       0
                                   O 0930000     B.1   2020       0
                                   O 0930000     B.2   2020       0
                                   O 0930000     B.3   2020       0
          it was
          replay with Laws.check(law, { runs: 1, seed: 1, path: "2:0:0:0:0:2:4:2:4:4:4:4:4:4:5:0:3:4:4:5:12:12:12:12:12:12:12:12:13:12:12:12:12:12:12:12:12:12:12:12:12:12:12:12:12:13:13:13:13:13:13:13:13:13:13:13:13:14:14:14:14:13:13:13" })
      0 passed, 1 failed"
    `)
  })

  test("verdict: reports an exception as a breach", () => {
    const thrower = Law.law("nothing is thrown", "Not so.", {
      arbitrary: fc.nat(),
      breaks: () => {
        throw new RangeError("out of order")
      },
    })
    expect(thrower.check(trial).counterexample?.breach.what).toContain("out of order")
  })

  test("suite: fails only the test of the failing law", () => {
    const bodies = new Map<string, () => void>()
    const holds = Law.law("a", "", { arbitrary: fc.nat(), breaks: () => undefined })
    const breaks = Law.law("b", "why b matters", { arbitrary: fc.nat(), breaks: () => ({ what: "always" }) })
    Laws.suite((name, body) => bodies.set(name, body), [holds, breaks], { runs: 10, seed: 1 })
    expect(bodies.get("a")).not.toThrow()
    expect(bodies.get("b")).toThrow(/why b matters[\s\S]*always/)
  })
})

describe("budgetNeutral", () => {
  const line = { direction: "U", account: "6140000", policyItem: "0900" } as const
  const spread = (parts: ReadonlyArray<Allocation.AllocatedPart>): ReadonlyArray<BudgetEvent.BudgetEvent> => [
    { _tag: "EstimatePosted", line: { ...line, action: "A0" }, amounts: { "2026": "-100.00" } },
    ...parts.map(
      ({ key, amount }): BudgetEvent.BudgetEvent => ({
        _tag: "EstimatePosted",
        line: { ...line, action: key },
        amounts: { "2026": Money.format(amount) },
      }),
    ),
  ]
  const parties = ["A1", "A2", "A3"]
  const neutral = budgetNeutral({ actions: ["A0", ...parties], tolerance: 0 })

  test("rule: passes when it loses nothing", () => {
    const shares = parties.map((key) => ({ key, weight: "1" }))
    expect(neutral.breaks(spread(Allocation.split(Money.from("100"), shares, 2)))).toBeUndefined()
  })

  test("rule: shows a lost cent as a table", () => {
    const third = parties.map((key) => ({ key, amount: Money.from("33.33"), order: 0 }))
    const breach = neutral.breaks(spread(third))
    expect(breach && Law.format(breach)).toBe(
      [
        "receipts less expenditure of A0, A1, A2, A3 changed in 2026",
        "  expected at most 0",
        "  found    0.01",
        "entry  event           where              received  spent",
        "─────  ──────────────  ─────────────────  ────────  ─────",
        "    1  EstimatePosted  U 6140000 0900 A0             -100",
        "    2  EstimatePosted  U 6140000 0900 A1            33.33",
        "    3  EstimatePosted  U 6140000 0900 A2            33.33",
        "    4  EstimatePosted  U 6140000 0900 A3            33.33",
        "                       balance 0.01           0.00  -0.01",
      ].join("\n"),
    )
  })

  test("options: takes a tolerance, a start position and generated journals", () => {
    const third = spread(parties.map((key) => ({ key, amount: Money.from("33.33"), order: 0 })))
    expect(budgetNeutral({ tolerance: 0.01 }).breaks(third)).toBeUndefined()
    expect(budgetNeutral({ tolerance: 0, after: third.length }).breaks(third)).toBeUndefined()
    expect(Laws.check(neutral.on(fc.constant(third)), { runs: 1, seed: 1 }).failed).toBe(1)
  })
})

describe("ruleApplied", () => {
  const line = { direction: "U", account: "6140000", policyItem: "0101" } as const
  const plan = [
    Adoption.adopt({
      entity: { name: "Demo", type: "gemeente" },
      plan: "2026/0",
      edition: "bbc-3.0",
      years: { first: 2026, last: 2031 },
      creditYears: [2026],
    }),
    Adoption.declare({
      policyItems: [
        { code: "0101", name: "Balie", field: "0110", fieldName: "Secretariaat", domain: "Bestuur" },
      ],
      accounts: [{ section: "operating", direction: "U", row: "I.A.1", prefixes: ["61"] }],
    }),
  ]
  const cents = fc.integer({ min: 1, max: 100_000 })
  const euro = (amount: number): string => Money.format(Money.ofMicros(BigInt(amount) * 10_000n))
  /** A rule that moves half of an amount; `kept` is the other half. */
  const half = (kept: (amount: number) => number) =>
    ruleApplied<number>("half: moves what it does not keep", "The line and its copy sum to the amount.", {
      inputs: cents,
      given: () => plan,
      when: (amount) =>
        Estimate.post({ line, amounts: { 2026: euro(kept(amount)), 2027: euro(amount >> 1) } }),
      breaks: ({ inputs, recorded, before, ledger }) => {
        const [event] = recorded
        if (Ledger.position(ledger) !== Ledger.position(before) + 1 || event?._tag !== "EstimatePosted")
          return { what: "it did not record one estimate" }
        const sum = Money.sum(Object.values(event.amounts).map((amount) => Money.from(amount)))
        return Law.differs("the sum of both halves", Money.format(sum), euro(inputs))
      },
      show: (amount) => `half of ${euro(amount)}`,
    })

  test("report: shows the inputs, the first entry of the rule, and the path that replays the sample", () => {
    expect(
      Laws.format(
        Laws.check(
          half((amount) => amount - (amount >> 1)),
          trial,
        ),
      ),
    ).toContain("1 passed, 0 failed")
    const wrong = half((amount) => amount >> 1)
    const report = Laws.check(wrong, trial)
    const [verdict] = report.verdicts
    const path = verdict?.counterexample?.path ?? ""
    expect(Laws.format(report)).toBe(
      [
        `✗ half: moves what it does not keep (1 run, seed 1)`,
        "    inputs: half of 0.01",
        "    given: 2 entries; when: the rule records from entry 3",
        "    the sum of both halves",
        "      expected 0.01",
        "      found    0.00",
        `    replay with Laws.check(law, { runs: 1, seed: 1, path: "${path}" })`,
        "0 passed, 1 failed",
      ].join("\n"),
    )
    const replayed = wrong.check({ runs: 1, seed: 1, path })
    expect(replayed).toMatchObject({ runs: 1, counterexample: verdict?.counterexample })
  })

  test("check: fails when the rule is refused for every sample", () => {
    const refused = ruleApplied<number>("never accepted", "", {
      inputs: cents,
      given: () => plan,
      when: () => Estimate.post({ line: { ...line, account: "9999999" }, amounts: { 2026: "1" } }),
      breaks: () => undefined,
    })
    const report = Laws.check(refused, { runs: 5, seed: 1 })
    expect(report.failed).toBe(1)
    expect(Laws.format(report)).toContain("the law tests nothing")
  })

  test("check: fails when given is not a journal, and when the rule records an event that is not valid", () => {
    const law = (facts: Pick<RuleCase<number>, "given" | "when">) =>
      ruleApplied<number>("law", "", { inputs: cents, breaks: () => undefined, ...facts }).check({
        runs: 1,
        seed: 1,
      })
    const twice = law({ given: () => [...plan, ...plan], when: () => [] })
    expect(twice.counterexample?.breach.what).toContain("given: decision 3 is refused")
    const outside = law({
      given: () => plan,
      when: () => [{ _tag: "EstimatePosted", line, amounts: { 2040: "1.00" } }],
    })
    expect(outside.counterexample?.breach.what).toContain("entry 3, EstimatePosted")
  })
})

describe("generators", () => {
  test("scenario: generates every kind of event", () => {
    const kinds = new Set(
      fc
        .sample(Scenarios.scenario, { numRuns: 300, seed: 1 })
        .flatMap((scenario) => Scenarios.play(scenario).events.map(({ _tag }) => _tag)),
    )
    expect([...kinds].sort()).toMatchInlineSnapshot(`
      [
        "ActualRecorded",
        "CarriedOver",
        "CommitmentRecorded",
        "CreditTransferred",
        "DebtOpened",
        "EstimatePosted",
        "FundsEarmarked",
        "OverheadReallocated",
        "PassedThrough",
        "PlanAdjusted",
        "PlanAdopted",
        "ResultCarriedForward",
        "Reversed",
        "StructureDeclared",
        "YearClosed",
      ]
    `)
  })

  test("fault: every kind applies to some ledger", () => {
    const committed = new Set<string>()
    const names = Object.keys(Faults.faults)
    // Samples are drawn until every fault was met, in at most twenty portions.
    for (let seed = 1; seed <= 20 && committed.size < names.length; seed++)
      for (const { scenario, fault } of fc.sample(Faults.faulty, { numRuns: 100, seed })) {
        if (committed.has(fault)) continue
        const { ledger, events } = Scenarios.play(scenario)
        const plan = ledger.plans.at(-1)?.plan
        const line = plan === undefined ? undefined : Lines.of(plan.structure, Lines.first)
        if (
          plan !== undefined &&
          line !== undefined &&
          Faults.faults[fault]?.(plan, { line, events }) !== undefined
        )
          committed.add(fault)
      }
    expect([...committed].sort()).toEqual(names.sort())
  })

  test("damage: every kind is applied to some journal", () => {
    const found = new Set(fc.sample(Damages.damaged, { numRuns: 200, seed: 1 }).map(({ kind }) => kind))
    expect([...found].sort()).toEqual([...Damages.kinds].sort())
  })

  test("CSV file: writes amounts in its dialect", () => {
    const be = {
      delimiter: ";",
      numbers: "be",
      thousands: "mark",
      minus: "−",
      euro: true,
      lineEnd: "\n",
      bom: false,
      quotes: "where needed",
    } as const
    expect(CsvFiles.figure(be, "-1234567.805")).toBe("€ −1.234.567,805")
    expect(CsvFiles.figure({ ...be, numbers: "en", minus: "-", euro: false }, "-1234567.80")).toBe(
      "-1,234,567.80",
    )
    expect(CsvFiles.figure({ ...be, thousands: "narrow", euro: false }, "1000.00")).toBe("1\u202F000,00")
    const [file] = fc.sample(CsvFiles.file, { numRuns: 1, seed: 4 })
    expect(file?.text.split(file.dialect.lineEnd)[0]).toContain("Actie")
    expect(file?.rows.length).toBeGreaterThan(0)
  })

  test("published table: contains the stated misprint", () => {
    const tables = fc.sample(PublishedTables.table, { numRuns: 20, seed: 1 })
    expect(tables.some(({ misprint }) => misprint === undefined)).toBe(true)
    expect(tables.some(({ misprint }) => misprint !== undefined)).toBe(true)
  })
})

test("text table: aligns figures right and words left", () => {
  expect(
    TextTable.format({
      head: ["wat", "bedrag"],
      rows: [
        ["huur", "1000"],
        ["x", "-5.50"],
      ],
    }),
  ).toBe(["wat   bedrag", "────  ──────", "huur    1000", "x      -5.50"].join("\n"))
})
