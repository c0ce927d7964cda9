/** A waterfall chart from the old amount of a cell to the new one, one bar for each cause; also a table. */
import { Address, type Diff, Ledger, Money } from "@grootboek/core"
import * as Result from "effect/Result"
import { useMemo } from "preact/hooks"
import * as FormComparison from "../model/FormComparison.ts"
import * as RowSense from "../model/RowSense.ts"
import * as Ticks from "../model/Ticks.ts"
import type { Say } from "../words/Bilingual.ts"
import * as Figures from "../words/Figures.ts"
import * as FormName from "../words/FormName.ts"
import { words } from "../words/Words.ts"
import { SaveButtons } from "./SaveButtons.tsx"
import { useShared } from "./Shared.tsx"

/** A bar from one amount to another. */
interface Bar {
  readonly key: string
  readonly kind: string
  readonly name: string
  readonly text: string
  readonly from: Money.Money
  readonly to: Money.Money
  readonly amount: Money.Money
  readonly shown: string
}

export const Waterfall = ({ cell }: { readonly cell: Diff.ChangedCell }) => {
  const { ledger, say } = useShared()
  const sense = useMemo(
    () => Result.map(Ledger.formOf(cell.form), (form) => RowSense.of(ledger, form).get(Address.format(cell))),
    [ledger, cell.form, cell.section, cell.code],
  )
  const bars = barsOf(cell, say)
  const ends = bars.flatMap(({ from, to }) => [from, to])
  // The chart includes zero, unless the changes would be too small to see; the totals are then cut off.
  const steps = bars.slice(1, -1).flatMap(({ from, to }) => [from, to])
  const [low, high] = [Ticks.least(steps), Ticks.most(steps)]
  const span = high - low
  const near = (span === 0n ? 1n : span) / 4n
  const isFar = low > 0n && low > span * 2n
  const ticks = Ticks.of(
    Money.ofMicros(isFar ? low - near : Ticks.least([...ends, Money.zero])),
    Money.ofMicros(isFar ? high + near : Ticks.most([...ends, Money.zero])),
    4,
  )
  const [floor, ceiling] = [Ticks.least(ticks), Ticks.most(ticks)]
  const x = (amount: bigint): number =>
    (100 * Number(amount < floor ? 0n : amount - floor)) / Math.max(1, Number(ceiling - floor))
  const column = bars.map(({ amount }) => amount)
  const effectOf = (amount: Money.Money): string =>
    RowSense.classOf(Result.getOrUndefined(sense), amount) || "none"
  return (
    <figure class="waterfall">
      <figcaption>
        {say(words.changes.waterfall)(
          `${FormName.of(cell.form, say)} ${Address.format(cell)} ${cell.label}`,
          cell.year,
        )}
      </figcaption>
      <SaveButtons
        name={`${FormName.of(cell.form, say)} ${cell.code} ${cell.year}`}
        title={say(words.changes.waterfall)(
          `${FormName.of(cell.form, say)} ${Address.format(cell)} ${cell.label}`,
          cell.year,
        )}
      >
        <table>
          <thead class="unseen">
            <tr>
              <th scope="col">{say(words.changes.why)}</th>
              <th scope="col">{say(words.changes.delta)}</th>
            </tr>
          </thead>
          <tbody>
            {bars.map((bar) => (
              <tr
                key={bar.key}
                data-kind={bar.kind}
                data-effect={bar.kind === "total" ? undefined : effectOf(bar.amount)}
              >
                <th scope="row">
                  <b>{bar.name}</b> <span lang="nl">{bar.text}</span>
                </th>
                <td class="figure" style={Figures.aligned(bar.amount, column)}>
                  {bar.shown}
                </td>
                <td class="picture" aria-hidden="true">
                  <svg viewBox="0 0 100 10" preserveAspectRatio="none" focusable="false" aria-hidden="true">
                    {ticks.map((tick) => (
                      <line
                        key={String(tick)}
                        x1={x(tick)}
                        x2={x(tick)}
                        y1="0"
                        y2="10"
                        class={tick === 0n ? "zero" : "tick"}
                      />
                    ))}
                    <rect
                      x={Math.min(x(bar.from), x(bar.to))}
                      width={Math.max(0.4, Math.abs(x(bar.to) - x(bar.from)))}
                      y="1.5"
                      height="7"
                    />
                  </svg>
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot aria-hidden="true">
            <tr>
              <td colSpan={2} />
              <td class="picture">
                <div class="axis">
                  {ticks.map((tick) => (
                    <span key={String(tick)} style={{ left: `${x(tick)}%` }}>
                      {Figures.tick(tick)}
                    </span>
                  ))}
                </div>
              </td>
            </tr>
          </tfoot>
        </table>
      </SaveButtons>
      {isFar ? <p class="aside">{say(words.changes.cut)(Figures.tick(Money.ofMicros(floor)))}</p> : undefined}
    </figure>
  )
}

const barsOf = (cell: Diff.ChangedCell, say: Say): ReadonlyArray<Bar> => {
  let at = cell.old
  const between = FormComparison.causesOf(cell).map((part, index): Bar => {
    const from = at
    at = Money.add(at, part.amount)
    return {
      key: `${index}`,
      kind: part.kind,
      name: say(words.reasons[part.kind]),
      text: part.text ?? "",
      from,
      to: at,
      amount: part.amount,
      shown: Figures.change(part.amount),
    }
  })
  const total = (key: "old" | "new", amount: Money.Money): Bar => ({
    key,
    kind: "total",
    name: say(words.changes[key]),
    text: "",
    from: Money.zero,
    to: amount,
    amount,
    shown: Figures.exact(amount),
  })
  return [total("old", cell.old), ...between, total("new", cell.new)]
}
