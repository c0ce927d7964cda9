/**
 * A shorter way in for the two kinds of events that journals are full of: estimates and realisations.
 *
 * Whatever it does not let in goes through the schema, which has the last word and the words for what is wrong.
 */
import type { Of } from "./BudgetEvent.ts"
import { isAmount, isCode, isDigits, isRecordOf, isText, isYearKey } from "./Shape.ts"

/** Whether a stored value is an estimate or a realisation exactly as today's schema has them. */
export const fits = (stored: unknown): stored is Of<"EstimatePosted"> | Of<"ActualRecorded"> => {
  if (typeof stored !== "object" || stored === null || !("_tag" in stored)) return false
  if (stored._tag === "EstimatePosted") return isEstimate(stored)
  return stored._tag === "ActualRecorded" && isActual(stored)
}

const isEstimate = (value: unknown): boolean =>
  isRecordOf(value, ["_tag", "amounts", "line"], ["description"]) &&
  isLine(value.line) &&
  isAmounts(value.amounts) &&
  (!("description" in value) || isText(value.description))

const isActual = (value: unknown): boolean =>
  isRecordOf(value, ["_tag", "amount", "date", "line", "voucher", "year"], ["description"]) &&
  isLine(value.line) &&
  isAmount(value.amount) &&
  isCode(value.voucher) &&
  isDay(value.date) &&
  isYear(value.year) &&
  (!("description" in value) || isText(value.description))

const isLine = (value: unknown): boolean =>
  isRecordOf(value, ["account", "direction", "policyItem"], ["action", "sector", "envelope"]) &&
  (value.direction === "U" || value.direction === "O") &&
  isDigits(value.account, 2, 10) &&
  isCode(value.policyItem) &&
  (!("action" in value) || isCode(value.action)) &&
  (!("sector" in value) || isCode(value.sector)) &&
  (!("envelope" in value) || isCode(value.envelope))

const isAmounts = (value: unknown): boolean => {
  if (typeof value !== "object" || value === null || Object.getPrototypeOf(value) !== Object.prototype)
    return false
  for (const key of Reflect.ownKeys(value)) if (typeof key !== "string" || !isYearKey(key)) return false
  return Object.values(value).every(isAmount)
}

const isYear = (value: unknown): boolean =>
  Number.isInteger(value) && Number(value) >= 1900 && Number(value) <= 2200

const isDay = (value: unknown): boolean =>
  typeof value === "string" && /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(value)
