/** Changed cells, one a row: old, new, difference, and each cause with its amount. */
import { Address, type Diff } from "@grootboek/core"
import * as Figures from "./Figures.ts"
import { ReasonChip } from "./ReasonChip.tsx"
import { Scroller } from "./Scroller.tsx"
import { useShared } from "./Shared.tsx"

export interface ChangesTableProps {
  readonly cells: ReadonlyArray<Diff.ChangedCell>
  readonly chosen: Diff.ChangedCell | undefined
  readonly choose: (cell: Diff.ChangedCell) => void
}

export const ChangesTable = ({ cells, chosen, choose }: ChangesTableProps) => {
  const { words, go } = useShared()
  return (
    <Scroller kind="scroll" label={words.changes.table}>
      <table class="changes">
        <thead>
          <tr>
            <th scope="col">{words.changes.row}</th>
            <th scope="col">{words.explain.year}</th>
            <th scope="col" class="figure">
              {words.changes.old}
            </th>
            <th scope="col" class="figure">
              {words.changes.new}
            </th>
            <th scope="col" class="figure">
              {words.changes.delta}
            </th>
            <th scope="col">{words.changes.why}</th>
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
                  aria-label={`${cell.form} ${cell.code} ${cell.label}, ${cell.section} ${cell.year}: ${words.changes.choose}`}
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
              <td class="figure">{Figures.exact(cell.old)}</td>
              <td class="figure">{Figures.exact(cell.new)}</td>
              <td class={cell.delta < 0n ? "figure less" : "figure more"}>{Figures.change(cell.delta)}</td>
              <td>
                <ul class="causes">
                  {cell.causes.map((cause) => (
                    <li key={`${cause.entry} ${cause.kind} ${cause.text ?? ""}`}>
                      <span class="figure">{Figures.change(cause.amount)}</span>
                      <span>
                        <ReasonChip kind={cause.kind} text={cause.text} />{" "}
                        <button
                          type="button"
                          class="link"
                          onClick={() => go({ view: "journal", entry: String(cause.entry) })}
                        >
                          {words.explain.entry(Figures.count(cause.entry))}
                        </button>
                      </span>
                    </li>
                  ))}
                  {cell.unexplained === 0n ? undefined : (
                    <li>
                      <span class="figure">{Figures.change(cell.unexplained)}</span>
                      <ReasonChip kind="unexplained" text={undefined} />
                    </li>
                  )}
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  )
}
