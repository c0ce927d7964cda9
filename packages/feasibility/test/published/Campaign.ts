/**
 * Two laws of the judgement of published tables, on random tables: no table is reported that was printed from exact
 * amounts by a known policy; a table with one figure changed by more than rounding can explain is reported whenever an
 * identity covers the figure.
 */
import { Money } from "@grootboek/core"
import { Consistency, Published } from "@grootboek/core/answer"
import * as Result from "effect/Result"
import * as Tables from "./Tables.ts"

/** The counts of a campaign. */
export interface Counts {
  runs: number
  identities: number
  /** Printed from exact amounts and reported: must be 0. */
  wronglyReported: number
  /** Changed figures that an identity covers, and those that were not reported: must be 0. */
  changed: number
  missed: number
  /** Changed figures that no checked identity covers. */
  uncovered: number
  /** Figures changed by one unit that an identity covers, and those that were reported. */
  nudged: number
  nudgedReported: number
  readonly failures: Array<string>
}

/** Runs tables from a seed. */
export const run = (runs: number, seed: number): Counts => {
  const counts: Counts = {
    runs,
    identities: 0,
    wronglyReported: 0,
    changed: 0,
    missed: 0,
    uncovered: 0,
    nudged: 0,
    nudgedReported: 0,
    failures: [],
  }
  for (let index = 0; index < runs; index++) {
    const own = seed + index * 7919
    const next = Tables.random(own)
    const drawn = Tables.draw(next)
    const unprinted = drawn.isBare ? "zero" : "unknown"
    const laid = Result.getOrThrow(Published.lay(drawn.tables))
    const check = (tables: ReadonlyArray<Published.LaidTable>): Consistency.ConsistencyReport =>
      Consistency.of(tables, { by: "range", unprinted })
    const sound = check(laid)
    counts.identities += sound.findings.length
    if (sound.counts.broken > 0) {
      counts.wronglyReported += 1
      fail(counts, `run ${index} (seed ${own}): reported ${drawn.policies.join(" ")}`)
    }
    const table = next(drawn.tables.length)
    const cells = drawn.tables[table]?.cells ?? []
    const at = next(cells.length)
    const cell = cells[at]
    if (cell === undefined) continue
    const covering = sound.findings.filter(({ figure, terms }) =>
      [figure, ...terms.map((term) => term.figure)].some(
        (one) => one.form === drawn.tables[table]?.form && one.line === cell.line && one.year === cell.year,
      ),
    )
    if (covering.length === 0) {
      counts.uncovered += 1
      continue
    }
    const changed = (by: bigint) =>
      check(
        laid.map((one, place) =>
          place === table
            ? {
                ...one,
                figures: one.figures.map((years) =>
                  years.map((figure) =>
                    figure?.line === cell.line && figure.year === cell.year
                      ? { ...figure, amount: Money.ofMicros(figure.amount + by) }
                      : figure,
                  ),
                ),
              }
            : one,
        ),
      )
    const sign = next(2) === 0 ? 1n : -1n
    const least = BigInt(mostRoundings(drawn) + 1 + next(40))
    counts.changed += 1
    if (changed(sign * least * 1_000_000n).counts.broken === 0) {
      counts.missed += 1
      fail(
        counts,
        `run ${index} (seed ${own}): missed ${cell.section}/${cell.code} ${cell.year} by ${sign * least}`,
      )
    }
    counts.nudged += 1
    if (changed(sign * 1_000_000n).counts.broken > 0) counts.nudgedReported += 1
  }
  return counts
}

/** More than the figures that any sum of the tables adds: each is at most half a unit from its amount. */
const mostRoundings = ({ tables }: Tables.Drawn): number =>
  2 + tables.reduce((sum, { cells }) => sum + cells.length, 0) + 2 * 160

const fail = ({ failures }: Counts, text: string): void => {
  if (failures.length < 10) failures.push(text)
}
