/** From the old total of a cell to the new one, a bar for each cause: a table that is also a picture. */
import { Address, type Diff, Money } from "@grootboek/core"
import * as Figures from "./Figures.ts"
import { nameOf } from "./ReasonChip.tsx"
import { useShared } from "./Shared.tsx"

/** A bar: from where to where it runs, and what it says. */
interface Bar {
  readonly key: string
  readonly kind: string
  readonly name: string
  readonly text: string
  readonly from: Money.Money
  readonly to: Money.Money
  readonly told: string
}

export const Waterfall = ({ cell }: { readonly cell: Diff.ChangedCell }) => {
  const { words } = useShared()
  const bars = barsOf(cell, words.changes, (kind) => nameOf(words, kind))
  const ends = bars.flatMap(({ from, to }) => [from, to])
  // Zero belongs in the picture of a total; far from zero, the totals are cut off so that changes can be seen.
  const steps = bars.slice(1, -1).flatMap(({ from, to }) => [from, to])
  const [low, high] = [least(steps), most(steps)]
  const span = high - low
  const near = (span === 0n ? 1n : span) / 4n
  const isFar = low > 0n && low > span * 2n
  const floor = isFar ? low - near : least([...ends, Money.zero])
  const ceiling = isFar ? high + near : most([...ends, Money.zero])
  const x = (amount: bigint): number =>
    (100 * Number(amount < floor ? 0n : amount - floor)) / Math.max(1, Number(ceiling - floor))
  return (
    <figure class="waterfall">
      <figcaption>
        {words.changes.waterfall(`${cell.form} ${Address.format(cell)} ${cell.label}`, cell.year)}
      </figcaption>
      <table>
        <thead class="unseen">
          <tr>
            <th scope="col">{words.changes.why}</th>
            <th scope="col">{words.changes.delta}</th>
          </tr>
        </thead>
        <tbody>
          {bars.map((bar) => (
            <tr key={bar.key} data-kind={bar.kind}>
              <th scope="row">
                <b>{bar.name}</b> <span lang="nl">{bar.text}</span>
              </th>
              <td class="figure">{bar.told}</td>
              <td class="picture" aria-hidden="true">
                <svg viewBox="0 0 100 10" preserveAspectRatio="none" focusable="false" aria-hidden="true">
                  <line x1={x(0n)} x2={x(0n)} y1="0" y2="10" class="zero" />
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
      </table>
      {isFar ? <p class="aside">{words.changes.cut(Figures.exact(Money.ofMicros(floor)))}</p> : undefined}
    </figure>
  )
}

const barsOf = (
  cell: Diff.ChangedCell,
  words: { readonly old: string; readonly new: string },
  nameOfKind: (kind: string) => string,
): ReadonlyArray<Bar> => {
  let at = cell.old
  const parts = [
    ...cell.causes,
    ...(cell.unexplained === 0n
      ? []
      : [{ entry: 0, kind: "unexplained", text: undefined, amount: cell.unexplained }]),
  ]
  const between = parts.map((part, index): Bar => {
    const from = at
    at = Money.add(at, part.amount)
    return {
      key: `${index}`,
      kind: part.kind,
      name: nameOfKind(part.kind),
      text: part.text ?? "",
      from,
      to: at,
      told: Figures.change(part.amount),
    }
  })
  const total = (key: "old" | "new", amount: Money.Money): Bar => ({
    key,
    kind: "total",
    name: words[key],
    text: "",
    from: Money.zero,
    to: amount,
    told: Figures.exact(amount),
  })
  return [total("old", cell.old), ...between, total("new", cell.new)]
}

const sorted = (amounts: ReadonlyArray<bigint>) => amounts.toSorted((a, b) => (a < b ? -1 : 1))
const least = (amounts: ReadonlyArray<bigint>): bigint => sorted(amounts)[0] ?? 0n
const most = (amounts: ReadonlyArray<bigint>): bigint => sorted(amounts).at(-1) ?? 0n
