/**
 * A shorter way for the two kinds of events that journals are full of: estimates and realisations are checked against
 * their shape and written in one pass, key after key in canonical order.
 *
 * What is not in shape gets no text: it goes through the schema, which has the last word and the words for what is
 * wrong, and through `Canonical`, which sorts keys. `Glance` reads what is written here. That the two ways agree, value
 * for value, is a law (`core/test/Shortcut.test.ts`).
 */
import type { Of } from "../event/BudgetEvent.ts"
import { text } from "./Canonical.ts"
import {
  isAmount,
  isCode,
  isDay,
  isDigits,
  isRecord,
  isRecordOf,
  isText,
  isYear,
  isYearKey,
} from "./Shape.ts"

/** The canonical text of a value that is an estimate or a realisation exactly as today's schema has them. */
export const write = (value: unknown): string | undefined => {
  if (typeof value !== "object" || value === null || !("_tag" in value)) return undefined
  if (value._tag === "EstimatePosted") return estimate(value)
  return value._tag === "ActualRecorded" ? actual(value) : undefined
}

/** Whether a value is an estimate or a realisation exactly as today's schema has them. */
export const fits = (value: unknown): value is Of<"EstimatePosted"> | Of<"ActualRecorded"> =>
  write(value) !== undefined

const estimate = (event: object): string | undefined => {
  if (!isRecordOf(event, ["_tag", "amounts", "line"], ["description"])) return undefined
  const changes = amounts(event.amounts)
  const explained = optional("description", event.description, isText)
  const where = line(event.line)
  if (changes === undefined || explained === undefined || where === undefined) return undefined
  return `{"_tag":"EstimatePosted","amounts":{${changes}},${explained}"line":${where}}`
}

const actual = (event: object): string | undefined => {
  if (!isRecordOf(event, ["_tag", "amount", "date", "line", "voucher", "year"], ["description"]))
    return undefined
  const { amount, date, voucher, year } = event
  const explained = optional("description", event.description, isText)
  const where = line(event.line)
  if (explained === undefined || where === undefined) return undefined
  if (!isAmount(amount) || !isDay(date) || !isCode(voucher) || !isYear(year)) return undefined
  return (
    `{"_tag":"ActualRecorded","amount":"${amount}","date":"${date}",${explained}` +
    `"line":${where},"voucher":${text(voucher)},"year":${year}}`
  )
}

const line = (value: unknown): string | undefined => {
  if (!isRecordOf(value, ["account", "direction", "policyItem"], ["action", "sector", "envelope"]))
    return undefined
  const { account, direction, policyItem } = value
  if (direction !== "U" && direction !== "O") return undefined
  if (!isDigits(account, 2, 10) || !isCode(policyItem)) return undefined
  const action = optional("action", value.action, isCode)
  const envelope = optional("envelope", value.envelope, isCode)
  if (action === undefined || envelope === undefined) return undefined
  const start = `{"account":"${account}",${action}"direction":"${direction}",${envelope}"policyItem":${text(policyItem)}`
  if (value.sector === undefined) return `${start}}`
  return isCode(value.sector) ? `${start},"sector":${text(value.sector)}}` : undefined
}

const amounts = (changes: unknown): string | undefined => {
  if (!isRecord(changes)) return undefined
  let written = ""
  // Years are keys that JavaScript itself keeps in order.
  for (const year in changes) {
    const amount = changes[year]
    if (!isYearKey(year) || !isAmount(amount)) return undefined
    written += written === "" ? `"${year}":"${amount}"` : `,"${year}":"${amount}"`
  }
  return written
}

const optional = (
  key: string,
  value: unknown,
  isRight: (value: unknown) => value is string,
): string | undefined => {
  if (value === undefined) return ""
  return isRight(value) ? `"${key}":${text(value)},` : undefined
}
