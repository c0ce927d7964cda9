/** The changes of one form in its official rows, with its causes and the chosen cell. */
import { Address, type Diff, type FormId, Ledger, Money } from "@grootboek/core"
import * as Result from "effect/Result"
import { useMemo, useRef } from "preact/hooks"
import * as FormComparison from "../model/FormComparison.ts"
import * as RowSense from "../model/RowSense.ts"
import { SaveButtons } from "../part/SaveButtons.tsx"
import { useShared } from "../part/Shared.tsx"
import type { TableContent } from "../part/TableContent.ts"
import { Waterfall } from "../part/Waterfall.tsx"
import type { Say } from "../words/Bilingual.ts"
import * as FormName from "../words/FormName.ts"
import * as RowHeads from "../words/RowHeads.ts"
import { words } from "../words/Words.ts"
import { CauseStrip } from "./CauseStrip.tsx"
import { ChangePanel } from "./ChangePanel.tsx"
import { CompareTable } from "./CompareTable.tsx"

export interface CompareViewProps {
  readonly form: FormId
  readonly difference: Diff.Difference
  /** The names of the moments, for the caption. */
  readonly from: string
  readonly to: string
}

export const CompareView = ({ form, difference, from, to }: CompareViewProps) => {
  const { ledger, language, say, route, go } = useShared()
  const around = useRef<HTMLDivElement>(null)
  const compared = useMemo(
    () =>
      FormComparison.of(ledger, form, {
        from: difference.from.position,
        to: difference.to.position,
        cells: difference.cells,
      }),
    [ledger, form, difference],
  )
  const senses = useMemo(() => RowSense.of(ledger, form), [ledger, form])
  if (Result.isFailure(compared)) return <p class="note">{say(words.moment.unknown)}</p>
  const comparison = compared.success
  const entity = Ledger.planAt(ledger)?.entity.name ?? ""
  const caption = `${FormName.heading(form, language)} · ${entity} · ${from} → ${to}`
  const selected = difference.cells.find(
    (cell) => Address.format(cell) === route.row && String(cell.year) === route.year,
  )
  // Thousands of cells may be highlighted: the document is changed without a new rendering.
  const hover = (cause: string | undefined): void => {
    const table = around.current?.querySelector("table.compare")
    for (const cell of table?.querySelectorAll("td[data-hovered]") ?? []) cell.removeAttribute("data-hovered")
    if (cause === undefined) return
    for (const part of table?.querySelectorAll<SVGElement>("rect[data-cause]") ?? [])
      if (part.dataset.cause === cause) part.closest("td")?.setAttribute("data-hovered", "")
  }
  return (
    <div class={selected === undefined ? "statements" : "statements explaining"} ref={around}>
      <div class="sheet">
        <CauseStrip causes={comparison.causes} hover={hover} />
        <SaveButtons
          name={`${FormName.of(form, say)} ${from} ${to}`}
          title={caption}
          content={() => contentOf(caption, comparison, say)}
        >
          <CompareTable
            comparison={comparison}
            senses={senses}
            selected={selected}
            cause={route.cause}
            hover={hover}
            caption={caption}
            select={(cell) => go({ form, row: Address.format(cell), year: String(cell.year) })}
          />
        </SaveButtons>
        {comparison.statement.decimals === 0 ? <p class="aside">{say(words.changes.rounded)}</p> : undefined}
        {selected === undefined ? undefined : <Waterfall cell={selected} />}
      </div>
      {selected === undefined ? undefined : (
        <ChangePanel cell={selected} form={form} at={difference.to.position} />
      )}
    </div>
  )
}

/** All rows and years with their exact amounts, also those that are folded. */
const contentOf = (title: string, comparison: FormComparison.FormComparison, say: Say): TableContent => ({
  title,
  head: [...RowHeads.of(say), ...figureHeads(comparison, say)],
  keys: [...RowHeads.keys, ...figureHeads(comparison, say)],
  rows: comparison.statement.rows
    .filter(({ hidden }) => !hidden)
    .map((row) => [
      row.section,
      row.code,
      row.label,
      ...comparison
        .of(row)
        .flatMap(({ old, new: made, change }) => [
          figure(old?.exact),
          figure(made?.exact),
          figure(change?.delta ?? Money.zero),
        ]),
    ]),
})

const figureHeads = ({ years }: FormComparison.FormComparison, say: Say): ReadonlyArray<string> =>
  years.flatMap((year) =>
    (["old", "new", "delta"] as const).map((side) => `${year} ${say(words.changes[side]).toLowerCase()}`),
  )

const figure = (amount: Money.Money | undefined) =>
  amount === undefined ? "" : { number: Money.format(amount) }
