/** A row of the tables of indicators, their targets and their measurements. */
import type { Indicator } from "@grootboek/core"
import * as Numbers from "../cell/Numbers.ts"
import * as Row from "../cell/Row.ts"
import * as Words from "../cell/Words.ts"
import { optional } from "./RowInterpreter.ts"

export const indicator = (row: Row.DecodedRow): Indicator.Indicator | undefined => {
  const [code, goal, name] = [Row.code(row, "code"), Row.code(row, "goal"), Row.name(row, "name")]
  const kind = Row.word(row, "kind", kinds)
  const [unit, per] = [Row.nameOrBlank(row, "unit"), Row.nameOrBlank(row, "per")]
  const every = Row.word(row, "every", frequencies)
  const total = Row.word(row, "total", totals)
  const text = Row.text(row, "text")
  if (code === undefined || goal === undefined || name === undefined || kind === undefined) return undefined
  if (every === undefined || total === undefined) return undefined
  return {
    code,
    goal,
    name,
    kind,
    ...optional({ unit, per, every, text }),
    total: total === "" ? (kind === "count" ? "sum" : "last") : total,
  }
}

export const target = (row: Row.DecodedRow): Indicator.IndicatorTarget | undefined => {
  const [indicator, year] = [Row.code(row, "code"), Row.year(row, "year")]
  const aim = Row.word(row, "aim", aims)
  const value = quantityOrBlank(row, "value")
  const margin = Row.value(row, "margin") === "" ? "" : Row.percent(row, "margin")
  const by = Row.value(row, "by") === "" ? "" : Row.day(row, "by")
  const text = Row.text(row, "text")
  if (indicator === undefined || year === undefined || aim === undefined) return undefined
  if (value === undefined || margin === undefined || by === undefined) return undefined
  return { indicator, year, aim, ...optional({ value, margin, by, text }) }
}

export const measurement = (row: Row.DecodedRow): Indicator.Measurement | undefined => {
  const [indicator, on] = [Row.code(row, "code"), Row.day(row, "on")]
  const value = quantityOrBlank(row, "value")
  const part = Row.codeOrBlank(row, "part")
  const text = Row.text(row, "text")
  if (indicator === undefined || on === undefined || value === undefined || part === undefined)
    return undefined
  if (value === "" && text === undefined) return Row.empty(row, "value")
  return { indicator, on, ...optional({ value, part, text }) }
}

/** Returns a value of an indicator; a sign for percent or euro, and yes or no of a deed, are read too. `""` when blank. */
export const quantityOrBlank = (row: Row.DecodedRow, field: string): string | undefined => {
  const text = Row.value(row, field)
  if (text === "") return ""
  const word = Words.yesNo.get(text.toLowerCase())
  if (word !== undefined) return word ? "1" : "0"
  const found = Numbers.parse(text.replace(/\s*%$/, ""), row.numbers)
  if (typeof found === "object") return row.report(found, Row.columnOf(row, field))
  const quantity = found === undefined ? undefined : Numbers.quantity(found)
  return quantity ?? row.report({ _tag: "NotANumber", value: text }, Row.columnOf(row, field))
}

const kinds: ReadonlyMap<string, Indicator.IndicatorKind> = new Map([
  ["aantal", "count"],
  ["percentage", "percent"],
  ["euro", "euro"],
  ["realisatie", "deed"],
  ["tekst", "text"],
  ["daad", "deed"],
  ["bedrag", "euro"],
])

const frequencies: ReadonlyMap<string, Indicator.Frequency | ""> = new Map([
  ["", ""],
  ["week", "week"],
  ["maand", "month"],
  ["halfjaar", "halfYear"],
  ["jaar", "year"],
  ["twee jaar", "twoYears"],
  ["planperiode", "plan"],
  ["half jaar", "halfYear"],
  ["plan", "plan"],
])

const totals: ReadonlyMap<string, Indicator.Indicator["total"] | ""> = new Map([
  ["", ""],
  ["som", "sum"],
  ["laatste", "last"],
])

const aims: ReadonlyMap<string, Indicator.Aim> = new Map([
  ["minstens", "atLeast"],
  ["hoogstens", "atMost"],
  ["ongeveer", "about"],
  ["stijging", "rise"],
  ["opvolging", "follow"],
])
