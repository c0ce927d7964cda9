/** The structure of a plan: a table of goals, policy items, sectors or accounts is one declaration. */
import { Adoption, Section, Spelling, type Structure } from "@grootboek/core"
import * as Direction from "../cell/Direction.ts"
import * as Row from "../cell/Row.ts"
import { onceEach, optional, perFile, type RowContext, type RowInterpreter } from "./RowInterpreter.ts"

const readers = {
  goals: (row: Row.DecodedRow) => goalOf(row),
  policyItems: (row: Row.DecodedRow) => policyItemOf(row),
  sectors: (row: Row.DecodedRow) => sectorOf(row),
} as const

export const interpret = (context: RowContext, table: string): RowInterpreter => {
  // Core rejects a code that is declared twice, but only the file has the lines.
  const isFirst = onceEach()
  const accountsOf = (row: Row.DecodedRow): Structure.AccountRule | undefined => {
    const kind = Spelling.normal(Row.value(row, "section"))
    if (elsewhere.has(kind.toLowerCase())) {
      context.note({ _tag: "RowSetAside", line: row.line, what: kind })
      return undefined
    }
    const rule = accountRuleOf(row)
    const column = Row.columnOf(row, "prefixes")
    const firsts = rule?.prefixes.map((prefix) => isFirst(row, `${rule.direction} ${prefix}`, column))
    return firsts?.every((isFirst) => isFirst) === true ? rule : undefined
  }
  const name = table === "policyItems" || table === "sectors" || table === "accounts" ? table : "goals"
  return perFile(
    context,
    (row) => {
      if (name === "accounts") return accountsOf(row)
      const one = readers[name](row)
      return one !== undefined && isFirst(row, one.code, Row.columnOf(row, "code")) ? one : undefined
    },
    (rows, lines) => {
      const declarations: Structure.Declarations = { [name]: rows }
      return {
        decide: Adoption.declare(declarations, lines),
        event: { _tag: "StructureDeclared", declarations },
        former: (ids) => ids.file([name, rows]),
      }
    },
  )
}

const levels: ReadonlyMap<string, Structure.GoalLevel> = new Map([
  ["sd", "strategicObjective"],
  ["bd", "policyObjective"],
  ["ap", "actionPlan"],
  ["a", "action"],
  ["strategische doelstelling", "strategicObjective"],
  ["beleidsdoelstelling", "policyObjective"],
  ["actieplan", "actionPlan"],
  ["actie", "action"],
])

const priorities: ReadonlyMap<string, boolean> = new Map([
  ["", false],
  ["prioritair", true],
  ["niet-prioritair", false],
  ["niet prioritair", false],
  ["ja", true],
  ["nee", false],
])

const goalOf = (row: Row.DecodedRow): Structure.Goal | undefined => {
  const code = Row.code(row, "code")
  const level = Row.word(row, "level", levels)
  const parent = Row.codeOrBlank(row, "parent")
  const name = Row.name(row, "name")
  const priority = Row.word(row, "priority", priorities)
  const financing = Row.text(row, "financing")
  if (code === undefined || level === undefined || parent === undefined) return undefined
  if (name === undefined || priority === undefined) return undefined
  return { code, level, name, priority, ...optional({ parent, financing }) }
}

const policyItemOf = (row: Row.DecodedRow): Structure.PolicyItem | undefined => {
  const [domain, field, fieldName] = [
    Row.code(row, "domain"),
    Row.code(row, "field"),
    Row.name(row, "fieldName"),
  ]
  const [code, name] = [Row.code(row, "code"), Row.name(row, "name")]
  if (domain === undefined || field === undefined || fieldName === undefined) return undefined
  return code === undefined || name === undefined ? undefined : { code, name, field, fieldName, domain }
}

const sectorOf = (row: Row.DecodedRow): Structure.Sector | undefined => {
  const code = Row.code(row, "code")
  const counterparty = Row.name(row, "counterparty")
  const numbers: Partial<Record<(typeof dashColumns)[number], number>> = {}
  for (const field of dashColumns) {
    const value = Row.value(row, field)
    if (value === "") continue
    if (/^[1-9]\d?$/.test(value)) numbers[field] = Number(value)
    else row.report({ _tag: "NotARowNumber", value }, Row.columnOf(row, field))
  }
  return code === undefined || counterparty === undefined ? undefined : { code, counterparty, ...numbers }
}

const dashColumns = ["origin", "operatingGrant", "investmentGrant", "loan", "interest"] as const

const sections: ReadonlyMap<string, Section.Section> = new Map(
  Section.Section.literals.map((section) => [Section.dutch[section], section]),
)

/** Kinds of accounts that belong to no row of T2: between a municipality and its OCMW. */
const elsewhere: ReadonlySet<string> = new Set(["facturering gemeente-ocmw", "tussenkomst gemeente-ocmw"])

const accountRuleOf = (row: Row.DecodedRow): Structure.AccountRule | undefined => {
  const section = Row.word(row, "section", sections)
  const direction = Direction.of(row, "direction")
  const formRow = Row.codeOrBlank(row, "row")
    ?.replace(/\s*\.$/, "")
    .trim()
  const title = Row.nameOrBlank(row, "title")
  const prefixes = Row.accounts(row, "prefixes")
  const description = Row.text(row, "description")
  if (section === undefined || direction === undefined || formRow === undefined || title === undefined)
    return undefined
  if (prefixes.length === 0 || !prefixes.every(Row.isAccount)) return undefined
  return { section, direction, prefixes, ...optional({ row: formRow, title, description }) }
}
