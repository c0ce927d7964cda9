/** A changed cell beside the compared form: old, new, difference, and each cause with its decision. */
import { Address, type Diff, type FormId } from "@grootboek/core"
import { useMemo } from "preact/hooks"
import * as CausePlaces from "../model/CausePlaces.ts"
import { CauseList } from "../part/CauseList.tsx"
import { Decided } from "../part/Decided.tsx"
import { CellName, Panel } from "../part/Panel.tsx"
import { useShared } from "../part/Shared.tsx"
import * as Figures from "../words/Figures.ts"
import { words } from "../words/Words.ts"

export interface ChangePanelProps {
  readonly cell: Diff.ChangedCell
  readonly form: FormId
  /** The position of the later moment. */
  readonly at: number
}

export const ChangePanel = ({ cell, form, at }: ChangePanelProps) => {
  const { ledger, say, route, go } = useShared()
  const placesOf = useMemo(() => CausePlaces.of(ledger, form, { cell, at }), [ledger, form, cell, at])
  const close = () => {
    document.querySelector<HTMLElement>('td[aria-selected="true"]')?.focus()
    go({ row: "", year: "" })
  }
  return (
    <Panel
      id="changed-cell"
      over={say(words.changes.cell)}
      title={<CellName form={form} cell={cell} />}
      chosen={`${cell.form} ${Address.format(cell)} ${cell.year}`}
      close={close}
    >
      <dl class="facts aligned">
        {(["old", "new", "delta"] as const).map((side) => (
          <div key={side}>
            <dt>{say(words.changes[side])}</dt>
            <dd class="figure" style={Figures.aligned(cell[side], [cell.old, cell.new, cell.delta])}>
              {side === "delta" ? Figures.change(cell.delta) : Figures.exact(cell[side])}
            </dd>
          </div>
        ))}
      </dl>
      <h3>{say(words.changes.causes)}</h3>
      <CauseList cell={cell} placesOf={placesOf} />
      <Decided entries={cell.causes.map(({ entry }) => entry)} />
      <p class="noprint">
        <button
          type="button"
          class="link"
          onClick={() =>
            go({ view: "statements", ...(route.to === undefined ? {} : { at: route.to }), form })
          }
        >
          {say(words.changes.explain)}
        </button>
      </p>
    </Panel>
  )
}
