/** Registers of a plan: members, conditions, envelopes, budget holders, pledges, risks, progress, facts. A table is one request. */
import { Adoption, type Register, type Structure } from "@grootboek/core"
import * as Numbers from "../cell/Numbers.ts"
import * as Row from "../cell/Row.ts"
import * as YearAmount from "../cell/YearAmount.ts"
import type { PolicyTable } from "../header/PolicyLayouts.ts"
import { onceEach, optional, perFile, type RowContext, type RowInterpreter } from "./RowInterpreter.ts"

export type RegisterTable = Exclude<keyof Register.Lists, PolicyTable | "factRows">

type Listed<K extends RegisterTable> = NonNullable<Register.Lists[K]>[number]

export const interpret = (context: RowContext, table: RegisterTable): RowInterpreter => {
  const isFirst = onceEach()
  const keys = table === "facts" ? 2 : 1
  return perFile(
    context,
    (row): Structure.Declarations | undefined => {
      const columns = row.header.layout.columns.slice(0, keys)
      const code = columns.map(({ field }) => Row.value(row, field)).join(" ")
      if (!isFirst(row, code, row.header.cells[0])) return undefined
      if (table === "facts") return factsOf(row)
      const one = readers[table](row)
      return one === undefined ? undefined : { [table]: [one] }
    },
    (rows, lines) => {
      const lists = {
        [table]: rows.flatMap((one): ReadonlyArray<unknown> => one[table] ?? []),
        factRows: rows.flatMap(({ factRows = [] }) => factRows),
      }
      const declarations: Structure.Declarations = Object.fromEntries(
        Object.entries(lists).filter(([, list]) => list.length > 0),
      )
      return {
        decide: Adoption.declare(declarations, table === "facts" ? [] : lines),
        event: { _tag: "StructureDeclared", declarations },
        former: (ids) => ids.file([table, declarations]),
      }
    },
  )
}

const readers: {
  readonly [K in Exclude<RegisterTable, "facts">]: (row: Row.DecodedRow) => Listed<K> | undefined
} = {
  members: (row) => named(row),
  conditions: (row) => {
    const condition = explained(row, named(row))
    const goals = Row.codes(row, "goals")
    return condition === undefined || goals.length === 0 ? condition : { ...condition, goals }
  },
  envelopes: (row) => named(row),
  budgetHolders: (row) => {
    const holder = named(row)
    return holder === undefined ? undefined : { ...holder, goals: Row.codes(row, "goals") }
  },
  pledges: (row) => pledgeOf(row),
  risks: (row) => {
    const risk = explained(row, named(row))
    const trend = Row.word(row, "trend", trends)
    return risk === undefined || trend === undefined ? undefined : { ...risk, trend }
  },
  progress: (row) => {
    const [goal, on] = [Row.code(row, "goal"), Row.day(row, "on")]
    const state = Row.word(row, "state", states)
    if (goal === undefined || on === undefined || state === undefined) return undefined
    return explained(row, { goal, on, state })
  },
}

/** Returns the figures of a row. A row without them, or with an origin or a text, is declared itself too. */
const factsOf = (row: Row.DecodedRow): Structure.Declarations | undefined => {
  const [table, of] = [Row.code(row, "table"), Row.code(row, "row")]
  const origin = optionalWord(row, "origin", origins)
  const isNamed = table !== undefined && of !== undefined && origin !== ""
  const text = isNamed ? Row.text(row, "text") : undefined
  const values = row.header.years.flatMap(({ year, index, header }) => {
    const written = (row.cells[index] ?? "").trim()
    if (written === "" || written === "/") return []
    const value = Numbers.quantityIn(written, row.numbers)
    return [{ year, value: typeof value === "string" ? value : row.report(value, header) }]
  })
  if (!isNamed) return undefined
  const isDeclared = origin !== undefined || text !== undefined || values.length === 0
  return {
    facts: values.flatMap(({ year, value }) =>
      value === undefined ? [] : [{ table, row: of, year, value }],
    ),
    factRows: isDeclared ? [{ table, row: of, ...optional({ origin, text }) }] : [],
  }
}

const named = (row: Row.DecodedRow): { readonly code: string; readonly name: string } | undefined => {
  const [code, name] = [Row.code(row, "code"), Row.name(row, "name")]
  return code === undefined || name === undefined ? undefined : { code, name }
}

const explained = <A extends object>(
  row: Row.DecodedRow,
  one: A | undefined,
): (A & { readonly text?: string }) | undefined => {
  const text = Row.text(row, "text")
  return one === undefined || text === undefined ? one : { ...one, text }
}

const pledgeOf = (row: Row.DecodedRow): Register.Pledge | undefined => {
  const pledge = normOf(row)
  const without = Row.codes(row, "without")
  return pledge === undefined || without.length === 0 ? pledge : { ...pledge, without }
}

const normOf = (row: Row.DecodedRow): Register.Pledge | undefined => {
  const code = Row.code(row, "code")
  const norm = Row.word(row, "norm", norms)
  const reference = Row.text(row, "reference")
  if (reference === undefined) return Row.empty(row, "reference")
  if (code === undefined || norm === undefined) return undefined
  const amount = () => YearAmount.of(row, "amount", 0)?.text
  switch (norm) {
    case "PositiveMargin": {
      const year = Row.year(row, "year")
      return year === undefined ? undefined : { _tag: norm, code, year, reference }
    }
    case "SocialLiability": {
      const percent = Row.percent(row, "percent")
      const accounts = Row.accounts(row, "accounts")
      return percent === undefined ? undefined : { _tag: norm, code, percent, accounts, reference }
    }
    case "MinimumReserve": {
      const floor = amount()
      return floor === undefined ? undefined : { _tag: norm, code, floor, reference }
    }
    case "SecondPillar": {
      const [percent, fixed] = [Row.percent(row, "percent"), amount()]
      const accounts = Row.accounts(row, "accounts")
      const [table, of] = Row.value(row, "wages").split("/")
      if (table === undefined || of === undefined || table === "" || of === "") return Row.empty(row, "wages")
      return percent === undefined || fixed === undefined
        ? undefined
        : { _tag: norm, code, percent, fixed, accounts, wages: { table, row: of }, reference }
    }
    case "BudgetNeutrality": {
      const tolerance = amount()
      const goals = Row.codes(row, "goals")
      const over = optionalWord(row, "over", spans)
      const bound = optionalWord(row, "bound", bounds)
      if (tolerance === undefined || over === "" || bound === "") return undefined
      const among = goals.length === 0 ? undefined : goals
      return { _tag: norm, code, tolerance, reference, ...optional({ goals: among, over, bound }) }
    }
  }
}

/** Returns the word of a field; undefined when blank, and an empty text when it is not one of the words. */
const optionalWord = <A extends string>(
  row: Row.DecodedRow,
  field: string,
  words: ReadonlyMap<string, A>,
): A | "" | undefined => (Row.value(row, field) === "" ? undefined : (Row.word(row, field, words) ?? ""))

const spans: ReadonlyMap<string, "year" | "plan"> = new Map([
  ["jaar", "year"],
  ["plan", "plan"],
])

const bounds: ReadonlyMap<string, "exact" | "atLeast"> = new Map([
  ["gelijk", "exact"],
  ["minstens", "atLeast"],
])

const norms: ReadonlyMap<string, Register.Pledge["_tag"]> = new Map([
  ["autofinancieringsmarge", "PositiveMargin"],
  ["sociaal passief", "SocialLiability"],
  ["minimumreserve", "MinimumReserve"],
  ["tweede pensioenpijler", "SecondPillar"],
  ["budgetneutraliteit", "BudgetNeutrality"],
])

const origins: ReadonlyMap<string, "stated" | "derived"> = new Map([
  ["opgegeven", "stated"],
  ["afgeleid", "derived"],
])

const trends: ReadonlyMap<string, Register.Risk["trend"]> = new Map([
  ["stijgend", "rising"],
  ["stabiel", "stable"],
  ["dalend", "falling"],
])

const states: ReadonlyMap<string, Register.Progress["state"]> = new Map([
  ["nog niet gestart", "notStarted"],
  ["op schema", "onTrack"],
  ["vertraagd", "delayed"],
  ["afgerond", "done"],
  ["stopgezet", "stopped"],
])
