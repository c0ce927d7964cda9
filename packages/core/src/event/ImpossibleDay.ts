/** Days of an event that the calendar does not have: the schema checks only their form. */
import { isDay } from "../value/Calendar.ts"

/** A day, and the path of its field, such as `resolution.date`; an element of a list has the path of the list. */
export interface ImpossibleDay {
  readonly field: string
  readonly day: string
}

/** The names of the fields that hold a day, in every kind of event. */
export const fields: ReadonlyArray<string> = ["date", "on", "by", "until", "lastDay"]

/** Returns the impossible days of an event or of a part of it, in the order of its fields. */
export const list = (value: object, above = ""): ReadonlyArray<ImpossibleDay> =>
  Object.entries(value).flatMap(([name, member]) => {
    const field = Array.isArray(value) ? above : above === "" ? name : `${above}.${name}`
    if (typeof member === "object" && member !== null) return list(member, field)
    const isImpossible = fields.includes(name) && /^\d{4}-\d\d-\d\d$/.test(member) && !isDay(member)
    return isImpossible ? [{ field, day: member }] : []
  })
