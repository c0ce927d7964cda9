/** Targets, measured values and periods of indicators in words. */
import { Indicator } from "@grootboek/core"
import { IndicatorName, type JudgedPeriod, type Judgment } from "@grootboek/core/answer"
import * as Figure from "./Figure.ts"
import type { Both, Language } from "./Language.ts"

/** Returns a target as people read it: `minstens 30 dossiers per VTE per jaar`. */
export const target = (
  indicator: Indicator.Indicator,
  one: Indicator.IndicatorTarget | undefined,
  language: Language,
): string => {
  if (one === undefined) return ""
  if (indicator.kind === "deed" && one.value !== undefined && one.aim !== "follow")
    return [one.value === "1" ? done[language] : notDone[language], ...deadline(one, language)].join(" ")
  const margin = one.aim === "about" ? [`(± ${Figure.decimal(one.margin ?? Indicator.defaultMargin)} %)`] : []
  const every =
    one.by === undefined && indicator.every !== undefined
      ? [IndicatorName.frequencies[indicator.every][language]]
      : []
  return [
    IndicatorName.aims[one.aim][language],
    ...(one.value === undefined ? [] : [value(indicator, one.value, language)]),
    ...margin,
    ...every,
    ...deadline(one, language),
  ].join(" ")
}

/** Returns a value with its unit: `3,6 %`, `441.200 kg`, `gerealiseerd`. */
export const value = ({ kind, unit, per }: Indicator.Indicator, text: string, language: Language): string => {
  const by = per === undefined ? [] : [`per ${per}`]
  switch (kind) {
    case "deed":
      return text === "1" ? done[language] : notDone[language]
    case "percent":
      return [`${Figure.decimal(text)} %`, ...by].join(" ")
    case "euro":
      return [`€ ${Figure.decimal(text)}`, ...by].join(" ")
    case "count":
    case "text":
      return [Figure.decimal(text), ...(unit === undefined ? [] : [unit]), ...by].join(" ")
  }
}

/** Returns what was measured in a period: its value, or its words. */
export const measured = (
  indicator: Indicator.Indicator,
  one: Judgment.Judgment,
  language: Language,
): string => (one.measured === undefined ? (one.text ?? "") : value(indicator, one.measured, language))

/** Returns the name of a period: a year, a month, a half year, a week, or a day by which something is due. */
export const period = ({ name }: JudgedPeriod.JudgedPeriod, language: Language): string => {
  const [, year = "", half, week] = /^(\d{4})-(?:S([12])|W(\d\d))$/.exec(name) ?? []
  if (half !== undefined) return `${{ en: "half", nl: "semester" }[language]} ${half} ${year}`
  if (week !== undefined) return `week ${Number(week)} ${year}`
  return /^\d{4}-\d\d-\d\d$/.test(name) ? `${by[language]} ${day(name)}` : name
}

/**
 * Returns a day as people write it.
 *
 * ```ts
 * IndicatorText.day("2028-12-31") // => "31/12/2028"
 * ```
 */
export const day = (text: string): string => text.split("-").reverse().join("/")

const deadline = ({ by: last }: Indicator.IndicatorTarget, language: Language): ReadonlyArray<string> =>
  last === undefined ? [] : [`${by[language]} ${day(last)}`]

const by: Both = { en: "by", nl: "tegen" }
const done: Both = { en: "done", nl: "gerealiseerd" }
const notDone: Both = { en: "not done", nl: "niet gerealiseerd" }
