/** The changes of a whole list in a terminal: new lines, changed lines and lines that are gone, each old, new and Δ. */
import { BudgetLine, Money, type Revision } from "@grootboek/core"
import * as Clean from "../../paint/Clean.ts"
import * as Grid from "../../paint/Grid.ts"
import { marks, type TextOptions } from "../../paint/TextOptions.ts"
import type { ImportedRevision } from "../../view/Imported.ts"
import * as Catalogue from "../../words/Catalogue.ts"
import * as Figure from "../../words/Figure.ts"
import type { Both } from "../../words/Language.ts"
import * as Words from "../../words/Words.ts"

/** Lines that are printed; the JSON answer and the file of reasons have all. */
const most = 200

export const format = (revision: ImportedRevision, options: TextOptions): ReadonlyArray<string> => {
  const { language } = options
  const { strong, faint } = marks(options)
  const words = Words.of(language)
  const { lines, totals } = revision
  const cells = [...totals, ...lines.flatMap(({ years }) => years)]
  const decimals = Figure.decimals(cells.flatMap((cell) => [cell.old, cell.new]))
  const shown = lines.slice(0, most)
  const heading = (text: string): Grid.GridRow => [
    { text, mark: strong },
    ...[words.year, words.old, words.new, "Δ"].map((name) => ({ text: name, mark: strong })),
  ]
  const cellOf = ({ year, old, new: next }: Revision.RevisedYear, name: string): Grid.GridRow => [
    { text: name },
    { text: `${year}` },
    { text: Money.print(old, "be", decimals) },
    { text: Money.print(next, "be", decimals) },
    { text: Figure.change(Money.subtract(next, old), decimals), mark: strong },
  ]
  const rows = fates.flatMap((fate): ReadonlyArray<Grid.GridRow> => {
    const own = shown.filter((line) => line.fate === fate)
    if (own.length === 0) return []
    const count = lines.filter((line) => line.fate === fate).length
    return [
      heading(`${names[fate][language]} (${count})`),
      ...own.flatMap(({ line, description, years }) =>
        years.map((year, at) =>
          cellOf(
            year,
            at > 0
              ? ""
              : Clean.line(
                  [BudgetLine.format(line), description].filter((text) => text !== undefined).join("  "),
                ),
          ),
        ),
      ),
    ]
  })
  return [
    "",
    ...Grid.format(
      [{ align: "left", flexible: true }, ...Array.from({ length: 4 }, () => ({ align: "right" }) as const)],
      [
        ...rows,
        heading(total[language]),
        ...totals.map((sum) => cellOf(sum, directions[sum.direction][language])),
      ],
      options.width,
    ),
    ...(lines.length > most ? [faint(more(lines.length - most, options))] : []),
    ...(lines.length === 0 ? [unchanged[language]] : []),
    "",
  ]
}

const fates = ["new", "changed", "gone"] as const

const names: Readonly<Record<Revision.RevisedLine["fate"], Both>> = {
  new: { en: "New lines", nl: "Nieuwe budgetlijnen" },
  changed: { en: "Changed lines", nl: "Gewijzigde budgetlijnen" },
  gone: { en: "Lines that are gone", nl: "Budgetlijnen die wegvallen" },
}

const total: Both = { en: "All compared lines", nl: "Alle vergeleken budgetlijnen" }

const directions: Readonly<Record<BudgetLine.Direction, Both>> = {
  O: { en: "receipts (O)", nl: "ontvangsten (O)" },
  U: { en: "expenditure (U)", nl: "uitgaven (U)" },
}

const unchanged: Both = { en: "No line changes.", nl: "Geen enkele budgetlijn wijzigt." }

const more = (lines: number, { language, audience = "library" }: TextOptions): string =>
  Catalogue.format(
    {
      en: `… and ${lines} more:`,
      nl: `… en nog ${lines}:`,
      next: { en: "the document lists every line", nl: "het document vermeldt elke budgetlijn" },
      command: { en: "--format json lists every line", nl: "--format json vermeldt elke budgetlijn" },
    },
    { language, audience },
  )
