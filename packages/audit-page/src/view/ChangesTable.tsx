/** A table of changed cells: old, new, difference, and each cause with its amount. */
import { Address, type Diff } from "@grootboek/core"
import { DecisionNote } from "../part/DecisionNote.tsx"
import { ReasonChip } from "../part/ReasonChip.tsx"
import { Scroller } from "../part/Scroller.tsx"
import { useShared } from "../part/Shared.tsx"
import { Take } from "../part/Take.tsx"
import * as Figures from "../words/Figures.ts"
import { words } from "../words/Words.ts"

export interface ChangesTableProps {
  readonly cells: ReadonlyArray<Diff.ChangedCell>
  readonly chosen: Diff.ChangedCell | undefined
  readonly choose: (cell: Diff.ChangedCell) => void
}

export const ChangesTable = ({ cells, chosen, choose }: ChangesTableProps) => {
  const { say, go } = useShared()
  return (
    <Take name={say(words.changes.table)} title={say(words.changes.table)}>
      <Scroller kind="scroll" label={say(words.changes.table)}>
        <table class="changes">
          <thead>
            <tr>
              <th scope="col">{say(words.changes.row)}</th>
              <th scope="col">{say(words.explanation.year)}</th>
              <th scope="col" class="figure">
                {say(words.changes.old)}
              </th>
              <th scope="col" class="figure">
                {say(words.changes.new)}
              </th>
              <th scope="col" class="figure">
                {say(words.changes.delta)}
              </th>
              <th scope="col">{say(words.changes.why)}</th>
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
                            {say(words.explanation.entry)(Figures.count(cause.entry))}
                          </button>
                          <span class="aside by">
                            <DecisionNote entry={cause.entry} />
                          </span>
                        </span>
                      </li>
                    ))}
                    {cell.unexplained === 0n ? (
                      <li class="aside">
                        {say(words.decision.unexplained)(Figures.exact(cell.unexplained))}
                      </li>
                    ) : (
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
    </Take>
  )
}
