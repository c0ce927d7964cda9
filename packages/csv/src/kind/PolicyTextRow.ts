/** A row of the tables of texts: of an objective or action, of a chapter, and of the heading of a report. */
import type { PolicyText } from "@grootboek/core"
import * as Row from "../cell/Row.ts"
import * as Words from "../cell/Words.ts"
import { quantityOrBlank } from "./IndicatorRow.ts"
import { optional } from "./RowInterpreter.ts"

export const goalText = (row: Row.DecodedRow): PolicyText.GoalText | undefined => {
  const goal = Row.code(row, "goal")
  const term = termOf(row)
  const priority: boolean | "" | undefined =
    Row.value(row, "priority") === "" ? "" : Row.word(row, "priority", priorities)
  const stated = optional({
    description: Row.text(row, "description"),
    commentary: Row.text(row, "commentary"),
    status: Row.nameOrBlank(row, "status"),
    staffInKind: quantityOrBlank(row, "staffInKind"),
    indicators: Row.text(row, "indicators"),
    priority,
    term,
  })
  if (goal === undefined || term === undefined || priority === undefined) return undefined
  return Object.keys(stated).length === 0 ? Row.empty(row, "description") : { goal, ...stated }
}

const termOf = (row: Row.DecodedRow): PolicyText.GoalTerm | "" | undefined => {
  const text = Row.text(row, "term")
  if (Row.value(row, "from") === "" && Row.value(row, "until") === "")
    return text === undefined ? "" : Row.empty(row, "from")
  const [from, until] = [Row.year(row, "from"), Row.day(row, "until")]
  return from === undefined || until === undefined ? undefined : { from, until, ...optional({ text }) }
}

export const chapterText = (row: Row.DecodedRow): PolicyText.ChapterText | undefined => {
  const chapter = Row.name(row, "chapter")
  const digits = Row.value(row, "number")
  const title = Row.nameOrBlank(row, "title")
  const text = Row.text(row, "text")
  if (digits === "") return Row.empty(row, "number")
  if (!/^\d{1,6}$/.test(digits))
    return row.report({ _tag: "NotAParagraphNumber", value: digits }, Row.columnOf(row, "number"))
  if (text === undefined) return Row.empty(row, "text")
  return chapter === undefined ? undefined : { chapter, number: Number(digits), ...optional({ title }), text }
}

export const heading = (row: Row.DecodedRow): PolicyText.HeadingFact | undefined => {
  const [name, value] = [Row.word(row, "name", headings), Row.name(row, "value")]
  return name === undefined || value === undefined ? undefined : { name, value }
}

const priorities: ReadonlyMap<string, boolean> = new Map([
  ...Words.yesNo,
  ["prioritair", true],
  ["niet prioritair", false],
])

const headings: ReadonlyMap<string, PolicyText.HeadingName> = new Map([
  ["ondernemingsnummer", "enterpriseNumber"],
  ["nis-code", "nisCode"],
  ["adres", "address"],
  ["volgnummer budgettair journaal", "journalNumber"],
  ["datum afdruk", "printedOn"],
  ["besluit", "decision"],
  ["kbo", "enterpriseNumber"],
  ["nis", "nisCode"],
])
