/** A table of changed cells: old, new, difference, and each cause with its amount. */
import { Address, type Diff, formIds, Money } from "@grootboek/core"
import { useMemo } from "preact/hooks"
import * as RowSense from "../model/RowSense.ts"
import { CauseList } from "../part/CauseList.tsx"
import { useShared } from "../part/Shared.tsx"
import type { TableContent } from "../part/TableContent.ts"
import { Heads, WideTable } from "../part/WideTable.tsx"
import type { Say } from "../words/Bilingual.ts"
import * as Figures from "../words/Figures.ts"
import * as FormName from "../words/FormName.ts"
import { words } from "../words/Words.ts"

export interface ChangesTableProps {
  readonly cells: ReadonlyArray<Diff.ChangedCell>
  /** The cells that are saved: those that are shown, and those that follow. */
  readonly all: ReadonlyArray<Diff.ChangedCell>
  /** The title that is repeated on every sheet of paper. */
  readonly caption: string
  readonly chosen: Diff.ChangedCell | undefined
  readonly choose: (cell: Diff.ChangedCell) => void
}

export const ChangesTable = ({ cells, all, caption, chosen, choose }: ChangesTableProps) => {
  const { ledger, say } = useShared()
  const forms = [...new Set(cells.map(({ form }) => form))].join(" ")
  const senses = useMemo(
    () =>
      new Map<string, ReadonlyMap<string, RowSense.RowSense>>(
        formIds.filter((id) => forms.split(" ").includes(id)).map((id) => [id, RowSense.of(ledger, id)]),
      ),
    [ledger, forms],
  )
  const effectOf = (cell: Diff.ChangedCell): string =>
    RowSense.classOf(senses.get(cell.form)?.get(Address.format(cell)), cell.delta)
  const amounts = {
    old: cells.map((cell) => cell.old),
    new: cells.map((cell) => cell.new),
    delta: cells.map((cell) => cell.delta),
  }
  return (
    <WideTable
      title={caption}
      name={say(words.changes.table)}
      label={say(words.changes.table)}
      class="changes"
      content={() => contentOf(caption, all, say)}
    >
      <thead>
        <tr class="onpaper">
          <th colSpan={6}>{caption}</th>
        </tr>
        <tr>
          <Heads of={[words.changes.row, words.explanation.year].map(say)} />
          <Heads of={[words.changes.old, words.changes.new, words.changes.delta].map(say)} kind="figure" />
          <Heads of={[say(words.changes.why)]} />
        </tr>
      </thead>
      <tbody>
        {cells.map((cell) => (
          <tr
            key={`${cell.form} ${Address.format(cell)} ${cell.year}`}
            class={cell === chosen ? "chosen" : undefined}
          >
            <th scope="row">
              <button
                type="button"
                class="link row"
                aria-label={`${FormName.of(cell.form, say)} ${cell.code} ${cell.label}, ${cell.section} ${cell.year}: ${say(words.changes.choose)}`}
                aria-pressed={cell === chosen}
                onClick={() => choose(cell)}
              >
                <span class="code">
                  {FormName.of(cell.form, say)} {cell.code}
                </span>{" "}
                <span lang="nl">{cell.label}</span>
              </button>
              <span class="aside" lang="nl">
                {cell.section}
              </span>
            </th>
            <td data-label={say(words.explanation.year)}>{cell.year}</td>
            {(["old", "new"] as const).map((side) => (
              <td
                key={side}
                class="figure"
                data-label={say(words.changes[side])}
                style={Figures.aligned(cell[side], amounts[side])}
              >
                {Figures.exact(cell[side])}
              </td>
            ))}
            <td
              class={`figure ${effectOf(cell)}`}
              data-label={say(words.changes.delta)}
              style={Figures.aligned(cell.delta, amounts.delta)}
            >
              {Figures.change(cell.delta)}
            </td>
            <td>
              <CauseList cell={cell} />
            </td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  )
}

/** A row for each cell: its exact amounts, and its causes with their amounts. */
const contentOf = (title: string, cells: ReadonlyArray<Diff.ChangedCell>, say: Say): TableContent => ({
  title,
  head: [
    say(words.changes.row),
    say(words.statement.section),
    say(words.explanation.year),
    ...(["old", "new", "delta"] as const).map((side) => say(words.changes[side])),
    say(words.changes.why),
  ],
  rows: cells.map((cell) => [
    `${FormName.of(cell.form, say)} ${cell.code} ${cell.label}`,
    cell.section,
    String(cell.year),
    ...[cell.old, cell.new, cell.delta].map((amount) => ({ number: Money.format(amount) })),
    [
      ...cell.causes.map(
        ({ amount, kind, text, entry }) =>
          `${Figures.change(amount)} ${[say(words.reasons[kind]), text].filter((part) => part !== undefined).join(" ")}, ${say(words.explanation.entry)(Figures.count(entry))}`,
      ),
      say(words.decision.unexplained)(Figures.exact(cell.unexplained)),
    ].join(" ; "),
  ]),
})
