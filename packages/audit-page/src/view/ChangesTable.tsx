/** A table of changed cells: old, new, difference, and each cause with its amount. */
import { Address, type Diff, formIds } from "@grootboek/core"
import { useMemo } from "preact/hooks"
import * as RowSense from "../model/RowSense.ts"
import { CauseList } from "../part/CauseList.tsx"
import { useShared } from "../part/Shared.tsx"
import { Heads, WideTable } from "../part/WideTable.tsx"
import * as Figures from "../words/Figures.ts"
import { words } from "../words/Words.ts"

export interface ChangesTableProps {
  readonly cells: ReadonlyArray<Diff.ChangedCell>
  readonly chosen: Diff.ChangedCell | undefined
  readonly choose: (cell: Diff.ChangedCell) => void
}

export const ChangesTable = ({ cells, chosen, choose }: ChangesTableProps) => {
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
    <WideTable title={say(words.changes.table)} class="changes">
      <thead>
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
                aria-label={`${cell.form} ${cell.code} ${cell.label}, ${cell.section} ${cell.year}: ${say(words.changes.choose)}`}
                aria-pressed={cell === chosen}
                onClick={() => choose(cell)}
              >
                <span class="code">
                  {cell.form} {cell.code}
                </span>{" "}
                <span lang="nl">{cell.label}</span>
              </button>
              <span class="aside" lang="nl">
                {cell.section}
              </span>
            </th>
            <td>{cell.year}</td>
            {(["old", "new"] as const).map((side) => (
              <td key={side} class="figure" style={Figures.aligned(cell[side], amounts[side])}>
                {Figures.exact(cell[side])}
              </td>
            ))}
            <td class={`figure ${effectOf(cell)}`} style={Figures.aligned(cell.delta, amounts.delta)}>
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
