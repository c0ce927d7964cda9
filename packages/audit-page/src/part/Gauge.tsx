/** A gauge of how far a year of a decision that is declared neutral is out of balance. The needle is upright only at exactly zero. */
import type { Money } from "@grootboek/core"
import * as Figures from "../words/Figures.ts"
import { words } from "../words/Words.ts"
import { useShared } from "./Shared.tsx"

export interface GaugeProps {
  readonly year: number
  readonly amount: Money.Money
  /** The amount at which the needle is horizontal. */
  readonly reach: Money.Money
}

export const Gauge = ({ year, amount, reach }: GaugeProps) => {
  const { say } = useShared()
  const turn = Math.max(-1, Math.min(1, Figures.size(amount) / Figures.size(reach))) * 78
  const text = amount === 0n ? say(words.replay.balanced) : say(words.replay.off)(Figures.change(amount))
  return (
    // biome-ignore lint/a11y/useSemanticElements: a meter element cannot hold a picture of itself
    <div
      class={amount === 0n ? "gauge level" : "gauge"}
      role="meter"
      aria-label={`${say(words.replay.gauge)} ${year}`}
      aria-valuemin={-Figures.size(reach)}
      aria-valuemax={Figures.size(reach)}
      aria-valuenow={Figures.size(amount)}
      aria-valuetext={text}
    >
      <svg viewBox="0 0 100 58" aria-hidden="true" focusable="false">
        <path class="arc" d="M8 52 A42 42 0 0 1 92 52" />
        <path class="mark" d="M50 4 V14" />
        <g style={{ transform: `rotate(${turn}deg)`, transformOrigin: "50px 52px" }}>
          <path class="needle" d="M50 52 V16" />
        </g>
        <circle class="pin" cx="50" cy="52" r="4" />
      </svg>
      <b>{year}</b>
      <span>{text}</span>
    </div>
  )
}
