/** Corners that a broken piece of core would turn unseen: found by breaking it. */
import {
  Adjustment,
  Adoption,
  Credit,
  Estimate,
  Explain,
  Intake,
  Ledger,
  Money,
  Overhead,
  PassThrough,
  Rate,
  Stop,
} from "@grootboek/core"
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import { digest } from "../Digest.ts"
import {
  adopted,
  declarations,
  declared,
  given,
  goods,
  grant,
  ledger,
  payment,
  rule,
  van,
  wages,
} from "../Given.ts"

describe("a text", () => {
  const read = (text: string) =>
    Result.match(Money.parse(text), { onFailure: ({ _tag }) => _tag, onSuccess: Money.format })

  test.each([
    ["12", "12.00"],
    ["+12.5", "12.50"],
    ["-12.5", "-12.50"],
    ["0.1234560", "0.123456"],
    ["0.123456", "0.123456"],
    ["-0.000001", "-0.000001"],
    ["1.050", "1.05"],
    ["0.12345600", "0.123456"],
    ["-0", "0.00"],
    ["0.1234567", "AmountTooFine"],
    ["1000000000000", "1000000000000.00"],
    ["1000000000000.000001", "AmountTooLarge"],
    ["-1000000000000.000001", "AmountTooLarge"],
    ["", "NotAnAmount"],
    ["x1", "NotAnAmount"],
    ["1x", "NotAnAmount"],
    ["1.", "NotAnAmount"],
    [".1", "NotAnAmount"],
    ["1.2.3", "NotAnAmount"],
  ])("%j is %s", (text, outcome) => {
    expect(read(text)).toBe(outcome)
  })

  test("that is no amount says so with its facts", () => {
    expect(Money.parse("0.12345678")).toEqual(
      Result.fail({ _tag: "AmountTooFine", text: "0.12345678", decimals: 8 }),
    )
    expect(Money.parse("2000000000000")).toEqual(
      Result.fail({ _tag: "AmountTooLarge", text: "2000000000000" }),
    )
  })

  test.each([
    ["-12.5", "-12.50"],
    ["+1", "1.00"],
    ["0", "0.00"],
    ["9007199254.740992", "9007199254.740992"],
    ["999999999999.999999", "999999999999.999999"],
    ["-999999999999.999999", "-999999999999.999999"],
    ["1000000000000", "1000000000000.00"],
    ["0.0000010", "0.000001"],
  ])("%s is taken for %s where it is known to be an amount", (text, amount) => {
    expect(Money.format(Money.from(text))).toBe(amount)
  })

  test.each([
    "-",
    "--",
    "..",
    "1.",
    ".1",
    "1..5",
    "1,5",
    "1.2.3",
    "0.1234567",
    "1e3",
    "x",
    "- 1",
    "1000000000001",
  ])("%j is a defect there", (text) => {
    expect(() => Money.from(text)).toThrow(TypeError)
    expect(() => Money.from(text)).toThrow(text)
  })
})

describe("rounding", () => {
  test.each([
    ["0.5", 0, "1.00"],
    ["-0.5", 0, "-1.00"],
    ["0.499999", 0, "0.00"],
    ["0.005", 2, "0.01"],
    ["-0.005", 2, "-0.01"],
    ["0", 0, "0.00"],
    ["999999999999.5", 0, "1000000000000.00"],
    ["-999999999999.5", 0, "-1000000000000.00"],
    ["999999999999.499999", 0, "999999999999.00"],
    ["7.123456", 6, "7.123456"],
  ] as const)("%s to %i decimals is %s", (text, decimals, rounded) => {
    expect(Money.format(Money.round(Money.from(text), decimals))).toBe(rounded)
  })
})

describe("a rate", () => {
  test("of one amount in another has two decimals and no minus zero", () => {
    const of = (part: string, whole: string) => Rate.percentOf(Money.from(part), Money.from(whole))
    expect([of("1", "3"), of("-1", "3"), of("-0.000001", "1000"), of("-100", "100"), of("10", "1")]).toEqual([
      "33.33",
      "-33.33",
      "0.00",
      "-100.00",
      "1000.00",
    ])
  })

  test("has the bases that print as what is printed, or none", () => {
    const behind = (percent: string, decimals: number, ...figures: ReadonlyArray<string>) => {
      const found = Rate.basesBehind(percent, figures.map(Money.from), decimals)
      return found === undefined ? "none" : `${Money.format(found.least)} to ${Money.format(found.below)}`
    }
    expect(behind("2", 0, "250")).toBe("249.50 to 250.50")
    expect(behind("2", 2, "250")).toBe("249.995 to 250.005")
    expect(behind("2", 0, "250", "255", "260")).toBe("249.509804 to 250.384468")
    expect(behind("2", 0, "250", "300")).toBe("none")
    // The intervals touch in one point, which is no amount.
    expect(behind("0", 0, "1", "2")).toBe("none")
  })
})

describe("declaring", () => {
  const [goal] = declarations.goals
  const [item] = declarations.policyItems
  const [sector] = declarations.sectors

  test("one thing of each kind is not nothing", () => {
    for (const more of [
      { policyItems: [item] },
      { sectors: [sector] },
      { goals: [goal], policyItems: [item] },
      { policyItems: [item], sectors: [sector] },
      { members: [{ code: "M1", name: "Noord" }] },
      { goals: [goal], members: [{ code: "M1", name: "Noord" }] },
    ])
      given(adopted).when(Adoption.declare(more)).records({ _tag: "StructureDeclared", declarations: more })
  })

  test("nothing at all is refused", () => {
    given(adopted).when(Adoption.declare({})).refuses({ _tag: "NothingDeclared" })
  })

  test("a budget holder of a goal that is not there is refused", () => {
    given(adopted, declared)
      .when(Adoption.declare({ budgetHolders: [{ code: "H1", name: "Team wonen", goals: ["BD1", "BD9"] }] }))
      .refuses({ _tag: "UnknownGoal", goal: "BD9" })
  })
})

describe("an overhead exception", () => {
  const other = { ...wages, action: "A2" } as const
  const before = [
    adopted,
    declared,
    Estimate.post({ line: wages, amounts: { "2026": "1000.00" } }),
    Estimate.post({ line: { ...wages, policyItem: "0110" }, amounts: { "2026": "1000.00" } }),
    Estimate.post({ line: other, amounts: { "2026": "100.00" } }),
  ] as const
  const charge = (action: string, policyItem: string, base: string, due: string, more = {}) => ({
    action,
    policyItem,
    year: 2026,
    base,
    due,
    amount: due,
    ...more,
  })
  const plain = [
    charge("A1", "0900", "1000.00", "150.00"),
    charge("A1", "0110", "1000.00", "150.00"),
    charge("A2", "0900", "100.00", "15.00"),
  ]
  const reference = "reglement"
  const split = (due: string) => [
    charge("A1", "0900", "1000.00", due, { standard: "150.00", reference }),
    charge("A1", "0110", "1000.00", due, { standard: "150.00", reference }),
    plain[2] ?? charge("", "", "", ""),
  ]
  const under = (exception: object) =>
    ({ ...rule, exceptions: [{ action: "A1", reference, ...exception }] }) as typeof rule

  test.each([
    ["a maximum in percent", { _tag: "LegalMaximum", percent: "7" }, split("70.00")],
    ["a maximum in euro", { _tag: "LegalMaximum", amounts: { "2026": "100.00" } }, split("50.00")],
    [
      "the lower of two maxima",
      { _tag: "LegalMaximum", percent: "7", amounts: { "2026": "160.00" } },
      split("70.00"),
    ],
    ["the real cost", { _tag: "RealCost", amounts: { "2026": "401.00" } }, split("200.50")],
    [
      "the real cost of a year that has none",
      { _tag: "RealCost", amounts: { "2027": "400.00" } },
      split("0.00").map((one) => one),
    ],
    [
      "a maximum above the share",
      { _tag: "LegalMaximum", percent: "20", amounts: { "2026": "999.00" } },
      plain,
    ],
    ["a maximum in another year", { _tag: "LegalMaximum", amounts: { "2027": "1.00" } }, plain],
  ])("charges %s", (_, exception, charges) => {
    const excepted = under(exception)
    given(...before)
      .when(Overhead.reallocate(excepted))
      .records({
        _tag: "OverheadReallocated",
        rule: excepted,
        charges: charges.filter(({ amount }) => amount !== "0.00"),
      })
  })

  test("is stated on the rule of the plan, and refused without one", () => {
    const exceptions = [{ _tag: "LegalMaximum", action: "A1", percent: "7", reference }] as const
    given(...before)
      .when(Overhead.except(exceptions))
      .refuses({ _tag: "NoOverheadRule" })
    const less = {
      year: 2026,
      base: "1000.00",
      due: "70.00",
      amount: "-80.00",
      standard: "150.00",
      reference,
    }
    given(...before, Overhead.reallocate(rule))
      .when(Overhead.except(exceptions))
      .records({
        _tag: "OverheadReallocated",
        rule: { ...rule, exceptions },
        charges: [
          { action: "A1", policyItem: "0900", ...less },
          { action: "A1", policyItem: "0110", ...less },
        ],
      })
  })

  test("is refused twice for an action, without a limit, and for what is no action", () => {
    const maximum = { _tag: "LegalMaximum", reference } as const
    given(...before)
      .when(
        Overhead.reallocate({
          ...rule,
          exceptions: [
            { ...maximum, action: "A1" },
            { ...maximum, action: "A1", percent: "1" },
            { _tag: "RealCost", action: "A404", amounts: {}, reference },
          ],
        }),
      )
      .refuses(
        { _tag: "UnknownAction", action: "A404" },
        { _tag: "ExceptionTwice", action: "A1" },
        { _tag: "ExceptionWithoutLimit", action: "A1" },
      )
  })

  test("shares a real cost equally where the staff cost came to nothing, and by cost where it did not", () => {
    const items = (a: string, b: string) => [
      adopted,
      declared,
      Estimate.post({ line: wages, amounts: { "2026": a } }),
      Estimate.post({ line: { ...wages, policyItem: "0110" }, amounts: { "2026": b } }),
    ]
    const real = under({ _tag: "RealCost", amounts: { "2026": "30.00" } })
    const dues = (a: string, b: string, ...due: ReadonlyArray<string>) =>
      given(...items(a, b))
        .when(Overhead.reallocate(real))
        .records({
          _tag: "OverheadReallocated",
          rule: real,
          charges: [
            charge("A1", "0900", a, due[0] ?? "", { standard: due[2], reference }),
            charge("A1", "0110", b, due[1] ?? "", { standard: due[3], reference }),
          ],
        })
    dues("200.00", "100.00", "20.00", "10.00", "30.00", "15.00")
    dues("-200.00", "-100.00", "15.00", "15.00", "-30.00", "-15.00")
    dues("100.00", "-100.00", "29.999998", "0.000002", "15.00", "-15.00")
  })

  test("a maximum in one unit needs none in the other", () => {
    const euro = under({ _tag: "LegalMaximum", amounts: {} })
    given(...before)
      .when(Overhead.reallocate(euro))
      .records({ _tag: "OverheadReallocated", rule: euro, charges: plain })
  })

  test("a charge is taken back where no staff cost is left", () => {
    const gone = Estimate.post({ line: other, amounts: { "2026": "-100.00" } })
    const story = [...before, Overhead.reallocate(rule)] as const
    // The rule follows by itself, so that stating it again changes nothing.
    given(...story, gone)
      .when(Overhead.reallocate(rule))
      .records()
  })

  test("what an earlier rule posted in closed years stays, and no empty entry says so", () => {
    const elsewhere = { ...rule, chargeAccount: "6180000" } as const
    given(...before, Overhead.reallocate(rule), Credit.close({ year: 2026 }))
      .when(Overhead.reallocate(elsewhere))
      .records({ _tag: "OverheadReallocated", rule: elsewhere, charges: [] })
  })
})

describe("an action that has stopped", () => {
  const before = [adopted, declared, Stop.after("A1", "2026-12-31", { class: "timing" })] as const
  const stopped = (year: number) =>
    ({ _tag: "ActionHasStopped", action: "A1", lastDay: "2026-12-31", year }) as const

  test("takes no estimate after its last year, and still one in it", () => {
    given(...before)
      .when(Estimate.post({ line: goods, amounts: { "2026": "1.00", "2027": "1.00", "2028": "1.00" } }))
      .refuses(stopped(2027), stopped(2028))
    given(...before)
      .when(Estimate.post({ line: goods, amounts: { "2026": "1.00" } }))
      .records({ _tag: "EstimatePosted", line: goods, amounts: { "2026": "1.00" } })
    given(...before)
      .when(Estimate.post({ line: payment, amounts: { "2027": "1.00" } }))
      .records({ _tag: "EstimatePosted", line: payment, amounts: { "2027": "1.00" } })
  })

  test("gives its estimates back, with the rule and the reason", () => {
    const story = ledger(
      adopted,
      declared,
      Estimate.post({ line: goods, amounts: { "2026": "1.00", "2027": "2.00" } }),
      Stop.after("A1", "2026-12-31", { class: "timing", text: "afgelopen" }),
    )
    const explained = Result.getOrThrow(
      Explain.cell(story, { form: "T2", row: "EXPLOITATIE/I.A.1", year: 2027 }),
    )
    expect(
      explained.postings.map(({ amount, rule, reason }) => [Money.format(amount), rule, reason]),
    ).toEqual([
      ["2.00", undefined, undefined],
      [
        "-2.00",
        { rule: "stop", action: "A1", lastDay: "2026-12-31" },
        { class: "timing", text: "afgelopen" },
      ],
    ])
  })

  test("takes no credit, no realisation and no change of an adjustment either", () => {
    const reason = { class: "transfer" } as const
    given(...before)
      .when(Credit.transfer({ from: payment, to: goods, year: 2027, amount: "1.00", reason }))
      .refuses(stopped(2027))
    given(...before)
      .when(Credit.carryOver({ line: van, from: 2026, to: 2027, amount: "0.00" }))
      .refuses(stopped(2027), { _tag: "NothingToCarry", place: "A1 · 0900 · 2400000 · U", asked: "0.00" })
    given(...before)
      .when(Credit.record({ line: goods, year: 2027, date: "2027-01-01", amount: "1.00", voucher: "F" }))
      .refuses(stopped(2027))
    given(...before)
      .when(
        Adjustment.adopt({
          plan: "2026/1",
          creditYears: [],
          changes: [{ line: goods, amounts: { "2028": "1.00" } }],
        }),
      )
      .refuses(stopped(2028))
  })
})

describe("credit that is short", () => {
  test("is told of the row and year that are asked, estimates alone, results and debts apart", () => {
    const moved = { year: 2026, amount: "1.00", reason: { class: "transfer" } } as const
    given(
      adopted,
      declared,
      Estimate.post({ line: goods, amounts: { "2026": "100.00", "2027": "7.00" } }),
      Estimate.post({ line: van, amounts: { "2026": "30.00" } }),
      Estimate.earmark({ account: "0900000", amounts: { "2026": "5.00" } }),
      Credit.record({ line: goods, year: 2026, date: "2026-01-01", amount: "11.00", voucher: "F" }),
    )
      .when(Credit.transfer({ from: van, to: goods, ...moved }))
      .refuses({ _tag: "CreditExceeded", row: "Exploitatie/U", year: 2026, credit: "100.00", short: "1.00" })
  })
})

test("a pass-through from which everything was taken back has nothing to pass on", () => {
  const shares = [{ partner: "Noord", percent: "100" }]
  const both = (amount: string) => [
    Estimate.post({ line: grant, amounts: { "2026": amount } }),
    Estimate.post({ line: payment, amounts: { "2026": amount } }),
  ]
  given(adopted, declared, ...both("10.00"), PassThrough.passOn("A2", shares))
    .when(PassThrough.passOn("A2", shares))
    .records()
  // The rule follows the receipts and the payment, taken back in one batch, down to nothing.
  const context = { actor: "tests", sha256: digest, recorded: new Map() }
  const working = ledger(adopted, declared, ...both("10.00"), PassThrough.passOn("A2", shares))
  const batch = both("-10.00").map((decide, at) => ({ id: `back:${at}`, decide }))
  const { proposals, refused } = Intake.decide(working, batch, context)
  expect(refused).toEqual([])
  expect(proposals.at(-1)?.event).toMatchObject({ _tag: "PassedThrough" })
  const after = PassThrough.passOn("A2", shares)(Ledger.state(working))
  expect(after).toEqual(Result.succeed([]))
})
