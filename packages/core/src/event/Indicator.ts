/**
 * Indicators (indicatoren): what a local authority measures for a node of its objectives tree, the targets (streefwaarden)
 * that it sets, and the measurements (metingen). They are declared beside the amounts and never posted.
 *
 * ```ts
 * Schema.is(Indicator.Indicator)({ code: "I1", goal: "A1", name: "Advies", kind: "count", total: "sum" }) // => true
 * Schema.is(Indicator.IndicatorKind)("euro") // => true
 * Schema.is(Indicator.Frequency)("month") // => true
 * Schema.is(Indicator.IndicatorTarget)({ indicator: "I1", year: 2026, aim: "atLeast", value: "40" }) // => true
 * Schema.is(Indicator.Aim)("atMost") // => true
 * Schema.is(Indicator.Measurement)({ indicator: "I1", on: "2026-05-01", value: "45" }) // => true
 * Indicator.defaultMargin // => "5"
 * Indicator.targetKey({ indicator: "I1", year: 2026 }).startsWith("I1") // => true
 * Indicator.measurementKey({ indicator: "I1", on: "2026-05-01" }).startsWith("I1") // => true
 * ```
 */
import * as Schema from "effect/Schema"
import { Code, Text } from "../value/BudgetLine.ts"
import { Percent, Quantity } from "../value/Quantity.ts"
import { Day, Year } from "../value/Year.ts"

/** What an indicator measures: aantal, percentage, euro, realisatie (a deed that is done or not), tekst (in words). */
export const IndicatorKind = Schema.Literals(["count", "percent", "euro", "deed", "text"]).annotate({
  identifier: "IndicatorKind",
})

/** See {@link IndicatorKind:var}. */
export type IndicatorKind = typeof IndicatorKind.Type

/** How often an indicator is judged: week, maand, halfjaar, jaar, twee jaar, planperiode. */
export const Frequency = Schema.Literals(["week", "month", "halfYear", "year", "twoYears", "plan"]).annotate({
  identifier: "Frequency",
})

/** See {@link Frequency:var}. */
export type Frequency = typeof Frequency.Type

/** An indicator (indicator) of an objective, action plan or action. */
export const Indicator = Schema.Struct({
  code: Code,
  goal: Code,
  name: Code,
  text: Schema.optionalKey(Text),
  kind: IndicatorKind,
  unit: Schema.optionalKey(Code),
  /** What the value is divided by: "VTE" for a number per full-time equivalent. */
  per: Schema.optionalKey(Code),
  /** How often it is judged; when absent, once over the years of the plan. */
  every: Schema.optionalKey(Frequency),
  /** Whether the measurements of a period add up (`sum`, of a count only) or the last one counts. */
  total: Schema.Literals(["sum", "last"]),
}).annotate({ identifier: "Indicator" })

/** See {@link Indicator:var}. */
export type Indicator = typeof Indicator.Type

/** The direction of a target: minstens, hoogstens, ongeveer, stijging, opvolging. */
export const Aim = Schema.Literals(["atLeast", "atMost", "about", "rise", "follow"]).annotate({
  identifier: "Aim",
})

/** See {@link Aim:var}. */
export type Aim = typeof Aim.Type

/** A target (streefwaarde): it holds from a year until another target of the indicator follows. */
export const IndicatorTarget = Schema.Struct({
  indicator: Code,
  year: Year,
  aim: Aim,
  /** The value aimed at; for `rise`, the value to exceed. */
  value: Schema.optionalKey(Quantity),
  /** The percentage by which a value may differ from one aimed at with `about`. */
  margin: Schema.optionalKey(Percent),
  /** The day by which it must be reached, instead of in each period. */
  by: Schema.optionalKey(Day),
  text: Schema.optionalKey(Text),
}).annotate({ identifier: "IndicatorTarget" })

/** See {@link IndicatorTarget:var}. */
export type IndicatorTarget = typeof IndicatorTarget.Type

/** A measurement (meting) of an indicator on a day, of the whole or of a part: a member or a subregion. */
export const Measurement = Schema.Struct({
  indicator: Code,
  on: Day,
  /** Left out for an indicator in words. */
  value: Schema.optionalKey(Quantity),
  part: Schema.optionalKey(Code),
  text: Schema.optionalKey(Text),
}).annotate({ identifier: "Measurement" })

/** See {@link Measurement:var}. */
export type Measurement = typeof Measurement.Type

/** The margin of `about` in percent, where a target states none. */
export const defaultMargin: Percent = "5"

/** Returns the key of a target: an indicator has one target from each year. */
export const targetKey = ({ indicator, year }: Pick<IndicatorTarget, "indicator" | "year">): string =>
  `${indicator}\u001f${year}`

/** Returns the key of a measurement: a later one of the same day and part replaces it. */
export const measurementKey = ({ indicator, on, part }: Omit<Measurement, "value" | "text">): string =>
  `${indicator}\u001f${on}${part === undefined ? "" : `\u001f${part}`}`
