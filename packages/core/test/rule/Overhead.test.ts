/** What overhead is charged on: estimated staff cost of actions, once, and not what looks like it. */
import { Credit, Estimate, Overhead } from "@grootboek/core"
import { test } from "vitest"
import { adopted, rule as common, declarations, declared, fees, given, wages } from "../Given.ts"

const rule = { ...common, excluded: [] } as const
const charge = {
  action: "A1",
  policyItem: "0900",
  year: 2026,
  base: "100.00",
  due: "15.00",
  amount: "15.00",
} as const
const posted = (line: typeof wages | typeof fees, amount: string) =>
  Estimate.post({ line, amounts: { "2026": amount } })
const before = [adopted, declared, posted(wages, "100.00")] as const

test("wages that were paid are no staff cost a second time", () => {
  const paid = Credit.record({ line: wages, year: 2026, date: "2026-01-31", amount: "8.00", voucher: "L1" })
  given(...before, paid)
    .when(Overhead.reallocate(rule))
    .records({ _tag: "OverheadReallocated", rule, charges: [charge] })
})

test("any of the base accounts counts, and only as expenditure", () => {
  const wider = { ...rule, baseAccounts: ["62", "745"] }
  given(...before, posted(fees, "40.00"))
    .when(Overhead.reallocate(wider))
    .records({ _tag: "OverheadReallocated", rule: wider, charges: [charge] })
})

test("the overhead action is not charged for itself, even when nobody excluded it", () => {
  const own = Estimate.post({ line: { ...wages, action: "A9" }, amounts: { "2026": "50.00" } })
  given(...before, own)
    .when(Overhead.reallocate(rule))
    .records({ _tag: "OverheadReallocated", rule, charges: [charge] })
})

test("a real cost is charged in full where the staff cost came to exactly nothing", () => {
  const rulings = [
    { _tag: "RealCost", action: "A1", amounts: { "2026": "30.00" }, reference: "art. 4" },
  ] as const
  const excepted = { ...rule, exceptions: rulings }
  const back = Estimate.post({ line: { ...wages, account: "6204000" }, amounts: { "2026": "-100.00" } })
  given(...before, back)
    .when(Overhead.reallocate(excepted))
    .records({
      _tag: "OverheadReallocated",
      rule: excepted,
      charges: [
        { ...charge, base: "0.00", due: "30.00", amount: "30.00", standard: "0.00", reference: "art. 4" },
      ],
    })
})

test("a target that is no action is refused once, even when it is excluded as well", () => {
  const [goal] = declarations.goals
  given(...before)
    .when(Overhead.reallocate({ ...rule, target: goal.code, excluded: [goal.code] }))
    .refuses({ _tag: "NotAnAction", action: goal.code, level: goal.level })
})
