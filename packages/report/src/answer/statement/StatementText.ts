/** A statement in a terminal: code, label indented by level, and right-aligned Belgian figures. */
import { Money, type Statement } from "@grootboek/core"
import * as FoldedGrid from "../../paint/FoldedGrid.ts"
import type * as Grid from "../../paint/Grid.ts"
import { marks, type TextOptions } from "../../paint/TextOptions.ts"
import * as Wrapping from "../../paint/Wrapping.ts"
import * as FormTitle from "../../view/FormTitle.ts"
import * as StatementView from "../../view/StatementView.ts"
import * as AccountsText from "../../words/AccountsText.ts"

export const statement = (filled: Statement.Statement, options: TextOptions): string => {
  const { columns, items } = StatementView.of(filled)
  const { strong, faint, bad } = marks(options)
  const codeWidth = items.reduce(
    (most, item) => Math.max(most, item._tag === "Line" ? item.code.length : 0),
    0,
  )
  const code = (text: string): ReadonlyArray<Grid.GridCell> =>
    codeWidth === 0 ? [] : [{ text, mark: faint }]
  const rows = items.flatMap((item, at): ReadonlyArray<Grid.GridRow> => {
    if (item._tag === "Heading") {
      const indent = (codeWidth === 0 ? 0 : codeWidth + 2) + item.level * 2
      return [
        ...(item.level === 0 && at > 0 ? [""] : []),
        { line: { text: item.text, indent, mark: strong } },
      ]
    }
    return [
      [
        ...code(item.code),
        { text: item.label, indent: item.level * 2 },
        ...item.cells.map((cell) => figure(cell?.printed, filled.decimals, bad)),
      ],
    ]
  })
  const heading = [
    ...code(""),
    { text: "" },
    ...columns.map((column) => ({ text: StatementView.heading(column, options.language), mark: strong })),
  ]
  const lines = FoldedGrid.format(
    [
      ...code("").map(() => ({ align: "left" as const })),
      { align: "left", flexible: true },
      ...columns.map(() => ({ align: "right" as const })),
    ],
    [heading, ...rows],
    { width: options.width, lead: codeWidth === 0 ? 1 : 2 },
  )
  const name = FormTitle.short(filled.form, filled.title)
  return [
    ...Wrapping.paragraph(name, options.width, strong),
    ...Wrapping.paragraph(FormTitle.about(filled, options.language), options.width),
    ...AccountsText.about(filled, options.language).flatMap((text) =>
      Wrapping.paragraph(text, options.width),
    ),
    "",
    ...lines,
    "",
  ].join("\n")
}

const figure = (
  amount: Money.Money | undefined,
  decimals: number,
  bad: (text: string) => string,
): Grid.GridCell => {
  if (amount === undefined) return { text: "" }
  const text = Money.print(amount, "be", decimals)
  return amount < Money.zero ? { text, mark: bad } : { text }
}
