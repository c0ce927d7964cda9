/** Two series of figures per year as a bar chart with their figures and differences below, and as a table. */
import { Money, type Statement } from "@grootboek/core"
import * as RowSense from "../model/RowSense.ts"
import * as Ticks from "../model/Ticks.ts"
import * as Figures from "../words/Figures.ts"
import { words } from "../words/Words.ts"
import { usePrinting } from "./Printing.ts"
import * as Screen from "./Screen.ts"
import { useShared } from "./Shared.tsx"
import { Heads, WideTable } from "./WideTable.tsx"
import { YearTip } from "./YearTip.tsx"

/** A series: the label of its decision, and its cells. */
export interface Series {
  readonly label: string
  readonly cells: ReadonlyArray<Statement.StatementCell>
}

export interface BarsProps {
  readonly name: string
  readonly before: Series
  readonly after: Series
  /** Whether larger amounts are better. */
  readonly sense: RowSense.RowSense
}

/** The drawing in units of its view box; `side` is the room of the axis, `foot` that of the figures. */
const wide = { width: 720, height: 380, side: 90, top: 16, foot: 96 }

/** On a phone the figures are in the table below the drawing, where they can be read. */
const narrow = { width: 360, height: 240, side: 78, top: 12, foot: 32 }

export const Bars = ({ name, before, after, sense }: BarsProps) => {
  const { say, mark } = useShared()
  // A sheet of paper is as narrow as a small tablet, and shows the whole drawing.
  const isPrinting = usePrinting()
  const isNarrow = Screen.useScreen(Screen.phone) && !isPrinting
  const { width, height, side, top, foot } = isNarrow ? narrow : wide
  const pairs = after.cells.map((cell) => {
    const old = before.cells.find(({ year }) => year === cell.year)
    return {
      year: cell.year,
      before: old,
      after: cell,
      delta: Money.subtract(cell.exact, old?.exact ?? Money.zero),
    }
  })
  const amounts = [Money.zero, ...[...before.cells, ...after.cells].map(({ exact }) => exact)]
  const ticks = Ticks.of(Ticks.least(amounts), Ticks.most(amounts))
  const [low, high] = [Figures.size(Ticks.least(ticks)), Figures.size(Ticks.most(ticks))]
  const room = height - foot - top
  const y = (amount: Money.Money): number =>
    top + (room * (high - Figures.size(amount))) / Math.max(Number.MIN_VALUE, high - low)
  const group = (width - side) / Math.max(1, pairs.length)
  const bar = Math.min(34, group / 2.8)
  const lines = [
    ["before", say(words.changes.charts.before)],
    ["after", say(words.changes.charts.after)],
    ["delta", say(words.changes.delta)],
  ] as const
  const drawn = isNarrow ? [] : lines
  return (
    <figure class="card bars">
      <figcaption>{name}</figcaption>
      <p class="legend">
        <span class="before">
          {say(words.changes.charts.before)}: {say(words.decision.version)(before.label)}
        </span>
        <span class="after">
          {say(words.changes.charts.after)}: {say(words.decision.version)(after.label)}
        </span>
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is not allowed in a drawing */}
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="group"
        aria-label={say(words.changes.charts.summary)(name, before.label, after.label)}
      >
        <g>
          {ticks.map((tick) => (
            <g key={String(tick)} class="tick">
              <line class={tick === 0n ? "zero" : undefined} x1={side} x2={width} y1={y(tick)} y2={y(tick)} />
              <text x={side - 8} y={y(tick) + 4} text-anchor="end">
                {Figures.tick(tick)}
              </text>
            </g>
          ))}
          {drawn.map(([line, text], turn) => (
            <text key={line} x={side - 8} y={height - foot + 46 + 22 * turn} text-anchor="end">
              {text}
            </text>
          ))}
        </g>
        {pairs.map(({ year, delta, ...pair }, index) => {
          const middle = side + group * (index + 0.5)
          const printed = {
            before: pair.before === undefined ? "–" : Figures.printed(pair.before.printed, 0) + mark,
            after: Figures.printed(pair.after.printed, 0) + mark,
            delta: Figures.printedChange(Money.round(delta, 0), 0) + mark,
          }
          return (
            <YearTip
              key={year}
              year={year}
              lines={[
                [lines[0][1], pair.before === undefined ? "–" : Figures.exact(pair.before.exact) + mark],
                [lines[1][1], Figures.exact(pair.after.exact) + mark],
                [lines[2][1], Figures.change(delta) + mark],
              ]}
              area={{ x: middle - group / 2, width: group, height, left: side, right: width }}
            >
              {(["before", "after"] as const).map((one) => {
                const amount = pair[one]?.exact ?? Money.zero
                const [from, to] = amount < 0n ? [y(Money.zero), y(amount)] : [y(amount), y(Money.zero)]
                return (
                  <rect
                    key={one}
                    class={amount < 0n ? `${one} short` : one}
                    x={middle + (one === "before" ? -bar - 1 : 1)}
                    width={bar}
                    y={from}
                    height={Math.max(1, to - from)}
                    rx="2"
                  />
                )
              })}
              <text class="year" x={middle} y={height - foot + 22} text-anchor="middle">
                {year}
              </text>
              {drawn.map(([line], turn) => (
                <text
                  key={line}
                  class={line === "delta" ? `value ${RowSense.classOf(sense, delta)}` : "value"}
                  x={middle}
                  y={height - foot + 46 + 22 * turn}
                  text-anchor="middle"
                >
                  {printed[line]}
                </text>
              ))}
            </YearTip>
          )
        })}
      </svg>
      <details open={isNarrow}>
        <summary>{say(words.changes.charts.table)}</summary>
        <WideTable title={name} class="small">
          <thead>
            <tr>
              <Heads of={[say(words.explanation.year)]} />
              <Heads of={lines.map(([, text]) => text)} kind="figure" />
            </tr>
          </thead>
          <tbody>
            {pairs.map(({ year, delta, ...pair }) => {
              const column = (line: "before" | "after") => pairs.map((one) => one[line]?.exact ?? Money.zero)
              return (
                <tr key={year}>
                  <th scope="row">{year}</th>
                  {(["before", "after"] as const).map((line) => {
                    const amount = pair[line]?.exact
                    return (
                      <td
                        key={line}
                        class="figure"
                        style={Figures.aligned(amount ?? Money.zero, column(line))}
                      >
                        {amount === undefined ? "–" : Figures.exact(amount)}
                      </td>
                    )
                  })}
                  <td
                    class={`figure ${RowSense.classOf(sense, delta)}`}
                    style={Figures.aligned(
                      delta,
                      pairs.map((one) => one.delta),
                    )}
                  >
                    {Figures.change(delta)}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </WideTable>
      </details>
    </figure>
  )
}
