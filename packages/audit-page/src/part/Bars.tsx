/** Two series of figures per year as a bar chart, and as a table. */
import type { Statement } from "@grootboek/core"
import * as Figures from "../words/Figures.ts"
import { words } from "../words/Words.ts"
import { useShared } from "./Shared.tsx"
import { Take } from "./Take.tsx"

/** A series: the label of its plan, and its cells. */
export interface Series {
  readonly label: string
  readonly cells: ReadonlyArray<Statement.StatementCell>
}

const [width, height, foot, top] = [520, 250, 26, 24]

export const Bars = ({
  name,
  before,
  after,
}: {
  readonly name: string
  readonly before: Series
  readonly after: Series
}) => {
  const { say } = useShared()
  const sizes = [...before.cells, ...after.cells].map(({ exact }) => Figures.size(exact))
  const high = Math.max(0, ...sizes)
  const low = Math.min(0, ...sizes)
  const room = height - foot - top
  const y = (size: number): number => top + (room * (high - size)) / Math.max(1, high - low)
  const group = width / Math.max(1, after.cells.length)
  const bar = Math.min(34, group / 2.8)
  return (
    <figure class="card bars">
      <figcaption>{name}</figcaption>
      <p class="legend">
        <span class="before">
          {say(words.changes.charts.before)}: {say(words.moment.version)(before.label)}
        </span>
        <span class="after">
          {say(words.changes.charts.after)}: {say(words.moment.version)(after.label)}
        </span>
      </p>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={say(words.changes.charts.summary)(name, before.label, after.label)}
      >
        {after.cells.map((cell, index) => {
          const middle = group * (index + 0.5)
          const pair = [
            ["before", before.cells.find(({ year }) => year === cell.year), -1],
            ["after", cell, 0],
          ] as const
          return (
            <g key={cell.year}>
              {pair.map(([side, one, shift]) => {
                const size = one === undefined ? 0 : Figures.size(one.exact)
                const [from, to] = [y(Math.max(0, size)), y(Math.min(0, size))]
                return (
                  <rect
                    key={side}
                    class={size < 0 ? `${side} short` : side}
                    x={middle + shift * (bar + 2) + 1}
                    width={bar}
                    y={from}
                    height={Math.max(1, to - from)}
                    rx="2"
                  />
                )
              })}
              <text
                class="value"
                x={middle}
                y={y(Math.max(0, Figures.size(cell.exact))) - 7}
                text-anchor="middle"
              >
                {Figures.printed(cell.printed, 0)}
              </text>
              <text class="year" x={middle} y={height - 6} text-anchor="middle">
                {cell.year}
              </text>
            </g>
          )
        })}
        <line class="zero" x1="0" x2={width} y1={y(0)} y2={y(0)} />
      </svg>
      <details>
        <summary>{say(words.changes.charts.table)}</summary>
        <Take name={name} title={name}>
          <table class="small">
            <thead>
              <tr>
                <th scope="col">{say(words.explanation.year)}</th>
                <th scope="col" class="figure">
                  {say(words.changes.charts.before)}
                </th>
                <th scope="col" class="figure">
                  {say(words.changes.charts.after)}
                </th>
              </tr>
            </thead>
            <tbody>
              {after.cells.map((cell, index) => (
                <tr key={cell.year}>
                  <th scope="row">{cell.year}</th>
                  <td class="figure">{Figures.exact(before.cells[index]?.exact ?? cell.exact)}</td>
                  <td class="figure">{Figures.exact(cell.exact)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Take>
      </details>
    </figure>
  )
}
