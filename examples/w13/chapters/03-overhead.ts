/**
 * Overhead. Plan, chapter 3.7 (Overhead): "een overheadkost van minimaal 15% op de personeelskost. Waar dit niet mogelijk
 * is omwille van bijvoorbeeld de regelgeving vanuit de subsidiërende overheid, wordt de werkelijke overheadkost of het
 * wettelijk toegestane maximum aangerekend."
 *
 * The plan does not name the actions that are charged less; in its figures every action is charged 15 %. The two
 * exceptions below are INVENTED.
 */
import { Balances, Ledger, Money, Overhead } from "@grootboek/core"
import { OverheadMatrix } from "@grootboek/core/answer"
import { begin, euro, plan, record, years } from "./Chapter.ts"

const { say, table, lines } = begin(import.meta.url, "3. Overhead: the charge per action, and exceptions", [
  "Op actieniveau wordt er gewerkt met een overheadkost van minimaal 15% op de personeelskost.",
  "Deze bijdrage wordt intern overgeboekt op de actie overhead waardoor alle overheadkosten op",
  "wordt de werkelijke overheadkost of het wettelijk toegestane maximum aangerekend.",
])

export { lines }

const matrix = (ledger: Ledger.Ledger): OverheadMatrix.Matrix => {
  const { plan: state } = Ledger.state(ledger)
  const found = state === undefined ? undefined : OverheadMatrix.of(state, Balances.of(ledger.columns))
  if (found === undefined) throw new Error("the plan follows an overhead rule")
  return found
}

const show = ({ cells, own }: OverheadMatrix.Matrix): void => {
  const actions = [...new Set(cells.map(({ from }) => from))]
  const charged = (action: string, year: number) =>
    Money.sum(cells.filter((cell) => cell.from === action && cell.year === year).map((cell) => cell.charged))
  table([
    ["charged to A50111 by", ...years.map(String)],
    ...actions.map((action) => [action, ...years.map((year) => euro(charged(action, year)))]),
    ["together", ...own.map(({ borne }) => euro(borne))],
    ["A50111 spends", ...own.map(({ spent }) => euro(spent))],
    ["paid by A50111 itself", ...own.map(({ carried }) => euro(carried))],
  ])
}

const ledger = plan()
say("According to the plan: 15 % of the staff cost of every action except the overhead action:", "")
show(matrix(ledger))

const rule = Ledger.state(ledger).plan?.overhead
if (rule === undefined) throw new Error("the plan follows an overhead rule")
record(
  ledger,
  "exceptions",
  Overhead.reallocate({
    ...rule,
    exceptions: [
      {
        _tag: "LegalMaximum",
        action: "A10302",
        percent: "7",
        reference: "VERZONNEN: oproep PACT, art. 12: overhead ten hoogste 7 % van de loonkost",
      },
      {
        _tag: "RealCost",
        action: "A10502",
        amounts: Object.fromEntries(years.map((year) => [year, "20000.00"])),
        reference: "VERZONNEN: subsidiebesluit Konekti: alleen de werkelijke overhead",
      },
    ],
  }),
)
say(
  "With two INVENTED exceptions: a legal maximum of 7 % for A10302, the real cost of 20.000 a year for A10502:",
  "",
)
const less = matrix(ledger)
show(less)
say("Charged less than 15 %, with the reason:", "")
table([
  ["", "year", "staff cost", "15 %", "charged", "less"],
  ...less.cells
    .filter(({ reference }) => reference !== undefined)
    .map(({ from, year, staff, standard, charged, less: missing }) => [
      from,
      String(year),
      euro(staff),
      euro(standard),
      euro(charged),
      euro(missing),
    ]),
])
say(
  ...new Set(
    less.cells.flatMap(({ from, reference }) => (reference === undefined ? [] : [`${from}: ${reference}`])),
  ),
)

const totals = (one: Ledger.Ledger) => {
  const read = Ledger.statement(one, "synthesis")
  return read._tag === "Success"
    ? read.success.rows
        .filter(({ code }) => code === "total/net")
        .flatMap(({ cells }) => cells.map(({ exact }) => exact))
    : []
}
const [a, b] = [totals(plan()), totals(ledger)]
say(
  "",
  `The overhead action pays the difference: the result of the association ${
    a.every((amount, index) => amount === b[index]) ? "is the same in all six years" : "CHANGES"
  }.`,
)
