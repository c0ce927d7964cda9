/** The structure of a plan: a table of goals, policy items, sectors or accounts is one declaration. */
import { Adoption, Section, Spelling, type Structure } from "@grootboek/core"
import * as Row from "../cell/Row.ts"
import { type RowContext, type RowInterpreter, requestOf } from "./RowInterpreter.ts"

type StructureTable = "goals" | "policyItems" | "sectors" | "accounts"

export const interpret = (context: RowContext, table: string): RowInterpreter => {
  const goals: Array<Structure.Goal> = []
  const policyItems: Array<Structure.PolicyItem> = []
  const sectors: Array<Structure.Sector> = []
  const accounts: Array<Structure.AccountRule> = []
  const seen = new Map<string, number>()
  // Core rejects a code that is declared twice, but only the file has the lines.
  const isFirst = (row: Row.DecodedRow, code: string, field: string): boolean => {
    const first = seen.get(code)
    if (first === undefined) seen.set(code, row.line)
    else row.report({ _tag: "CodeTwice", code, first }, Row.columnOf(row, field))
    return first === undefined
  }
  const readers: Readonly<Record<StructureTable, (row: Row.DecodedRow) => void>> = {
    goals: (row) => {
      const goal = goalOf(row)
      if (goal !== undefined && isFirst(row, goal.code, "code")) goals.push(goal)
    },
    policyItems: (row) => {
      const item = policyItemOf(row)
      if (item !== undefined && isFirst(row, item.code, "code")) policyItems.push(item)
    },
    sectors: (row) => {
      const sector = sectorOf(row)
      if (sector !== undefined && isFirst(row, sector.code, "code")) sectors.push(sector)
    },
    accounts: (row) => {
      const kind = Spelling.normal(Row.value(row, "section"))
      if (elsewhere.has(kind.toLowerCase()))
        return context.note({ _tag: "RowSetAside", line: row.line, what: kind })
      const rule = accountRuleOf(row)
      if (rule === undefined) return
      const firsts = rule.prefixes.map((prefix) => isFirst(row, `${rule.direction} ${prefix}`, "prefixes"))
      if (firsts.every((isFirst) => isFirst)) accounts.push(rule)
    },
  }
  const name: StructureTable =
    table === "policyItems" || table === "sectors" || table === "accounts" ? table : "goals"
  return {
    row: (row) => {
      readers[name](row)
      return undefined
    },
    end: () => {
      const all = { goals, policyItems, sectors, accounts }
      if (all[name].length === 0) return []
      const declarations: Structure.Declarations = { [name]: all[name] }
      return [
        requestOf(context, {
          line: undefined,
          decide: Adoption.declare(declarations),
          event: { _tag: "StructureDeclared", declarations },
          former: (ids) => ids.file([name, all[name]]),
        }),
      ]
    },
  }
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
  return {
    code,
    level,
    name,
    priority,
    ...(parent === "" ? {} : { parent }),
    ...(financing === undefined ? {} : { financing }),
  }
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
  const direction = Row.direction(row, "direction")
  const formRow = Row.codeOrBlank(row, "row")
    ?.replace(/\s*\.$/, "")
    .trim()
  const title = Row.nameOrBlank(row, "title")
  const prefixes = Row.accounts(row, "prefixes")
  const description = Row.text(row, "description")
  if (section === undefined || direction === undefined || formRow === undefined || title === undefined)
    return undefined
  if (prefixes.length === 0 || !prefixes.every(Row.isAccount)) return undefined
  return {
    section,
    direction,
    prefixes,
    ...(formRow === "" ? {} : { row: formRow }),
    ...(title === "" ? {} : { title }),
    ...(description === undefined ? {} : { description }),
  }
}
