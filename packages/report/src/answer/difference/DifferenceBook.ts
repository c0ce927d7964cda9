/** A difference as a workbook: the causes with who decided them, then a sheet per form with old, new, Δ and why. */
import type { Workbook } from "@grootboek/cells"
import { type Diff, Money } from "@grootboek/core"
import * as BookCells from "../../paint/BookCells.ts"
import * as TableBook from "../../paint/TableBook.ts"
import * as Causes from "../../view/Causes.ts"
import * as FormTitle from "../../view/FormTitle.ts"
import * as MomentName from "../../view/MomentName.ts"
import * as Resolutions from "../../view/Resolutions.ts"
import type { Language } from "../../words/Language.ts"
import * as ReasonText from "../../words/ReasonText.ts"
import * as Words from "../../words/Words.ts"
import * as DeclaredTable from "./DeclaredTable.ts"

export const difference = (changed: Diff.Difference, language: Language): Workbook.Workbook => {
  const words = Words.of(language)
  const { from, to, cells } = changed
  const title = `${words.changes} ${MomentName.span(changed, language)}`
  const declared = DeclaredTable.of(changed, language)
  const about = [
    `${words.position} ${from.position} → ${to.position}`,
    Words.count(cells.length, "cell", language),
    words.euro,
    ...MomentName.note(changed, language),
    ...(cells.length + declared.rows.length === 0 ? [words.nothingChanged] : []),
  ].join(" · ")
  const forms = [...new Set(cells.map(({ form }) => form))]
  return {
    title,
    sheets: [
      { ...causes(changed, language), titles: [title, about] },
      ...(declared.rows.length === 0 ? [] : [TableBook.sheet(title, declared)]),
      ...forms.map((form) => ({
        ...table(
          form,
          cells.filter((cell) => cell.form === form),
          language,
        ),
        titles: [FormTitle.heading(form, language), `${title} · ${words.euro}`],
      })),
    ],
  }
}

type UntitledSheet = Omit<Workbook.BookSheet, "titles">

const causes = (changed: Diff.Difference, language: Language): UntitledSheet => {
  const words = Words.of(language)
  const deciders = Resolutions.byEntry(changed.decisions)
  return {
    name: words.causes,
    columns: [
      BookCells.figures({ text: words.entry }, 10),
      BookCells.column(words.why, 60),
      BookCells.column(words.decided, 44),
      BookCells.figures({ text: words.largest }),
      BookCells.column(words.cells, 30),
    ],
    frozen: 1,
    rows: Causes.group(changed).map((group) => {
      const isUnexplained = Causes.isUnexplained(group)
      const resolved = deciders(group.entry)
      return {
        cells: [
          isUnexplained ? undefined : { count: group.entry },
          { text: isUnexplained ? words.unexplained : ReasonText.ofCause(group, language) },
          resolved === undefined ? undefined : { text: Resolutions.format(resolved) },
          BookCells.amount(group.largest, 2),
          { text: [...group.cells].map(([form, count]) => `${count} ${form}`).join(", ") },
        ],
      }
    }),
  }
}

/** The columns of a form, by name: a sum names two of them. */
const places = { old: 4, new: 5 } as const

const table = (form: string, cells: ReadonlyArray<Diff.ChangedCell>, language: Language): UntitledSheet => {
  const words = Words.of(language)
  const decimals = FormTitle.decimals(form)
  const rows: Array<Workbook.BookRow> = []
  for (const cell of cells) {
    const row = rows.length
    const cause = (entry: Workbook.SheetCell, why: string, amount: Money.Money): Workbook.BookRow => ({
      cells: [
        ...[undefined, undefined, undefined, undefined, undefined, undefined, undefined],
        BookCells.amount(amount, decimals),
        { text: why },
        entry,
      ],
    })
    rows.push(
      {
        isStrong: true,
        cells: [
          { text: cell.section },
          { text: cell.code },
          { text: cell.label },
          { count: cell.year },
          BookCells.amount(cell.old, decimals),
          BookCells.amount(cell.new, decimals),
          {
            ...BookCells.amount(cell.delta, decimals),
            sum: {
              terms: [
                { row, column: places.new, sign: 1 },
                { row, column: places.old, sign: -1 },
              ],
              ...BookCells.whole(cell.delta, decimals),
            },
          },
        ],
      },
      ...cell.causes.map((one) => cause({ count: one.entry }, ReasonText.ofCause(one, language), one.amount)),
      ...(Money.isZero(cell.unexplained) ? [] : [cause(undefined, words.unexplained, cell.unexplained)]),
    )
  }
  return {
    name: form,
    columns: [
      ...(["section", "code", "label"] as const).map((name) =>
        BookCells.fitting(
          words[name],
          cells.map((cell) => cell[name]),
          50,
        ),
      ),
      BookCells.figures({ text: words.year }, 8),
      ...[words.old, words.new, "Δ", words.amount].map((text) => BookCells.figures({ text })),
      BookCells.fitting(
        words.why,
        [...new Set(cells.flatMap(({ causes }) => causes.map((one) => ReasonText.ofCause(one, language))))],
        70,
      ),
      BookCells.figures({ text: words.entry }, 10),
    ],
    frozen: 3,
    rows,
  }
}
