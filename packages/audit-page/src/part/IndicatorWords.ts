/** Targets, measured values, periods and fields of indicators in words. */
import { Indicator } from "@grootboek/core"
import { DeclaredName, type JudgedPeriod } from "@grootboek/core/answer"
import type { PageLanguage, Say } from "../words/Bilingual.ts"
import * as Dates from "../words/Dates.ts"
import * as Figures from "../words/Figures.ts"
import { words } from "../words/Words.ts"

const { indicators } = words

/** What a text is written for. */
export interface PageReader {
  readonly say: Say
  readonly language: PageLanguage
}

/** Returns a target: `minstens 30 dossiers per VTE per jaar`. */
export const target = (
  indicator: Indicator.Indicator,
  one: Indicator.IndicatorTarget | undefined,
  reader: PageReader,
): string => {
  if (one === undefined) return "–"
  const { say, language } = reader
  const by = one.by === undefined ? [] : [`${say(indicators.by)} ${Dates.day(one.by, language)}`]
  if (indicator.kind === "deed" && one.value !== undefined && one.aim !== "follow")
    return [value(indicator, one.value, reader), ...by].join(" ")
  return [
    say(indicators.aims[one.aim]),
    ...(one.value === undefined ? [] : [value(indicator, one.value, reader)]),
    ...(one.aim === "about" ? [`(±\u00a0${Figures.percent(one.margin ?? Indicator.defaultMargin)})`] : []),
    ...(one.by === undefined && indicator.every !== undefined
      ? [say(indicators.frequencies[indicator.every])]
      : []),
    ...by,
  ].join(" ")
}

/** Returns a value with its unit: `3,6 %`, `441.200 kg`, `gerealiseerd`. */
export const value = (
  { kind, unit, per }: Indicator.Indicator,
  text: string,
  { say }: Pick<PageReader, "say">,
): string => {
  const divided = per === undefined ? "" : ` per ${per}`
  switch (kind) {
    case "deed":
      return say(text === "1" ? indicators.done : indicators.notDone)
    case "percent":
      return Figures.percent(text) + divided
    case "euro":
      return `€\u00a0${Figures.decimal(text)}${divided}`
    case "count":
    case "text":
      return `${Figures.decimal(text)}${unit === undefined ? "" : ` ${unit}`}${divided}`
  }
}

/** Returns the name of a period: a year, a half year, a month, a week, or a day by which something is due. */
export const period = ({ name }: JudgedPeriod.JudgedPeriod, { say, language }: PageReader): string => {
  const [, year = "", half, week] = /^(\d{4})-(?:S([12])|W(\d\d))$/.exec(name) ?? []
  if (half !== undefined) return `${say(indicators.semester)} ${half} ${year}`
  if (week !== undefined) return `${say(indicators.week)} ${Number(week)} ${year}`
  return /^\d{4}-\d\d-\d\d$/.test(name) ? `${say(indicators.by)} ${Dates.day(name, language)}` : name
}

export const field = (name: string, say: Say): string => {
  const known = DeclaredName.fields.get(name)
  return known === undefined ? name : say(known)
}

/** Returns the value of a field as people read it. */
export const fieldValue = (name: string, text: string | undefined, say: Say): string => {
  if (text === undefined) return "–"
  const named = DeclaredName.value(name, text)
  if (named !== undefined) return say(named)
  return DeclaredName.isDecimal(name) ? Figures.decimal(text) : text
}
