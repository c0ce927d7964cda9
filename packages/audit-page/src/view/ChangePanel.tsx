/** A changed cell beside the compared form: old, new, difference, and each cause with its decision. */
import { Address, type Diff, type FormId } from "@grootboek/core"
import { useEffect, useMemo, useRef } from "preact/hooks"
import * as CausePlaces from "../model/CausePlaces.ts"
import { CauseList } from "../part/CauseList.tsx"
import { Decided } from "../part/Decided.tsx"
import { useShared } from "../part/Shared.tsx"
import * as Figures from "../words/Figures.ts"
import * as FormName from "../words/FormName.ts"
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
  const head = useRef<HTMLHeadingElement>(null)
  useEffect(
    () => head.current?.focus({ preventScroll: true }),
    [cell.form, cell.code, cell.section, cell.year],
  )
  const close = () => {
    document.querySelector<HTMLElement>('td[aria-selected="true"]')?.focus()
    go({ row: "", year: "" })
  }
  return (
    <aside
      class="explain"
      aria-labelledby="changed-cell"
      onKeyDown={(event) => {
        if (event.key === "Escape") close()
      }}
    >
      <div class="bar">
        <p class="over">{say(words.changes.cell)}</p>
        <button type="button" class="close" aria-label={say(words.explanation.close)} onClick={close}>
          ×
        </button>
      </div>
      <h2 id="changed-cell" ref={head} tabIndex={-1}>
        <span class="code">
          {FormName.of(form, say)} {Address.format(cell)}
        </span>{" "}
        <span lang="nl">{cell.label}</span> <span class="year">{cell.year}</span>
      </h2>
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
    </aside>
  )
}
