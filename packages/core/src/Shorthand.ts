/**
 * Estimates and realisations written straight out: their canonical text, key after key, where the generic way sorts.
 *
 * The mirror of `Glance`, which reads what this writes. An event that gets a text here also fits its schema; for every
 * other event there is none, and `Canonical` and `History` have the word. That both write the same is a law
 * (`core/test/Shorthand.test.ts`).
 */
import type { Of } from "./BudgetEvent.ts"
import type { BudgetLine } from "./BudgetLine.ts"
import { text } from "./Canonical.ts"
import * as Shortcut from "./Shortcut.ts"

/** The canonical text of an event that is an estimate or a realisation exactly as today's schema has them. */
export const write = (event: unknown): string | undefined => {
  if (!Shortcut.fits(event)) return undefined
  return event._tag === "EstimatePosted" ? estimate(event) : actual(event)
}

const estimate = ({ amounts, description, line }: Of<"EstimatePosted">): string => {
  let changes = ""
  // Years are keys that JavaScript itself keeps in order.
  for (const year in amounts) changes += `${changes === "" ? "" : ","}"${year}":"${amounts[year]}"`
  return `{"_tag":"EstimatePosted","amounts":{${changes}},${optional("description", description)}"line":${place(line)}}`
}

const actual = ({ amount, date, description, line, voucher, year }: Of<"ActualRecorded">): string =>
  `{"_tag":"ActualRecorded","amount":"${amount}","date":"${date}",${optional("description", description)}` +
  `"line":${place(line)},"voucher":${text(voucher)},"year":${year}}`

const place = ({ account, action, direction, envelope, policyItem, sector }: BudgetLine): string =>
  `{"account":"${account}",${optional("action", action)}"direction":"${direction}",${optional("envelope", envelope)}` +
  `"policyItem":${text(policyItem)}${sector === undefined ? "" : `,"sector":${text(sector)}`}}`

const optional = (key: string, value: string | undefined): string =>
  value === undefined ? "" : `"${key}":${text(value)},`
