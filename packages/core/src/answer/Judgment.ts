/**
 * The verdict on an indicator in a period: its measurements compared with its target.
 *
 * ```ts
 * const target = { indicator: "I1", year: 2026, aim: "atLeast", value: "40" } as const
 * Judgment.reaches(target, "45") // => true
 * const indicator = plan.structure.register.indicators.get("I1")
 * const [period] = JudgedPeriod.list("year", plan.years)
 * if (indicator === undefined || period === undefined) throw new Error("no indicator")
 * const facts = { indicator, target, measurements: [], period, earlier: JudgedPeriod.before(period, "year") }
 * Judgment.of({ ...facts, on: "2026-06-30" }).verdict // => "notYetDue"
 * Judgment.verdicts[0] // => "reached"
 * ```
 */
import { defaultMargin, type Indicator, type IndicatorTarget, type Measurement } from "../event/Indicator.ts"
import * as Quantity from "../value/Quantity.ts"
import type { JudgedPeriod } from "./JudgedPeriod.ts"

/**
 * Gehaald, achter, niet gemeten, nog niet te beoordelen, opgevolgd. An indicator without a value to reach is followed.
 */
export const verdicts = ["reached", "behind", "notMeasured", "notYetDue", "followed"] as const

/** See {@link verdicts}. */
export type Verdict = (typeof verdicts)[number]

/** The measured value of a part: a member or a subregion. */
export interface PartValue {
  readonly part: string
  readonly value: string
}

/** The judgment of a period. */
export interface Judgment {
  readonly period: JudgedPeriod
  readonly target: IndicatorTarget | undefined
  /** The measured value of the period so far; undefined when nothing was measured or the indicator is in words. */
  readonly measured: string | undefined
  /** The latest measurement in words. */
  readonly text: string | undefined
  readonly parts: ReadonlyArray<PartValue>
  /** The value to exceed, for `rise`. */
  readonly baseline: string | undefined
  /** Measured in percent of the value aimed at, in tenths. */
  readonly share: string | undefined
  readonly verdict: Verdict
}

/** The facts on which a period is judged. */
export interface JudgedFacts {
  readonly indicator: Indicator
  readonly target: IndicatorTarget | undefined
  /** The measurements of the indicator, in order of day. */
  readonly measurements: ReadonlyArray<Measurement>
  readonly period: JudgedPeriod
  /** The period that `rise` compares with. */
  readonly earlier: JudgedPeriod
  /** The day of the judgment: later measurements are not known yet. */
  readonly on: string
}

/** Returns the judgment of a period at a day. Before the last day of the period nothing is due. */
export const of = ({ indicator, target, measurements, period, earlier, on }: JudgedFacts): Judgment => {
  const until = period.until < on ? period.until : on
  const own = within(measurements, period.from, until)
  const total = measured(indicator, target, own)
  const baseline =
    target?.aim === "rise"
      ? (target.value ??
        measured(indicator, target, within(measurements, earlier.from, earlier.until))?.value ??
        earliest(indicator, own))
      : undefined
  const isDue = on >= period.until
  const facts = {
    period,
    target,
    measured: total?.value,
    text: own.findLast(({ text }) => text !== undefined)?.text,
    parts: total?.parts ?? [],
    baseline,
    share: shareOf(target, total?.value),
  }
  return { ...facts, verdict: verdictOf(facts, { isMeasured: own.length > 0, isDue }) }
}

const verdictOf = (
  { target, measured: value, baseline }: Pick<Judgment, "target" | "measured" | "baseline">,
  { isMeasured, isDue }: { readonly isMeasured: boolean; readonly isDue: boolean },
): Verdict => {
  const isFollowed = target === undefined || target.aim === "follow"
  if (isFollowed && isMeasured) return "followed"
  if (!isDue) return "notYetDue"
  if (isFollowed || value === undefined) return "notMeasured"
  const isReached = reaches(target, value, baseline)
  if (isReached === undefined) return "notMeasured"
  return isReached ? "reached" : "behind"
}

/** Returns whether a value reaches a target; undefined when there is nothing to compare it with. */
export const reaches = (
  { aim, value, margin = defaultMargin }: IndicatorTarget,
  measuredValue: string,
  baseline?: string,
): boolean | undefined => {
  const found = Quantity.exact(measuredValue)
  const aimed = aim === "rise" ? baseline : value
  if (aimed === undefined) return aim === "follow" ? true : undefined
  const bound = Quantity.exact(aimed)
  switch (aim) {
    case "atLeast":
      return found >= bound
    case "atMost":
      return found <= bound
    case "rise":
      return found > bound
    case "about": {
      const apart = found > bound ? found - bound : bound - found
      const size = bound < 0n ? -bound : bound
      return apart * Quantity.exact("100") <= size * Quantity.exact(margin)
    }
    case "follow":
      return true
  }
}

/** Returns whether the measurements of a period add up. Percentages, euro, deeds and states do not. */
const isSum = ({ kind, total }: Indicator): boolean => kind === "count" && total === "sum"

interface Measured {
  readonly value: string
  readonly parts: ReadonlyArray<PartValue>
}

/**
 * Returns the measured value. Measurements of the whole count where there are some. Otherwise counts and euro of the
 * parts add up; of percentages and deeds, the part that is farthest from the target counts.
 */
const measured = (
  indicator: Indicator,
  target: IndicatorTarget | undefined,
  measurements: ReadonlyArray<Measurement>,
): Measured | undefined => {
  const parts = [...new Set(measurements.flatMap(({ part }) => (part === undefined ? [] : [part])))]
    .map((part) => ({ part, value: totalOf(indicator, measurements, part) }))
    .filter((one): one is PartValue => one.value !== undefined)
  const whole = totalOf(indicator, measurements, undefined)
  if (whole !== undefined) return { value: whole, parts }
  const values = parts.map(({ value }) => Quantity.exact(value))
  const [first] = values
  if (first === undefined) return undefined
  const isAdded = indicator.kind === "count" || indicator.kind === "euro"
  const isFarther = (a: bigint, b: bigint): boolean => (target?.aim === "atMost" ? a > b : a < b)
  const value = values
    .slice(1)
    .reduce((all, one) => (isAdded ? all + one : isFarther(one, all) ? one : all), first)
  return { value: Quantity.format(value), parts }
}

const totalOf = (
  indicator: Indicator,
  measurements: ReadonlyArray<Measurement>,
  part: string | undefined,
): string | undefined => {
  const values = measurements.flatMap((one) =>
    one.part === part && one.value !== undefined ? [one.value] : [],
  )
  if (values.length === 0) return undefined
  return isSum(indicator)
    ? Quantity.format(values.reduce((sum, value) => sum + Quantity.exact(value), 0n))
    : values.at(-1)
}

// A state that was measured before in the same period can have risen; a sum cannot.
const earliest = (indicator: Indicator, own: ReadonlyArray<Measurement>): string | undefined => {
  const values = own.flatMap(({ part, value }) => (part === undefined && value !== undefined ? [value] : []))
  return isSum(indicator) || values.length < 2 ? undefined : values[0]
}

const within = (
  measurements: ReadonlyArray<Measurement>,
  from: string,
  until: string,
): ReadonlyArray<Measurement> => measurements.filter(({ on }) => on >= from && on <= until)

const shareOf = (target: IndicatorTarget | undefined, value: string | undefined): string | undefined =>
  target?.value === undefined || value === undefined || target.aim === "rise" || target.aim === "follow"
    ? undefined
    : Quantity.share(Quantity.exact(value), Quantity.exact(target.value))
