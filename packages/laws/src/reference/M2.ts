/** Independent calculation of M2, by the formulas printed beside its rows. */
import type { Decimal } from "decimal.js"
import type { Books, RowFormula, Rows } from "./Books.ts"
import { Exact } from "./Moves.ts"

export const M2 = ({ years, sum }: Books): Rows => {
  const first = years[0] ?? 0
  const counted = (section: string, direction: string) => (year: number) =>
    sum(
      year,
      (read) =>
        read.place.phase === "estimate" && read.section === section && read.place.direction === direction,
    )
  const row = (section: string, direction: string, code: string) => (year: number) =>
    sum(year, (read) => read.section === section && read.place.direction === direction && read.row === code)
  const carried = (begins: string) => (year: number) =>
    sum(
      year,
      ({ place, section }) =>
        section === "result" && place.direction === "O" && (place.part ?? "").startsWith(begins),
    )

  const [Ia, Ib] = [counted("operating", "O"), counted("operating", "U")]
  const [IIa, IIb] = [counted("investment", "O"), counted("investment", "U")]
  const [IVa, IVb] = [counted("financing", "O"), counted("financing", "U")]
  const VIII = counted("result", "U")
  const I = (year: number) => Ia(year).sub(Ib(year))
  const II = (year: number) => IIa(year).sub(IIb(year))
  const IV = (year: number) => IVa(year).sub(IVb(year))
  const V = (year: number) => I(year).add(II(year)).add(IV(year))
  const VI = (year: number): Decimal =>
    year < first ? new Exact(0) : carried("")(year).add(year === first ? 0 : VII(year - 1))
  const VII = (year: number): Decimal => V(year).add(VI(year))

  const round = (formula: RowFormula["exact"]) => (year: number) => formula(year).toDecimalPlaces(0)
  // III, V, VII and IX print the sum of the printed rows that they add.
  const III$ = (year: number) => round(I)(year).add(round(II)(year))
  const V$ = (year: number) => III$(year).add(round(IV)(year))
  const VII$ = (year: number) => V$(year).add(round(VI)(year))

  const repaid = row("financing", "U", "I.A.1")
  const recovered = row("financing", "O", "II.C.1.a")
  const margin = (year: number) => I(year).sub(repaid(year)).add(recovered(year))
  const notional = (year: number) =>
    sum(year, ({ place }) => place.phase === "debt" && place.part === "notional")

  const block = (
    name: string,
    rows: Readonly<Record<string, RowFormula["exact"]>>,
    printed: Readonly<Record<string, RowFormula["exact"]>> = {},
  ): Rows =>
    Object.entries(rows).map(([code, exact]) => {
      const sums = printed[code]
      return [`${name}/${code}`, sums === undefined ? { exact } : { exact, printed: sums }]
    })
  return [
    ...block(
      "Budgettair resultaat",
      {
        I,
        "I.a": Ia,
        "I.b": Ib,
        II,
        "II.a": IIa,
        "II.b": IIb,
        III: (year) => I(year).add(II(year)),
        IV,
        "IV.a": IVa,
        "IV.b": IVb,
        V,
        VI,
        "VI.A": carried("A"),
        "VI.B": carried("B"),
        "VI.B.1": carried("B.1"),
        "VI.B.2": carried("B.2"),
        "VI.B.3": carried("B.3"),
        VII,
        VIII,
        IX: (year) => VII(year).sub(VIII(year)),
      },
      { III: III$, V: V$, VII: VII$, IX: (year) => VII$(year).sub(round(VIII)(year)) },
    ),
    ...block("Autofinancieringsmarge", {
      I,
      II: (year) => repaid(year).sub(recovered(year)),
      "II.a": repaid,
      "II.b": recovered,
      III: margin,
    }),
    ...block("Gecorrigeerde autofinancieringsmarge", {
      I: margin,
      II: (year) => repaid(year).sub(notional(year)),
      "II.a": repaid,
      "II.b": notional,
      III: (year) => margin(year).add(repaid(year)).sub(notional(year)),
    }),
  ]
}
