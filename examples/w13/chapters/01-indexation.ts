/**
 * Indexation. Plan, chapter 3.7 (Indexering): "Voor de index hanteren we een standaardindex van 2%". Plan, chapter 3.3:
 * the contribution is "gekoppeld aan de jaarlijkse index van de consumptieprijzen vanaf 1 januari 2027. Het
 * basisindexcijfer is de index van december 2025."
 */
import { Balances, type BudgetLine, Indexation, Money, Rate } from "@grootboek/core"
import { begin, euro, plan, record, refusals, years } from "./Chapter.ts"

const { say, table, lines } = begin(import.meta.url, "1. Indexation: six years from the first alone", [
  "- van het OCMW 801.391 817.419 833.767 850.443 867.452 884.801",
  "2. Andere financiële uitgaven 250 255 260 265 271 276",
  "Voor de index hanteren we een standaardindex van 2% ingebed in de budgettool",
  "de basiswerking, gekoppeld aan de jaarlijkse index van de consumptieprijzen vanaf 1 januari 2027.",
  "Het basisindexcijfer is de index van december 2025.",
])

export { lines }

/** An indexed line and its printed figures. */
interface Grown {
  readonly name: string
  readonly line: BudgetLine.BudgetLine
  readonly printed: ReadonlyArray<string>
}

/** T2, II.A.3.a-2, "van het OCMW". */
const contribution: Grown = {
  name: "Bijdrage lokale besturen",
  line: { direction: "O", account: "7402000", policyItem: "0100", action: "A50111", sector: "OCMW" },
  printed: ["801391", "817419", "833767", "850443", "867452", "884801"],
}

/** T2, I.B.2. */
const bankCosts: Grown = {
  name: "Bankkosten",
  line: { direction: "U", account: "6570000", policyItem: "0300", action: "A50111" },
  printed: ["250", "255", "260", "265", "271", "276"],
}

const ledger = plan()
record(
  ledger,
  "index 2 %",
  Indexation.apply({
    rule: { _tag: "FixedRate", percent: "2", baseYear: 2026 },
    lines: { accounts: ["7402", "657"], policyItems: ["0100", "0300"] },
    reason: { class: "index", text: "standaardindex van 2 % (plan, chapter 3.7)" },
  }),
)

say(
  'Plan, chapter 3.7: "een standaardindex van 2% ingebed in de budgettool". Computed from the unrounded estimate of 2026:',
  "",
)
const balances = Balances.of(ledger.columns)
for (const { name, line, printed } of [contribution, bankCosts]) {
  const computed = years.map((year) => Balances.ofLine(balances, "estimate", line, year))
  const difference = computed.map((amount, at) =>
    Money.subtract(Money.round(amount, 0), Money.from(printed[at] ?? "0")),
  )
  table([
    [name, ...years.map(String)],
    ["plan prints", ...printed.map((figure) => euro(Money.from(figure), 0))],
    ["2 % a year", ...computed.map((amount) => euro(amount))],
    ["differs by", ...difference.map((amount) => euro(amount, 0))],
  ])
}

say("The plan prints whole euro, so the exact base is unknown. Bases that give all six printed figures:", "")
table(
  [contribution, bankCosts].map(({ name, printed }) => {
    const bases = Rate.basesBehind("2", printed.map(Money.from), 0)
    return bases === undefined
      ? [name, "none"]
      : [name, `at least ${euro(bases.least, 6)}`, `below ${euro(bases.below, 6)}`]
  }),
)

say(
  'Plan, chapter 3.3: "gekoppeld aan de jaarlijkse index van de consumptieprijzen vanaf 1 januari 2027", base December 2025.',
  "The index figures below are INVENTED: they are not known yet.",
  "",
)
const values = {
  "2025-12": "135.20",
  "2026-12": "138.10",
  "2027-12": "140.70",
  "2028-12": "143.20",
  "2029-12": "146.10",
  "2030-12": "149.00",
}
const series = (known: Readonly<Record<string, string>>) =>
  Indexation.apply({
    rule: {
      _tag: "IndexSeries",
      series: "consumptieprijzen (verzonnen)",
      baseMonth: "2025-12",
      baseYear: 2026,
      values: known,
    },
    lines: { accounts: ["7402"], policyItems: ["0100"] },
  })
const other = plan()
record(other, "index", series(values))
const along = Balances.of(other.columns)
table([
  ["", ...years.map(String)],
  ["index of December before", ...Object.values(values).map((value) => value.replace(".", ","))],
  ["contribution", ...years.map((year) => euro(Balances.ofLine(along, "estimate", contribution.line, year)))],
])

const { "2028-12": _, ...gap } = values
say("A series with a gap is refused and nothing is recorded:", JSON.stringify(refusals(plan(), series(gap))))
