/**
 * Contributions. Plan, chapter 3.3: the basic contribution is laid down "in de statuten van W13, artikel 9"; Food Act 13
 * "wordt apart gefactureerd"; the funds of the director of social economy "worden apart opgevraagd aan de lokale besturen".
 *
 * The plan prints amounts but no key, so the keys are INVENTED, and so are the members that take part. The line
 * with the members' part is a choice of this example: the plan prints the receipts of an action as one amount.
 */
import { Balances, type BudgetLine, Contribution, Ledger, Money } from "@grootboek/core"
import { begin, euro, plan, record, refusals, years } from "./Chapter.ts"
import * as Members from "./Members.ts"

const { say, table, lines } = begin(import.meta.url, "2. Contributions: the amount due by each member", [
  "deelgenoten ligt vast in de statuten van W13, artikel 9.",
  "De dienstverlening Food Act 13 wordt apart gefactureerd.",
  "consumptieprijzen vanaf 1 januari 2027. Het basisbedrag per lokaal bestuur en de verdeelsleutel is",
  "De werkingsmiddelen voor de regisseur sociale economie worden apart opgevraagd aan de lokale",
])

export { lines }

const basic: BudgetLine.BudgetLine = {
  direction: "O",
  account: "7402000",
  policyItem: "0100",
  action: "A50111",
  sector: "OCMW",
}
const foodAct: BudgetLine.BudgetLine = {
  direction: "O",
  account: "7450000",
  policyItem: "9090",
  action: "A10401",
}
const director: BudgetLine.BudgetLine = {
  direction: "O",
  account: "7401000",
  policyItem: "9090",
  action: "A30301",
  sector: "VL",
}

const ledger = plan()
const before = Ledger.statement(ledger, "T2")
record(ledger, "members", Members.declare)
record(ledger, "basic", Contribution.apportion("basisbijdrage", basic, Members.inhabitants))
record(ledger, "food act", Contribution.apportion("Food Act 13", foodAct, Members.fixedShares))
record(ledger, "director", Contribution.apportion("regierol sociale economie", director, Members.equalParts))

const balances = Balances.of(ledger.columns)
const { plan: state } = Ledger.state(ledger)
const owed = state === undefined ? [] : Contribution.receivables(state, balances)
for (const [contribution, line] of [
  ["basisbijdrage", basic],
  ["Food Act 13", foodAct],
  ["regierol sociale economie", director],
] as const) {
  const own = owed.filter((one) => one.contribution === contribution)
  const key = state?.contributions.get(contribution)?.key
  const members = [...new Set(own.map(({ member }) => member))]
  const amount = (member: string, year: number) =>
    own.find((one) => one.member === member && one.year === year)?.amount ?? Money.zero
  say(`${contribution}, by ${key?.name ?? ""}; ${members.length} of the fifteen members take part:`, "")
  table([
    ["", ...years.map(String)],
    ...members.map((member) => [member, ...years.map((year) => euro(amount(member, year)))]),
    [
      "together",
      ...years.map((year) =>
        euro(Money.sum(own.filter((one) => one.year === year).map((one) => one.amount)), 4),
      ),
    ],
    ["the line", ...years.map((year) => euro(Balances.ofLine(balances, "estimate", line, year), 4))],
  ])
}

const after = Ledger.statement(ledger, "T2")
const rows = (read: typeof after) =>
  JSON.stringify(read, (_, value) => (typeof value === "bigint" ? `${value}` : value))
const cells = (text: string) => text.replace(/"position":\d+/, "")
say(
  "A receivable is a part of its line, so no statutory cell changes:",
  `T2 before and after is ${cells(rows(before)) === cells(rows(after)) ? "the same" : "NOT the same"}.`,
  "",
)

const odd = (weights: ReadonlyArray<{ readonly member: string; readonly weight: string }>) =>
  JSON.stringify(
    refusals(
      ledger,
      Contribution.apportion(
        "proef",
        { ...basic, policyItem: "1100" },
        { name: "proef", by: "shares", weights },
      ),
    ),
  )
say(
  "Refused, and nothing is recorded:",
  `a key that sums to zero: ${odd([{ member: "Menen", weight: "0" }])}`,
  `a member twice: ${odd([
    { member: "Menen", weight: "1" },
    { member: "Menen", weight: "2" },
  ])}`,
  `a member that is not declared: ${odd([{ member: "Brugge", weight: "1" }])}`,
)
