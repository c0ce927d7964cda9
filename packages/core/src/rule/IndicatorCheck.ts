/** Reasons to refuse indicators, targets, measurements and the texts of a policy report. */
import type { Indicator, IndicatorTarget, Measurement } from "../event/Indicator.ts"
import type { Declarations, Structure } from "../event/Structure.ts"
import { isDay } from "../value/Calendar.ts"
import type { Refusal } from "../value/Refusal.ts"
import { within, type Years } from "../value/Year.ts"
import { located } from "./Decision.ts"

/** The lists of a declaration that this module checks. */
export type CheckedList = "indicators" | "targets" | "measurements" | "goalTexts"

/**
 * Returns the reasons to refuse the indicators and texts of a declaration. `after` is the structure with the
 * declaration; `lines` are the lines of its rows in the source file, when the declaration has one list.
 */
export const check = (
  declarations: Declarations,
  {
    after,
    years,
    lines = [],
  }: {
    readonly after: Structure
    readonly years: Years
    readonly lines?: ReadonlyArray<number>
  },
): ReadonlyArray<Refusal> => {
  const { indicators = [], targets = [], measurements = [], goalTexts = [] } = declarations
  const redeclared = new Set(indicators.map(({ code }) => code))
  const { register } = after
  const inTarget = (one: IndicatorTarget) => ofTarget(one, register.indicators.get(one.indicator), years)
  const inMeasurement = (one: Measurement) => ofMeasurement(one, register.indicators.get(one.indicator))
  return [
    ...located(indicators, lines, (one) => [...ofGoal(after, one.goal), ...ofIndicator(one)]),
    ...located(targets, lines, inTarget),
    ...located(measurements, lines, inMeasurement),
    ...located(goalTexts, lines, ({ goal, term }) => [
      ...ofGoal(after, goal),
      ...(term !== undefined && Number(term.until.slice(0, 4)) < term.from
        ? [{ _tag: "TermEndsBefore", goal, from: term.from, until: term.until } as const]
        : []),
    ]),
    // What was recorded of an indicator must keep its meaning when the indicator is declared again.
    ...[...register.targets.values()]
      .filter((one) => redeclared.has(one.indicator) && !targets.includes(one))
      .flatMap(inTarget),
    ...[...register.measurements.values()]
      .filter((one) => redeclared.has(one.indicator) && !measurements.includes(one))
      .flatMap(inMeasurement),
  ]
}

const ofGoal = ({ goals }: Structure, goal: string): ReadonlyArray<Refusal> =>
  goals.has(goal) ? [] : [{ _tag: "UnknownGoal", goal }]

const ofIndicator = ({ code, kind, total }: Indicator): ReadonlyArray<Refusal> =>
  total === "sum" && kind !== "count" ? [{ _tag: "NotCounted", indicator: code, kind }] : []

const ofTarget = (
  { indicator, year, aim, value, margin, by, text }: IndicatorTarget,
  declared: Indicator | undefined,
  years: Years,
): ReadonlyArray<Refusal> => {
  if (declared === undefined) return [{ _tag: "UnknownIndicator", indicator }]
  const { kind } = declared
  const refusals: Array<Refusal> = []
  if (!within(years, year)) refusals.push({ _tag: "YearOutsidePlan", year, years })
  if (by !== undefined && (!isDay(by) || !within(years, Number(by.slice(0, 4))) || by < `${year}-01-01`))
    refusals.push({ _tag: "TargetDayOutside", indicator, day: by, from: year, until: years.last })
  if (kind === "text") {
    if (aim !== "follow" || value !== undefined) refusals.push({ _tag: "IndicatorInWords", indicator })
    else if (text === undefined) refusals.push({ _tag: "WordsMissing", indicator })
  } else if (value === undefined && aim !== "rise" && aim !== "follow")
    refusals.push({ _tag: "TargetWithoutValue", indicator, aim })
  if (kind === "deed" && value !== undefined && !isDeed(value))
    refusals.push({ _tag: "NotADeed", indicator, value })
  if (margin !== undefined && aim !== "about") refusals.push({ _tag: "MarginWithoutAbout", indicator, aim })
  return refusals
}

const ofMeasurement = (
  { indicator, value, text }: Measurement,
  declared: Indicator | undefined,
): ReadonlyArray<Refusal> => {
  if (declared === undefined) return [{ _tag: "UnknownIndicator", indicator }]
  if (declared.kind === "text") {
    if (value !== undefined) return [{ _tag: "IndicatorInWords", indicator }]
    return text === undefined ? [{ _tag: "WordsMissing", indicator }] : []
  }
  if (value === undefined) return [{ _tag: "MeasurementWithoutValue", indicator }]
  return declared.kind === "deed" && !isDeed(value) ? [{ _tag: "NotADeed", indicator, value }] : []
}

/** Returns whether a value says that a deed is not done (0) or done (1). */
const isDeed = (value: string): boolean => value === "0" || value === "1"
