/** A difference in a terminal: causes with their resolutions, then old, new and Δ of every changed cell. */
import { Address, type Diff, Money } from "@grootboek/core"
import * as Clean from "../../paint/Clean.ts"
import * as FoldedGrid from "../../paint/FoldedGrid.ts"
import * as Grid from "../../paint/Grid.ts"
import * as Table from "../../paint/Table.ts"
import { marks, type TextOptions } from "../../paint/TextOptions.ts"
import * as Wrapping from "../../paint/Wrapping.ts"
import * as Causes from "../../view/Causes.ts"
import * as FormTitle from "../../view/FormTitle.ts"
import * as MomentName from "../../view/MomentName.ts"
import * as Resolutions from "../../view/Resolutions.ts"
import * as Figure from "../../words/Figure.ts"
import * as ReasonText from "../../words/ReasonText.ts"
import * as Words from "../../words/Words.ts"
import * as DeclaredTable from "./DeclaredTable.ts"

export const difference = (changed: Diff.Difference, options: TextOptions): string => {
  const words = Words.of(options.language)
  const { strong } = marks(options)
  const { from, to, cells } = changed
  const declared = DeclaredTable.of(changed, options.language)
  const naming = Causes.naming(changed, options.language)
  const name = (moment: Diff.ComparedMoment) =>
    `${MomentName.of(moment, options.language)} (${words.position} ${moment.position})`
  return [
    ...Wrapping.paragraph(`${name(from)} → ${name(to)}`, options.width, strong),
    `${Words.count(cells.length, "cell", options.language)} · ${words.euro}`,
    ...MomentName.note(changed, options.language).flatMap((text) => Wrapping.paragraph(text, options.width)),
    "",
    ...(declared.rows.length === 0
      ? []
      : [...Table.text({ title: "", sentences: [], tables: [declared] }, options.width).split("\n")]),
    ...(cells.length === 0
      ? declared.rows.length === 0
        ? [words.nothingChanged, ""]
        : []
      : [
          ...summary(changed, options),
          ...[...new Set(cells.map(({ form }) => form))].flatMap((form) => [
            "",
            ...table(
              form,
              cells.filter((cell) => cell.form === form),
              { ...options, naming },
            ),
          ]),
          "",
        ]),
  ].join("\n")
}

const summary = (changed: Diff.Difference, options: TextOptions): ReadonlyArray<string> => {
  const words = Words.of(options.language)
  const deciders = Resolutions.byEntry(changed.decisions)
  const { strong, faint, bad } = marks(options)
  const rows = Causes.group(changed).flatMap((group): ReadonlyArray<Grid.GridRow> => {
    const resolved = deciders(group.entry)
    const touched = [...group.cells].map(([form, count]) => `${count} ${form}`).join(", ")
    const isUnexplained = Causes.isUnexplained(group)
    return [
      [
        { text: isUnexplained ? "" : `${words.entry} ${group.entry}` },
        {
          text: isUnexplained ? words.unexplained : ReasonText.ofCause(group, options.language),
          ...(isUnexplained && group.largest !== 0n ? { mark: bad } : {}),
        },
        { text: Figure.change(group.largest) },
        { text: touched, mark: faint },
      ],
      ...(resolved === undefined
        ? []
        : [[{ text: "" }, { text: Resolutions.format(resolved), indent: 2, mark: faint }]]),
    ]
  })
  return Grid.format(
    [{ align: "left" }, flexible, { align: "right" }, flexible],
    [
      [
        { text: words.causes, mark: strong },
        { text: "" },
        { text: words.largest, mark: strong },
        { text: words.cells, mark: strong },
      ],
      ...rows,
    ],
    options.width,
  )
}

const flexible = { align: "left", flexible: true } as const

const table = (
  form: string,
  cells: ReadonlyArray<Diff.ChangedCell>,
  { naming, ...options }: TextOptions & { readonly naming: (cause: Diff.Cause) => string },
): ReadonlyArray<string> => {
  const words = Words.of(options.language)
  const { strong, faint, bad } = marks(options)
  const decimals = Figure.decimals(cells.flatMap((cell) => [cell.old, cell.new, cell.delta]))
  let above = ""
  const rows = cells.flatMap((cell): ReadonlyArray<ReadonlyArray<Grid.GridCell>> => {
    const address = Address.format(cell)
    const name = address === above ? "" : `${address}  ${cell.label}`
    above = address
    return [
      [
        { text: name },
        { text: `${cell.year}` },
        { text: Money.print(cell.old, "be", decimals) },
        { text: Money.print(cell.new, "be", decimals) },
        { text: Figure.change(cell.delta, decimals), mark: strong },
      ],
      ...Causes.parts(cell, { language: options.language, naming }).map(
        ({ label, amount, isUnexplained }) => {
          const mark = isUnexplained ? bad : faint
          return [
            { text: Clean.line(label), indent: 4, mark },
            ...Array.from({ length: 4 }, () => ({ text: "" })),
            { text: Figure.change(amount, decimals), mark },
          ]
        },
      ),
    ]
  })
  const head = [words.year, words.old, words.new, "Δ", words.why].map((text) => ({ text, mark: strong }))
  const all = [[{ text: FormTitle.short(form), mark: strong }, ...head], ...rows]
  const right = head.map(() => ({ align: "right" }) as const)
  const needed = Grid.widths([flexible, ...right], all)
  const figures = needed.slice(1).reduce((sum, own) => sum + own + 2, 0)
  return figures + leastLabel <= (options.width ?? Number.POSITIVE_INFINITY)
    ? Grid.format([flexible, ...right], all, options.width)
    : FoldedGrid.format([flexible, ...right.slice(1)], all.map(withoutLast), {
        width: options.width,
        lead: 2,
      })
}

/** A label in fewer characters takes too many lines. */
const leastLabel = 24

/** Moves the amount of a cause below Δ: its label says that it is a part. */
const withoutLast = (row: ReadonlyArray<Grid.GridCell>): ReadonlyArray<Grid.GridCell> => {
  const [last, delta] = [row[5], row[4]]
  return delta?.text === "" && last !== undefined ? [...row.slice(0, 4), last] : row.slice(0, 5)
}
