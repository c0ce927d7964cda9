/** Each decision and each refusal as a sentence of the domain. */
import { Adjustment, Adoption, Credit, Estimate, Overhead, PassThrough, Reversal } from "@grootboek/core"
import { describe, test } from "vitest"
import {
  adopted,
  declarations,
  declared,
  fees,
  given,
  goods,
  grant,
  payment,
  rule,
  van,
  wages,
} from "../Given.ts"

const posted = (
  line: typeof goods | typeof wages | typeof fees | typeof grant | typeof payment | typeof van,
  amount: string,
  year = 2026,
) => Estimate.post({ line, amounts: { [year]: amount } })

const years = { first: 2026, last: 2028 }
const facts = {
  entity: { name: "Vereniging", type: "welzijnsvereniging" },
  plan: "2026/0",
  edition: "bbc-3.0",
  years,
  creditYears: [2026],
} as const

describe("adopting a plan", () => {
  test("opens an empty ledger", () => {
    given()
      .when(Adoption.adopt(facts))
      .records({ _tag: "PlanAdopted", ...facts })
  })

  test("is refused in a ledger that has a plan", () => {
    given(adopted)
      .when(Adoption.adopt({ ...facts, plan: "2027/0" }))
      .refuses({ _tag: "PlanAlreadyAdopted", entity: "Vereniging", plan: "2026/0" })
  })

  test("is refused when it sets credits of a year outside it", () => {
    given()
      .when(Adoption.adopt({ ...facts, creditYears: [2025, 2026, 2029] }))
      .refuses({ _tag: "YearOutsidePlan", year: 2025, years }, { _tag: "YearOutsidePlan", year: 2029, years })
  })
})

describe("declaring a structure", () => {
  test("needs a plan", () => {
    given().when(declared).refuses({ _tag: "PlanNotAdopted" })
  })

  test("records what is declared", () => {
    given(adopted).when(declared).records({ _tag: "StructureDeclared", declarations })
  })

  test("takes the new facts of a code that is declared again", () => {
    const goals = [{ ...declarations.goals[2], name: "Woonwinkel" }]
    given(adopted, declared)
      .when(Adoption.declare({ goals }))
      .records({ _tag: "StructureDeclared", declarations: { goals } })
  })

  test("is refused when it declares nothing", () => {
    given(adopted)
      .when(Adoption.declare({ goals: [] }))
      .refuses({ _tag: "NothingDeclared" })
  })

  test("is refused when it declares a code twice", () => {
    const [goal, item, sector, rule] = [
      declarations.goals[0],
      declarations.policyItems[0],
      declarations.sectors[0],
      declarations.accounts[0],
    ]
    given(adopted)
      .when(
        Adoption.declare({
          goals: [goal, goal],
          policyItems: [item, item],
          sectors: [sector, sector],
          accounts: [rule, rule],
        }),
      )
      .refuses(
        { _tag: "DuplicateCode", what: "goal", code: "BD1" },
        { _tag: "DuplicateCode", what: "policyItem", code: "0900" },
        { _tag: "DuplicateCode", what: "sector", code: "OCMW" },
        { _tag: "DuplicateCode", what: "account", code: "U 61" },
      )
  })

  test("tells accounts of the two directions apart", () => {
    const accounts = [
      { section: "investment", direction: "U", row: "I.B.1.c", prefixes: ["24"] },
      { section: "investment", direction: "O", row: "II.B.1.c", prefixes: ["24"] },
    ] as const
    given(adopted)
      .when(Adoption.declare({ accounts }))
      .records({ _tag: "StructureDeclared", declarations: { accounts } })
  })

  test("is refused when a goal hangs under nothing, or under one that is not above it", () => {
    const goal = { code: "X", name: "X", priority: false } as const
    given(adopted, declared)
      .when(
        Adoption.declare({
          goals: [
            { ...goal, level: "action", parent: "BD9" },
            { ...goal, code: "Y", level: "actionPlan", parent: "AP1" },
            { ...goal, code: "Z", level: "policyObjective", parent: "A1" },
          ],
        }),
      )
      .refuses(
        { _tag: "UnknownParent", code: "X", parent: "BD9" },
        { _tag: "ParentNotAbove", code: "Y", parent: "AP1" },
        { _tag: "ParentNotAbove", code: "Z", parent: "A1" },
      )
  })

  test("is refused when an account stands on a row that T2 does not have, or not in that section", () => {
    given(adopted)
      .when(
        Adoption.declare({
          accounts: [
            { section: "operating", direction: "U", row: "I.Z", prefixes: ["61"] },
            { section: "investment", direction: "U", row: "I.A.2.c", prefixes: ["62"] },
            { section: "operating", direction: "U", row: "I.A.4", prefixes: ["649"] },
          ],
        }),
      )
      .refuses(
        { _tag: "UnknownFormRow", section: "operating", row: "I.Z" },
        { _tag: "UnknownFormRow", section: "investment", row: "I.A.2.c" },
      )
  })

  test("is refused when old amounts would lose their row", () => {
    const accounts = [{ section: "operating", direction: "U", row: "I.A.4", prefixes: ["61"] }] as const
    given(adopted, declared, posted(goods, "100.00"))
      .when(Adoption.declare({ accounts }))
      .refuses({ _tag: "SectorRequired", account: "6140000", row: "I.A.4" })
  })
})

describe("posting an estimate", () => {
  const before = [adopted, declared] as const

  test("needs a plan", () => {
    given().when(posted(goods, "1.00")).refuses({ _tag: "PlanNotAdopted" })
  })

  test("records the change of one line in its years", () => {
    const amounts = { "2026": "100.00", "2028": "-0.000001" }
    given(...before)
      .when(Estimate.post({ line: goods, amounts, description: "papier" }))
      .records({ _tag: "EstimatePosted", line: goods, amounts, description: "papier" })
  })

  test("is refused for every code that is unknown, all at once", () => {
    const line = {
      direction: "U",
      account: "9990000",
      policyItem: "9999",
      action: "A404",
      sector: "S",
    } as const
    given(...before)
      .when(Estimate.post({ line, amounts: { "2025": "1.00", "2026": "1.00", "2029": "1.00" } }))
      .refuses(
        { _tag: "UnknownPolicyItem", policyItem: "9999" },
        { _tag: "UnknownAction", action: "A404" },
        { _tag: "UnknownSector", sector: "S" },
        { _tag: "UnknownAccount", account: "9990000", direction: "U" },
        { _tag: "YearOutsidePlan", year: 2025, years },
        { _tag: "YearOutsidePlan", year: 2029, years },
      )
  })

  test("is refused on a goal that is not an action", () => {
    given(...before)
      .when(Estimate.post({ line: { ...goods, action: "AP1" }, amounts: {} }))
      .refuses({ _tag: "NotAnAction", action: "AP1", level: "actionPlan" })
  })

  test("is granted without an action", () => {
    const { action: _, ...line } = goods
    given(...before)
      .when(Estimate.post({ line, amounts: {} }))
      .records({ _tag: "EstimatePosted", line, amounts: {} })
  })

  test("is refused without a sector on a row that splits by it, with one that has no row there, and with an unknown one", () => {
    const line = { direction: "O", account: "7402000", policyItem: "0900" } as const
    given(...before)
      .when(Estimate.post({ line, amounts: {} }))
      .refuses({ _tag: "SectorRequired", account: "7402000", row: "II.A.3.a" })
    given(...before)
      .when(Estimate.post({ line: { ...line, sector: "FIN" }, amounts: {} }))
      .refuses({ _tag: "SectorWithoutRow", sector: "FIN", purpose: "origin", row: "II.A.3.a" })
    given(...before)
      .when(Estimate.post({ line: { ...line, sector: "S" }, amounts: {} }))
      .refuses({ _tag: "UnknownSector", sector: "S" })
    given(...before)
      .when(Estimate.post({ line: { ...line, sector: "OCMW" }, amounts: {} }))
      .records({ _tag: "EstimatePosted", line: { ...line, sector: "OCMW" }, amounts: {} })
  })

  test("is refused on the account of a result", () => {
    given(...before)
      .when(Estimate.post({ line: { ...fees, account: "0930000" }, amounts: {} }))
      .refuses({ _tag: "ResultAccount", account: "0930000" })
  })

  test("is refused in a closed year, and granted in an open one", () => {
    const closed = [...before, Credit.close({ year: 2026 })]
    given(...closed)
      .when(posted(goods, "1.00"))
      .refuses({ _tag: "YearIsClosed", year: 2026 })
    given(...closed)
      .when(posted(goods, "1.00", 2027))
      .records({ _tag: "EstimatePosted", line: goods, amounts: { "2027": "1.00" } })
  })
})

describe("what a plan opens with", () => {
  const before = [adopted, declared] as const

  test("a result is carried forward on its account, in a year of the plan", () => {
    const result = { account: "0930000", year: 2026, adopted: "404701.70" } as const
    given(...before)
      .when(Estimate.carryResult(result))
      .records({ _tag: "ResultCarriedForward", ...result })
    given(...before)
      .when(Estimate.carryResult({ ...result, account: "7450000", year: 2030 }))
      .refuses(
        { _tag: "NotAResultAccount", account: "7450000" },
        { _tag: "YearOutsidePlan", year: 2030, years },
      )
    given(...before)
      .when(Estimate.carryResult({ ...result, account: "9" }))
      .refuses({ _tag: "UnknownAccount", account: "9", direction: "O" })
  })

  test("funds are earmarked on their account, in years of the plan", () => {
    const funds = { account: "0900000", amounts: { "2026": "50.00" } } as const
    given(...before)
      .when(Estimate.earmark(funds))
      .records({ _tag: "FundsEarmarked", ...funds })
    given(...before)
      .when(Estimate.earmark({ account: "6140000", amounts: { "2031": "1.00" } }))
      .refuses(
        { _tag: "NotAResultAccount", account: "6140000" },
        { _tag: "YearOutsidePlan", year: 2031, years },
      )
  })

  test("a debt stands open on the first of January of the first year", () => {
    const debt = { account: "1730000", kind: "creditInstitutions", year: 2026, amount: "1000.00" } as const
    given(...before)
      .when(Estimate.openDebt(debt))
      .records({ _tag: "DebtOpened", ...debt })
    given(...before)
      .when(Estimate.openDebt({ ...debt, year: 2025 }))
      .refuses({ _tag: "YearOutsidePlan", year: 2025, years })
    given(...before)
      .when(Estimate.openDebt({ ...debt, year: 2027 }))
      .refuses({ _tag: "NotFirstYear", year: 2027, first: 2026 })
  })
})

describe("reallocating overhead", () => {
  const before = [adopted, declared, posted(wages, "20718.24"), posted(goods, "1000.00")] as const
  const charge = {
    action: "A1",
    policyItem: "0900",
    year: 2026,
    base: "20718.24",
    due: "3107.736",
    amount: "3107.736",
  }

  test("charges each action its share of the staff cost, and of nothing else", () => {
    given(...before)
      .when(Overhead.reallocate(rule))
      .records({ _tag: "OverheadReallocated", rule, charges: [charge] })
  })

  test("a second time changes nothing", () => {
    given(...before, Overhead.reallocate(rule))
      .when(Overhead.reallocate(rule))
      .records()
  })

  test("posts the difference when the share changes", () => {
    given(...before, Overhead.reallocate(rule))
      .when(Overhead.reallocate({ ...rule, percent: "10" }))
      .records({
        _tag: "OverheadReallocated",
        rule: { ...rule, percent: "10" },
        charges: [{ ...charge, due: "2071.824", amount: "-1035.912" }],
      })
  })

  test("takes back what an earlier rule posted elsewhere", () => {
    const elsewhere = { ...rule, chargeAccount: "6180000" } as const
    given(...before, Overhead.reallocate(rule))
      .when(Overhead.reallocate(elsewhere))
      .records(
        {
          _tag: "OverheadReallocated",
          rule: { ...rule, percent: "0" },
          charges: [{ ...charge, base: "0.00", due: "0.00", amount: "-3107.736" }],
        },
        { _tag: "OverheadReallocated", rule: elsewhere, charges: [charge] },
      )
  })

  test("charges neither the overhead action, nor what is excluded, nor lines without an action", () => {
    const { action: _, ...loose } = wages
    given(
      adopted,
      declared,
      posted(wages, "100.00"),
      Estimate.post({ line: { ...wages, action: "A9" }, amounts: { "2026": "100.00" } }),
      Estimate.post({ line: loose, amounts: { "2026": "100.00" } }),
    )
      .when(Overhead.reallocate({ ...rule, excluded: ["A1", "A9"] }))
      .records({ _tag: "OverheadReallocated", rule: { ...rule, excluded: ["A1", "A9"] }, charges: [] })
  })

  test("leaves closed years as they are", () => {
    given(...before, Credit.close({ year: 2026 }))
      .when(Overhead.reallocate(rule))
      .records({ _tag: "OverheadReallocated", rule, charges: [] })
  })

  test("is refused with an unknown action, account or policy item", () => {
    given(...before)
      .when(
        Overhead.reallocate({
          ...rule,
          target: "AP1",
          excluded: ["A404"],
          chargeAccount: "9990000",
          creditAccount: "8880000",
          creditPolicyItem: "9999",
        }),
      )
      .refuses(
        { _tag: "NotAnAction", action: "AP1", level: "actionPlan" },
        { _tag: "UnknownAction", action: "A404" },
        { _tag: "UnknownPolicyItem", policyItem: "9999" },
        { _tag: "UnknownAccount", account: "8880000", direction: "O" },
        { _tag: "UnknownAccount", account: "9990000", direction: "U" },
      )
  })

  test("follows a structure that needs a sector by refusing", () => {
    given(...before)
      .when(Overhead.reallocate({ ...rule, creditAccount: "7402000" }))
      .refuses({ _tag: "SectorRequired", account: "7402000", row: "II.A.3.a" })
  })
})

describe("passing money on", () => {
  const shares = [
    { partner: "Noord", percent: "50" },
    { partner: "Oost", percent: "25" },
    { partner: "West", percent: "25" },
  ]
  const before = [adopted, declared, posted(grant, "100.01"), posted(payment, "100.01")] as const
  const passed = (received: string, ...parts: ReadonlyArray<readonly [string, string, number]>) => ({
    year: 2026,
    received,
    amount: received,
    parts: parts.map(([partner, amount, order]) => ({ partner, amount, order })),
  })
  const first = passed("100.01", ["Noord", "50.01", 1], ["Oost", "25.00", 0], ["West", "25.00", 0])

  test("splits what is received over the partners, the left-over cent to the largest remainder", () => {
    given(...before)
      .when(PassThrough.passOn("A2", shares))
      .records({ _tag: "PassedThrough", line: payment, shares, years: [first] })
  })

  test("a second time changes nothing", () => {
    given(...before, PassThrough.passOn("A2", shares))
      .when(PassThrough.passOn("A2", shares))
      .records()
  })

  test("takes back from a partner that is no partner any more", () => {
    const fewer = [{ partner: "Noord", percent: "100" }]
    given(...before, PassThrough.passOn("A2", shares))
      .when(PassThrough.passOn("A2", fewer))
      .records({
        _tag: "PassedThrough",
        line: payment,
        shares: fewer,
        years: [
          {
            ...passed("100.01", ["Noord", "50.00", 0], ["Oost", "-25.00", 0], ["West", "-25.00", 0]),
            amount: "0.00",
          },
        ],
      })
  })

  test("leaves closed years as they are", () => {
    given(...before, Credit.close({ year: 2026 }))
      .when(PassThrough.passOn("A2", shares))
      .records({ _tag: "PassedThrough", line: payment, shares, years: [] })
  })

  test("is refused when received is not paid", () => {
    given(...before, posted(grant, "0.000001", 2027))
      .when(PassThrough.passOn("A2", shares))
      .refuses({ _tag: "NotPassedOn", action: "A2", year: 2027, received: "0.000001", paid: "0.00" })
  })

  test("is refused when the shares are not a hundred, a partner stands twice, or the action is unknown", () => {
    given(...before)
      .when(
        PassThrough.passOn("A404", [
          { partner: "Noord", percent: "50" },
          { partner: "Noord", percent: "49.9" },
        ]),
      )
      .refuses(
        { _tag: "UnknownAction", action: "A404" },
        { _tag: "PartnerTwice", partner: "Noord" },
        { _tag: "SharesDoNotSum", sum: "99.9" },
      )
  })

  test("is refused without a payment line, and with more than one", () => {
    given(adopted, declared)
      .when(PassThrough.passOn("A2", shares))
      .refuses({ _tag: "NoPaymentLine", action: "A2" })
    given(...before, Estimate.post({ line: { ...payment, account: "6150000" }, amounts: { "2026": "5.00" } }))
      .when(PassThrough.passOn("A2", shares))
      .refuses({
        _tag: "ManyPaymentLines",
        action: "A2",
        lines: ["A2 · 0900 · 6140000 · U", "A2 · 0900 · 6150000 · U"],
      })
  })
})

describe("adjusting the plan", () => {
  const before = [adopted, declared, posted(goods, "100.00")] as const
  const adjustment = {
    plan: "2026/1",
    creditYears: [2026],
    changes: [{ line: goods, amounts: { "2026": "-20.00" }, reason: { class: "timing" } }],
  } as const

  test("records the decision with its changes", () => {
    given(...before)
      .when(Adjustment.adopt(adjustment))
      .records({ _tag: "PlanAdjusted", ...adjustment })
  })

  test("may declare a new action and use it", () => {
    const goals = [{ code: "A3", level: "action", parent: "AP1", name: "Nieuw", priority: false }] as const
    const changes = [{ line: { ...goods, action: "A3" }, amounts: { "2026": "5.00" } }]
    given(...before)
      .when(Adjustment.adopt({ ...adjustment, structure: { goals }, changes }))
      .records({ _tag: "PlanAdjusted", ...adjustment, structure: { goals }, changes })
    given(...before)
      .when(Adjustment.adopt({ ...adjustment, structure: { goals }, changes: [] }))
      .records({ _tag: "PlanAdjusted", ...adjustment, structure: { goals }, changes: [] })
  })

  test("is refused under a label that is taken, with a faulty structure, and with credits outside the plan", () => {
    given(...before)
      .when(
        Adjustment.adopt({
          ...adjustment,
          plan: "2026/0",
          creditYears: [2026, 2040],
          structure: {
            goals: [{ code: "A3", level: "action", parent: "?", name: "Nieuw", priority: false }],
          },
        }),
      )
      .refuses(
        { _tag: "PlanLabelTaken", plan: "2026/0", position: 1 },
        { _tag: "UnknownParent", code: "A3", parent: "?" },
        { _tag: "YearOutsidePlan", year: 2040, years },
      )
  })

  test("is refused when it changes nothing", () => {
    given(...before)
      .when(Adjustment.adopt({ ...adjustment, changes: [] }))
      .refuses({ _tag: "NothingChanges" })
  })

  test("is refused for a closed year and an unknown line, on the line of the file that asks", () => {
    given(...before, Credit.close({ year: 2026 }))
      .when(
        Adjustment.adopt({
          ...adjustment,
          creditYears: [],
          changes: [
            { line: goods, amounts: { "2026": "1.00" }, row: 12 },
            { line: { ...goods, action: "A404" }, amounts: { "2027": "1.00" }, row: 13 },
            { line: { ...goods, policyItem: "9" }, amounts: {} },
          ],
        }),
      )
      .refuses(
        { _tag: "YearIsClosed", year: 2026, sourceLine: 12 },
        { _tag: "UnknownAction", action: "A404", sourceLine: 13 },
        { _tag: "UnknownPolicyItem", policyItem: "9" },
      )
  })

  describe("that says it is neutral", () => {
    const change = (
      line: typeof goods | typeof fees | typeof grant | typeof van,
      amount: string,
      year = 2026,
    ) => ({
      line,
      amounts: { [year]: amount },
    })
    const neutral = (
      neutrality: "year" | "action" | "section",
      ...changes: ReadonlyArray<ReturnType<typeof change>>
    ) => Adjustment.adopt({ ...adjustment, neutrality, changes })

    test("is granted when each group is", () => {
      const changes = [change(goods, "7.00"), change(fees, "10.00"), change(goods, "3.00")]
      for (const neutrality of ["year", "action", "section"] as const)
        given(...before)
          .when(neutral(neutrality, ...changes))
          .records({ _tag: "PlanAdjusted", ...adjustment, neutrality, changes })
    })

    test("is refused with what is off, to the last decimal", () => {
      given(...before)
        .when(neutral("year", change(goods, "10.000001"), change(fees, "10.00"), change(goods, "1.00", 2027)))
        .refuses(
          { _tag: "NotNeutral", what: "year", year: 2026, difference: "-0.000001" },
          { _tag: "NotNeutral", what: "year", year: 2027, difference: "-1.00" },
        )
    })

    test("is refused per action and per section where it says so", () => {
      given(...before)
        .when(neutral("action", change(goods, "10.00"), change(grant, "10.00")))
        .refuses(
          { _tag: "NotNeutral", what: "A1", year: 2026, difference: "-10.00" },
          { _tag: "NotNeutral", what: "A2", year: 2026, difference: "10.00" },
        )
      given(...before)
        .when(neutral("section", change(van, "10.00"), change(fees, "10.00")))
        .refuses(
          { _tag: "NotNeutral", what: "investment", year: 2026, difference: "-10.00" },
          { _tag: "NotNeutral", what: "operating", year: 2026, difference: "10.00" },
        )
    })

    test("counts lines without an action together", () => {
      const { action: _, ...line } = goods
      given(...before)
        .when(
          Adjustment.adopt({
            ...adjustment,
            neutrality: "action",
            changes: [{ line, amounts: { "2026": "1.00" } }],
          }),
        )
        .refuses({ _tag: "NotNeutral", what: "(no action)", year: 2026, difference: "-1.00" })
    })
  })
})

describe("credits", () => {
  const before = [
    adopted,
    declared,
    posted(goods, "100.00"),
    posted(van, "500.00"),
    posted(payment, "7.00"),
  ] as const
  const moved = { year: 2026, amount: "30.00", reason: { class: "transfer" } } as const

  test("move between lines of one total of M3", () => {
    const transfer = { from: goods, to: payment, ...moved }
    given(...before)
      .when(Credit.transfer(transfer))
      .records({ _tag: "CreditTransferred", ...transfer })
  })

  test("do not move to another total: the refusal names what it has and what is short", () => {
    given(...before)
      .when(Credit.transfer({ from: van, to: goods, ...moved }))
      .refuses({ _tag: "CreditExceeded", row: "Exploitatie/U", year: 2026, credit: "107.00", short: "30.00" })
    given(...before, posted(wages, "3.00", 2027))
      .when(Credit.transfer({ from: goods, to: van, ...moved }))
      .refuses({
        _tag: "CreditExceeded",
        row: "Investeringen/U",
        year: 2026,
        credit: "500.00",
        short: "30.00",
      })
  })

  test("do not move in a closed year or between unknown lines", () => {
    given(...before, Credit.close({ year: 2026 }))
      .when(
        Credit.transfer({ from: { ...goods, policyItem: "9" }, to: { ...goods, action: "A404" }, ...moved }),
      )
      .refuses(
        { _tag: "UnknownPolicyItem", policyItem: "9" },
        { _tag: "UnknownAction", action: "A404" },
        { _tag: "YearIsClosed", year: 2026 },
      )
  })

  test("of investments are carried over to the next year, as far as they are unused", () => {
    const used = Credit.record({ line: van, year: 2026, date: "2026-05-01", amount: "120.00", voucher: "F1" })
    const over = { line: van, from: 2026, to: 2027, amount: "380.00" } as const
    given(...before, used)
      .when(Credit.carryOver(over))
      .records({ _tag: "CarriedOver", ...over })
    given(...before, used)
      .when(Credit.carryOver({ ...over, amount: "380.000001" }))
      .refuses({
        _tag: "CarryOverTooLarge",
        place: "A1 · 0900 · 2400000 · U",
        left: "380.00",
        asked: "380.000001",
      })
  })

  test("are carried over out of a closed year, but not into one, nor further, nor of other sections", () => {
    const over = { line: van, from: 2026, to: 2027, amount: "1.00" } as const
    given(...before, Credit.close({ year: 2026 }))
      .when(Credit.carryOver(over))
      .records({ _tag: "CarriedOver", ...over })
    given(...before, Credit.close({ year: 2027 }))
      .when(Credit.carryOver(over))
      .refuses({ _tag: "YearIsClosed", year: 2027 })
    given(...before)
      .when(Credit.carryOver({ ...over, line: goods, to: 2028 }))
      .refuses(
        { _tag: "NotAnInvestment", place: "A1 · 0900 · 6140000 · U" },
        { _tag: "NextYearOnly", from: 2026, to: 2028 },
      )
    given(...before)
      .when(Credit.carryOver({ ...over, from: 2025, to: 2026, amount: "0.01" }))
      .refuses(
        { _tag: "YearOutsidePlan", year: 2025, years },
        { _tag: "CarryOverTooLarge", place: "A1 · 0900 · 2400000 · U", left: "0.00", asked: "0.01" },
      )
    given(...before)
      .when(Credit.carryOver({ ...over, line: { ...van, account: "9" }, amount: "0.00" }))
      .refuses(
        { _tag: "UnknownAccount", account: "9", direction: "U" },
        { _tag: "NothingToCarry", place: "A1 · 0900 · 9 · U", asked: "0.00" },
      )
  })

  test("are used by realisations, in an open year and on a known line", () => {
    const actual = { line: goods, year: 2026, date: "2026-05-01", amount: "9.99", voucher: "F2" } as const
    given(...before)
      .when(Credit.record(actual))
      .records({ _tag: "ActualRecorded", ...actual })
    given(...before)
      .when(Credit.record({ ...actual, line: { ...goods, policyItem: "9" }, year: 2030 }))
      .refuses({ _tag: "UnknownPolicyItem", policyItem: "9" }, { _tag: "YearOutsidePlan", year: 2030, years })
  })

  test("of a year end when it is closed, which happens once", () => {
    given(...before)
      .when(Credit.close({ year: 2026 }))
      .records({ _tag: "YearClosed", year: 2026 })
    given(...before, Credit.close({ year: 2026 }))
      .when(Credit.close({ year: 2026 }))
      .refuses({ _tag: "YearIsClosed", year: 2026 })
  })
})

describe("reversing an entry", () => {
  const event = {
    _tag: "EstimatePosted",
    line: goods,
    amounts: { "2026": "100.00", "2027": "-5.00" },
  } as const
  const before = [adopted, declared, Estimate.post(event)] as const
  const reason = { class: "correction", text: "dubbel" } as const
  const place = { phase: "estimate", ...goods } as const

  test("turns its amounts back, with the reason", () => {
    given(...before)
      .when(Reversal.of({ position: 3, event }, reason))
      .records({
        _tag: "Reversed",
        entry: 3,
        reason,
        turned: [
          { place, year: 2026, amount: "-100.00" },
          { place, year: 2027, amount: "5.00" },
        ],
      })
  })

  test("happens once", () => {
    given(...before, Reversal.of({ position: 3, event }, reason))
      .when(Reversal.of({ position: 3, event }, reason))
      .refuses({ _tag: "AlreadyReversed", position: 3, by: 4 })
  })

  test("is refused when a year it touches is closed", () => {
    given(...before, Credit.close({ year: 2027 }))
      .when(Reversal.of({ position: 3, event }, reason))
      .refuses({ _tag: "YearIsClosed", year: 2027 })
  })

  test.each([
    ["what moved no money", { _tag: "YearClosed", year: 2026 } as const],
    [
      "a reversal",
      { _tag: "Reversed", entry: 3, reason, turned: [{ place, year: 2026, amount: "1.00" }] } as const,
    ],
    [
      "an adjustment",
      {
        _tag: "PlanAdjusted",
        plan: "x",
        creditYears: [],
        changes: [{ line: goods, amounts: { "2026": "1.00" } }],
      } as const,
    ],
  ])("is refused for %s", (_, other) => {
    given(...before)
      .when(Reversal.of({ position: 3, event: other }, reason))
      .refuses({ _tag: "NotReversible", position: 3, kind: other._tag })
  })

  test("of a rule lets the rule wait until it is stated anew", () => {
    const rule = {
      target: "A9",
      percent: "10",
      baseAccounts: ["62"],
      chargeAccount: "6170000",
      creditAccount: "7470000",
      creditPolicyItem: "0110",
      excluded: [],
    } as const
    const charge = {
      action: "A1",
      policyItem: "0900",
      year: 2026,
      base: "50.00",
      due: "5.00",
      amount: "5.00",
    }
    const applied = { _tag: "OverheadReallocated", rule, charges: [charge] } as const
    const story = [
      adopted,
      declared,
      posted(wages, "50.00"),
      Overhead.reallocate(rule),
      Reversal.of({ position: 4, event: applied }, reason),
      posted(goods, "1.00"),
    ] as const
    given(...story)
      .when(Overhead.reallocate(rule))
      .records(applied)
  })
})
