/** The budget lines of closed years that a whole list would change, in a terminal: one sentence a year, old, new and Δ. */
import { Money } from "@grootboek/core"
import * as Clean from "../../paint/Clean.ts"
import * as Grid from "../../paint/Grid.ts"
import { marks, type TextOptions } from "../../paint/TextOptions.ts"
import * as FileFinding from "../../view/FileFinding.ts"
import * as Figure from "../../words/Figure.ts"
import type { Both } from "../../words/Language.ts"
import * as Words from "../../words/Words.ts"

type ClosedFinding = FileFinding.FileFinding & Required<Pick<FileFinding.FileFinding, "closed">>

/** Returns the findings about closed years as lines of text; none when there are none. */
export const format = (
  findings: ReadonlyArray<FileFinding.FileFinding>,
  options: TextOptions,
): ReadonlyArray<string> => {
  const all = findings.filter((finding): finding is ClosedFinding => finding.closed !== undefined)
  const years = [...new Set(all.map(({ closed }) => closed.year))].sort((a, b) => a - b)
  return years.flatMap((year) =>
    tableOf(
      year,
      all.filter(({ closed }) => closed.year === year),
      options,
    ),
  )
}

const tableOf = (
  year: number,
  differing: ReadonlyArray<ClosedFinding>,
  options: TextOptions,
): ReadonlyArray<string> => {
  const { language } = options
  const { bad, strong } = marks(options)
  const words = Words.of(language)
  const amounts = differing.map(({ closed }) => ({
    old: Money.from(closed.old),
    new: Money.from(closed.new),
  }))
  const decimals = Figure.decimals(amounts.flatMap((one) => [one.old, one.new]))
  const heading = [budgetLine[language], row[language], words.old, words.new, "Δ"]
  return [
    bad(refused(year, differing.length)[language]),
    ...Grid.format(
      [
        { align: "left", flexible: true },
        { align: "left" },
        ...Array.from({ length: 3 }, () => ({ align: "right" }) as const),
      ],
      [
        heading.map((text) => ({ text, mark: strong })),
        ...differing.map((finding, index): Grid.GridRow => {
          const { old, new: next } = amounts[index] ?? { old: Money.zero, new: Money.zero }
          return [
            { text: Clean.line(finding.closed.place) },
            { text: Clean.line(FileFinding.place(finding) || gone[language]) },
            { text: Money.print(old, "be", decimals) },
            { text: Money.print(next, "be", decimals) },
            { text: Figure.change(Money.subtract(next, old), decimals), mark: strong },
          ]
        }),
      ],
      options.width,
    ),
  ]
}

const budgetLine: Both = { en: "Budget line", nl: "Budgetlijn" }
const row: Both = { en: "Row", nl: "Rij" }
const gone: Both = { en: "not in the list", nl: "niet in de lijst" }

const refused = (year: number, lines: number): Both => ({
  en: `The year ${year} is closed, and the list has another amount for ${lines === 1 ? "1 budget line" : `${lines} budget lines`}. Leave the column ${year} out, or correct the list.`,
  nl: `Het boekjaar ${year} is afgesloten, en de lijst heeft een ander bedrag voor ${lines === 1 ? "1 budgetlijn" : `${lines} budgetlijnen`}. Laat de kolom ${year} weg, of verbeter de lijst.`,
})
