/** The causes of a change as one bar: reductions before its axis, increases behind it, in proportion to their amounts. */
import type { Diff } from "@grootboek/core"
import * as FormComparison from "../model/FormComparison.ts"
import * as Figures from "../words/Figures.ts"

const [width, height] = [100, 6]

export const CauseBar = ({ change }: { readonly change: Diff.ChangedCell }) => {
  const parts = FormComparison.causesOf(change)
  const size = (isWanted: (amount: bigint) => boolean): number =>
    parts.reduce((sum, { amount }) => (isWanted(amount) ? sum + Math.abs(Figures.size(amount)) : sum), 0)
  const [less, more] = [size((amount) => amount < 0n), size((amount) => amount > 0n)]
  const scale = width / Math.max(less + more, Number.MIN_VALUE)
  const axis = less * scale
  let [left, right] = [axis, axis]
  return (
    <svg
      class="cause-bar"
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      {parts.map((cause) => {
        const long = Math.abs(Figures.size(cause.amount)) * scale
        if (cause.amount < 0n) left -= long
        else right += long
        const key = FormComparison.keyOf(cause)
        return (
          <rect
            key={key}
            data-cause={key}
            data-kind={cause.kind}
            x={cause.amount < 0n ? left : right - long}
            width={long}
            y="0"
            height={height}
          />
        )
      })}
      <line x1={axis} x2={axis} y1="-1" y2={height + 1} />
    </svg>
  )
}
