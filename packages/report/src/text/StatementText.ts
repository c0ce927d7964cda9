/** A statement in a terminal: code, label indented by level, and right-aligned Belgian figures. */
import { Money, type Statement } from "@grootboek/core"
import * as Clean from "../Clean.ts"
import * as Figure from "../Figure.ts"
import * as Forms from "../Forms.ts"
import * as Sheet from "../Sheet.ts"
import * as Words from "../Words.ts"
import * as Grid from "./Grid.ts"
import { ink, type Options } from "./Options.ts"

/** A statement as text. */
export const statement = (filled: Statement.Statement, options: Options): string => {
  const { columns, items } = Sheet.of(filled)
  const { strong, faint, bad } = ink(options)
  const codeWidth = items.reduce(
    (most, item) => Math.max(most, item._tag === "Line" ? item.code.length : 0),
    0,
  )
  const code = (text: string): ReadonlyArray<Grid.Cell> => (codeWidth === 0 ? [] : [{ text, mark: faint }])
  const rows = items.flatMap((item, at): ReadonlyArray<Grid.Row> => {
    if (item._tag === "Heading") {
      const blanks = " ".repeat((codeWidth === 0 ? 0 : codeWidth + 2) + item.level * 2)
      return [...(item.level === 0 && at > 0 ? [""] : []), blanks + strong(Clean.line(item.text))]
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
    ...columns.map((column) => ({ text: Sheet.heading(column), mark: strong })),
  ]
  const lines = Grid.format(
    [
      ...code("").map(() => ({ align: "left" as const })),
      { align: "left", flexible: true },
      ...columns.map(() => ({ align: "right" as const })),
    ],
    [heading, ...rows],
    options.width,
  )
  const [name = "", ...where] = title(filled, options)
  return [strong(name), ...where, "", ...lines, ""].join("\n")
}

/** Two lines that say which form this is, whose, and at which moment. */
export const title = (
  { form, title, entity, at }: Statement.Statement,
  { language }: Pick<Options, "language">,
): ReadonlyArray<string> => {
  const words = Words.of(language)
  return [
    Forms.short(form, title),
    `${Clean.line(entity)} · ${words.plan} ${at.plan} · ${words.position} ${at.position} · ${words.euro}`,
  ]
}

const figure = (
  amount: Money.Money | undefined,
  decimals: number,
  bad: (text: string) => string,
): Grid.Cell => {
  if (amount === undefined) return { text: "" }
  const text = Figure.belgian(amount, decimals)
  return amount < Money.zero ? { text, mark: bad } : { text }
}
