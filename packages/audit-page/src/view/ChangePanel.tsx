/** A changed cell beside the compared form: old, new, difference, and each cause with its decision. */
import { Address, type Diff, type FormId } from "@grootboek/core"
import { CauseList } from "../part/CauseList.tsx"
import { CellName, Panel } from "../part/Panel.tsx"
import { useShared } from "../part/Shared.tsx"
import * as Figures from "../words/Figures.ts"
import { words } from "../words/Words.ts"

export const ChangePanel = ({ cell, form }: { readonly cell: Diff.ChangedCell; readonly form: FormId }) => {
  const { say, route, go } = useShared()
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
      <CauseList cell={cell} />
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
