/** A year of a chart: pointing at it, or reaching it with Tab, shows its exact amounts. */
import type { ComponentChildren } from "preact"

export interface YearTipProps {
  readonly year: number
  readonly lines: ReadonlyArray<readonly [name: string, amount: string]>
  /** Where the year is drawn, and between which edges the tip must fit. */
  readonly area: {
    readonly x: number
    readonly width: number
    readonly height: number
    readonly left: number
    readonly right: number
  }
  readonly children: ComponentChildren
}

/** The size of a line and of a character of the tip. */
const [linePx, characterPx] = [18, 7]

export const YearTip = ({ year, lines, area, children }: YearTipProps) => {
  const texts = lines.map(([name, amount]) => `${name}: ${amount}`)
  const wide = Math.max(...texts.map(({ length }) => length)) * characterPx + 20
  const x = Math.max(area.left, Math.min(area.right - wide, area.x + area.width / 2 - wide / 2))
  return (
    // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a year is read as one image, and the keyboard must reach its exact amounts
    <g class="year-tip" role="img" tabindex={0} aria-label={`${year}: ${texts.join("; ")}`}>
      <rect class="reach" x={area.x} y="0" width={area.width} height={area.height} />
      {children}
      <g class="tip">
        <rect x={x} y="2" width={wide} height={linePx * texts.length + 10} rx="4" />
        {texts.map((text, index) => (
          <text key={text} x={x + 10} y={20 + linePx * index}>
            {text}
          </text>
        ))}
      </g>
    </g>
  )
}
