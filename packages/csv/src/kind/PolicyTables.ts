/**
 * Indicators, targets, measurements, and the texts of a policy report. A table is one request: it declares the rows that
 * differ from what is in force, or adjusts the plan with them.
 */
import { Adjustment, Adoption, type Indicator, type PolicyText, type Register } from "@grootboek/core"
import * as Numbers from "../cell/Numbers.ts"
import * as Row from "../cell/Row.ts"
import * as Words from "../cell/Words.ts"
import type { PolicyTable } from "../header/PolicyLayouts.ts"
import * as DeclaredLists from "./DeclaredLists.ts"
import { onceEach, optional, perFile, type RowContext, type RowInterpreter } from "./RowInterpreter.ts"

type Lists = { readonly [K in PolicyTable]: NonNullable<Register.Lists[K]>[number] }

/** How the rows of a table are read, and the fields that identify a row. */
interface TableReader<A> {
  readonly key: ReadonlyArray<string>
  readonly read: (row: Row.DecodedRow) => A | undefined
}

export const interpret = (context: RowContext, table: string): RowInterpreter => {
  const name = names.find((one) => one === table) ?? "indicators"
  return interpretTable(context, name, readers[name])
}

const interpretTable = (
  context: RowContext,
  table: PolicyTable,
  { key, read }: TableReader<Lists[PolicyTable]>,
): RowInterpreter => {
  const isFirst = onceEach()
  return perFile(
    context,
    (row) => {
      const code = key
        .map((field) => Row.value(row, field))
        .join(" ")
        .trim()
      return isFirst(row, code, row.header.cells[0]) ? read(row) : undefined
    },
    (rows, lines) => {
      const declarations = { [table]: rows }
      const { adjustment, plan } = context
      if (!context.isAdjusting)
        return {
          decide: Adoption.update(declarations, lines),
          identity: { request: table, declarations },
          former: () => [],
        }
      const structure = DeclaredLists.concat([adjustment.structure ?? {}, declarations])
      const facts = { ...adjustment, plan, structure, changes: [] }
      return {
        decide: Adjustment.adopt(facts),
        event: { _tag: "PlanAdjusted", ...facts },
        identity: { request: "adjustment", plan },
        former: () => [],
      }
    },
  )
}

const indicatorOf = (row: Row.DecodedRow): Indicator.Indicator | undefined => {
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

const targetOf = (row: Row.DecodedRow): Indicator.IndicatorTarget | undefined => {
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

const measurementOf = (row: Row.DecodedRow): Indicator.Measurement | undefined => {
  const [indicator, on] = [Row.code(row, "code"), Row.day(row, "on")]
  const value = quantityOrBlank(row, "value")
  const part = Row.codeOrBlank(row, "part")
  const text = Row.text(row, "text")
  if (indicator === undefined || on === undefined || value === undefined || part === undefined)
    return undefined
  if (value === "" && text === undefined) return Row.empty(row, "value")
  return { indicator, on, ...optional({ value, part, text }) }
}

const goalTextOf = (row: Row.DecodedRow): PolicyText.GoalText | undefined => {
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

const chapterTextOf = (row: Row.DecodedRow): PolicyText.ChapterText | undefined => {
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

const headingOf = (row: Row.DecodedRow): PolicyText.HeadingFact | undefined => {
  const [name, value] = [Row.word(row, "name", headings), Row.name(row, "value")]
  return name === undefined || value === undefined ? undefined : { name, value }
}

const readers: { readonly [K in PolicyTable]: TableReader<Lists[K]> } = {
  indicators: { key: ["code"], read: indicatorOf },
  targets: { key: ["code", "year"], read: targetOf },
  measurements: { key: ["code", "on", "part"], read: measurementOf },
  goalTexts: { key: ["goal"], read: goalTextOf },
  chapterTexts: { key: ["chapter", "number"], read: chapterTextOf },
  headings: { key: ["name"], read: headingOf },
}

const names = Object.keys(readers) as ReadonlyArray<PolicyTable>

/** Returns a value of an indicator; a sign for percent or euro, and yes or no of a deed, are read too. `""` when blank. */
const quantityOrBlank = (row: Row.DecodedRow, field: string): string | undefined => {
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
