/** Where two statements must show the same figure, each compared exactly and year by year. */
import { type FormId, Ledger, Money } from "@grootboek/core"
import * as Result from "effect/Result"

/** One comparison. */
export interface Tie {
  readonly name: string
  readonly year: number
  readonly left: Money.Money
  readonly right: Money.Money
}

/** A sum of rows of a form: each with its sign. */
type Side = readonly [FormId, ...ReadonlyArray<string>]

const pairs: ReadonlyArray<readonly [Side, Side]> = [
  [
    ["M1", "Totalen/U"],
    ["T1", "Algemeen totaal/U"],
  ],
  [
    ["M1", "Totalen/O"],
    ["T1", "Algemeen totaal/O"],
  ],
  [
    ["M1", "Totalen/U"],
    ["M2", "Budgettair resultaat/I.b", "Budgettair resultaat/II.b", "Budgettair resultaat/IV.b"],
  ],
  [
    ["M1", "Totalen/O"],
    ["M2", "Budgettair resultaat/I.a", "Budgettair resultaat/II.a", "Budgettair resultaat/IV.a"],
  ],
  [
    ["T2", "EXPLOITATIE/I"],
    ["M2", "Budgettair resultaat/I.b"],
  ],
  [
    ["T2", "EXPLOITATIE/II"],
    ["M2", "Budgettair resultaat/I.a"],
  ],
  [
    ["T2", "INVESTERINGEN/I"],
    ["M2", "Budgettair resultaat/II.b"],
  ],
  [
    ["T2", "INVESTERINGEN/II"],
    ["M2", "Budgettair resultaat/II.a"],
  ],
  [
    ["T2", "FINANCIERING/I"],
    ["M2", "Budgettair resultaat/IV.b"],
  ],
  [
    ["T2", "FINANCIERING/II"],
    ["M2", "Budgettair resultaat/IV.a"],
  ],
  [
    ["T2", "BUDGETTAIR RESULTAAT VAN HET BOEKJAAR/V"],
    ["M2", "Budgettair resultaat/V"],
  ],
  [
    ["M3", "Exploitatie/U"],
    ["M2", "Budgettair resultaat/I.b"],
  ],
  [
    ["M3", "Exploitatie/O"],
    ["M2", "Budgettair resultaat/I.a"],
  ],
  [
    ["M3", "Investeringen/U"],
    ["M2", "Budgettair resultaat/II.b"],
  ],
  [
    ["M3", "Investeringen/O"],
    ["M2", "Budgettair resultaat/II.a"],
  ],
  [
    ["M3", "Financiering/U"],
    ["M2", "Budgettair resultaat/IV.b"],
  ],
  [
    ["M3", "Financiering/O"],
    ["M2", "Budgettair resultaat/IV.a"],
  ],
]

/** Every comparison at a position. */
export const ties = (ledger: Ledger.Ledger, position: number): ReadonlyArray<Tie> => {
  const read = reader(ledger, position)
  const between = pairs.flatMap(([left, right]) => {
    const others = read(right)
    return [...read(left)].map(
      ([year, amount]): Tie => ({
        name: `${left.join(" ")} = ${right.join(" ")}`,
        year,
        left: amount,
        right: others.get(year) ?? Money.zero,
      }),
    )
  })
  const opening = read(["T3", "A"])
  const closing = read(["T3", "D"])
  const debts = [...opening].flatMap(([year, amount]) => {
    const before = closing.get(year - 1)
    return before === undefined ? [] : [{ name: "T3 A = T3 D", year, left: amount, right: before }]
  })
  return [...between, ...debts]
}

const reader = (ledger: Ledger.Ledger, position: number) => {
  const forms = new Map<FormId, ReadonlyMap<string, ReadonlyMap<number, Money.Money>>>()
  const formOf = (form: FormId) => {
    const statement = Ledger.statement(ledger, form, { at: position })
    if (Result.isFailure(statement)) return new Map<string, ReadonlyMap<number, Money.Money>>()
    return new Map(
      statement.success.rows.map((row) => [
        row.section === "" ? row.code : `${row.section}/${row.code}`,
        new Map(row.cells.map(({ year, exact }) => [year, exact])),
      ]),
    )
  }
  return ([form, ...rows]: Side): ReadonlyMap<number, Money.Money> => {
    const read = forms.get(form) ?? formOf(form)
    forms.set(form, read)
    const sums = new Map<number, Money.Money>()
    for (const row of rows)
      for (const [year, amount] of read.get(row) ?? [])
        sums.set(year, Money.add(sums.get(year) ?? Money.zero, amount))
    return sums
  }
}
