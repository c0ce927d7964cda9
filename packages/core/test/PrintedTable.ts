/** Published tables from lines of text, and the report on them. */
import * as Result from "effect/Result"
import * as Consistency from "../src/answer/Consistency.ts"
import type * as Published from "../src/answer/Published.ts"
import * as Money from "../src/value/Money.ts"

/**
 * Returns a table of lines such as `Dienstverlening/U  10 11`, for the years from 2026 on. A dot is a cell that was not
 * printed.
 */
export const table = (form: Published.PublishedTable["form"], text: string): Published.PublishedTable => ({
  form,
  file: `${form}.csv`,
  cells: text
    .trim()
    .split("\n")
    .flatMap((row, index) => {
      const [address = "", ...amounts] = row.trim().split(/\s\s+/)
      const slash = address.indexOf("/")
      return (amounts.join(" ").match(/\S+/g) ?? []).flatMap((amount, year) =>
        amount === "."
          ? []
          : [
              {
                section: slash < 0 ? "" : address.slice(0, slash),
                code: address.slice(slash + 1),
                year: 2026 + year,
                amount: Money.from(amount),
                line: index + 2,
                column: `${2026 + year}`,
              },
            ],
      )
    }),
})

export const report = (...tables: ReadonlyArray<Published.PublishedTable>): Consistency.ConsistencyReport =>
  Result.getOrThrow(Consistency.check(tables))

/** A budget of two years, of which `I` differs by one from its rows in the second. */
export const M2 = `
  Budgettair resultaat/I      9 5
  Budgettair resultaat/I.a    100 100
  Budgettair resultaat/I.b    91 96
  Budgettair resultaat/II     -4 -4
  Budgettair resultaat/II.a   0 0
  Budgettair resultaat/II.b   4 4
  Budgettair resultaat/III    5 1
  Budgettair resultaat/IV     0 0
  Budgettair resultaat/IV.a   0 0
  Budgettair resultaat/IV.b   0 0
  Budgettair resultaat/V      5 1
  Budgettair resultaat/VI     50 55
  Budgettair resultaat/VII    55 56
  Budgettair resultaat/VIII   0 0
  Budgettair resultaat/IX     55 56`
