/** A changed cell beside the compared form: old, new, difference, and each cause with its decision. */
import { Address, type Diff, type FormId } from "@grootboek/core"
import { useEffect, useRef } from "preact/hooks"
import { CauseList } from "../part/CauseList.tsx"
import { useShared } from "../part/Shared.tsx"
import * as Figures from "../words/Figures.ts"
import { words } from "../words/Words.ts"

export const ChangePanel = ({ cell, form }: { readonly cell: Diff.ChangedCell; readonly form: FormId }) => {
  const { say, route, go } = useShared()
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
          {form} {Address.format(cell)}
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
    </aside>
  )
}
