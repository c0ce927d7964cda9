/** Registers of a plan: members, conditions, envelopes, budget holders, pledges, risks, progress, facts. A table is one request. */
import { Adoption, type Register, type Structure } from "@grootboek/core"
import * as Numbers from "../cell/Numbers.ts"
import * as Row from "../cell/Row.ts"
import * as YearAmount from "../cell/YearAmount.ts"
import type { PolicyTable } from "../header/PolicyLayouts.ts"
import { type RowContext, type RowInterpreter, requestOf } from "./RowInterpreter.ts"

export type RegisterTable = Exclude<keyof Register.Lists, PolicyTable | "factRows">

export const interpret = (context: RowContext, table: RegisterTable): RowInterpreter => {
  const lists: { [K in RegisterTable]: Array<NonNullable<Register.Lists[K]>[number]> } = {
    members: [],
    conditions: [],
    envelopes: [],
    budgetHolders: [],
    pledges: [],
    risks: [],
    progress: [],
    facts: [],
  }
  const factRows: Array<Register.FactRow> = []
  const seen = new Map<string, number>()
  const readers: { readonly [K in RegisterTable]: (row: Row.DecodedRow) => void } = {
    members: (row) => add(lists.members, named(row)),
    conditions: (row) => {
      const condition = explained(row, named(row))
      const goals = Row.codes(row, "goals")
      add(
        lists.conditions,
        condition === undefined || goals.length === 0 ? condition : { ...condition, goals },
      )
    },
    envelopes: (row) => add(lists.envelopes, named(row)),
    budgetHolders: (row) => {
      const holder = named(row)
      add(
        lists.budgetHolders,
        holder === undefined ? undefined : { ...holder, goals: Row.codes(row, "goals") },
      )
    },
    pledges: (row) => add(lists.pledges, pledgeOf(row)),
    risks: (row) => {
      const risk = explained(row, named(row))
      const trend = Row.word(row, "trend", trends)
      add(lists.risks, risk === undefined || trend === undefined ? undefined : { ...risk, trend })
    },
    progress: (row) => {
      const goal = Row.code(row, "goal")
      const on = Row.day(row, "on")
      const state = Row.word(row, "state", states)
      add(
        lists.progress,
        goal === undefined || on === undefined || state === undefined
          ? undefined
          : explained(row, { goal, on, state }),
      )
    },
    facts: (row) => {
      const [name, of] = [Row.code(row, "table"), Row.code(row, "row")]
      const origin = optionalWord(row, "origin", origins)
      const values = row.header.years.map(({ index }) => (row.cells[index] ?? "").trim())
      if (name !== undefined && of !== undefined && origin !== "") {
        const text = Row.text(row, "text")
        // A row with figures is declared by them; a row without them, or with an origin, is declared itself.
        if (
          origin !== undefined ||
          text !== undefined ||
          values.every((value) => value === "" || value === "/")
        )
          factRows.push({
            table: name,
            row: of,
            ...(origin === undefined ? {} : { origin }),
            ...(text === undefined ? {} : { text }),
          })
      }
      for (const { year, index, header } of row.header.years) {
        const text = (row.cells[index] ?? "").trim()
        if (text === "" || text === "/") continue
        const value = Numbers.quantityIn(text, row.numbers)
        if (typeof value !== "string") row.report(value, header)
        else if (name !== undefined && of !== undefined)
          lists.facts.push({ table: name, row: of, year, value })
      }
    },
  }
  return {
    row: (row) => {
      const code = [
        row.header.layout.columns[0],
        table === "facts" ? row.header.layout.columns[1] : undefined,
      ]
        .map((column) => (column === undefined ? "" : Row.value(row, column.field)))
        .join(" ")
      const first = seen.get(code)
      if (first !== undefined) return row.report({ _tag: "CodeTwice", code, first }, row.header.cells[0])
      seen.set(code, row.line)
      readers[table](row)
      return undefined
    },
    end: () => {
      if (lists[table].length + factRows.length === 0) return []
      const declarations: Structure.Declarations = {
        ...(lists[table].length === 0 ? {} : { [table]: lists[table] }),
        ...(factRows.length === 0 ? {} : { factRows }),
      }
      return [
        requestOf(context, {
          line: undefined,
          decide: Adoption.declare(declarations),
          event: { _tag: "StructureDeclared", declarations },
          former: (ids) => ids.file([table, declarations]),
        }),
      ]
    },
  }
}

const add = <A>(list: Array<A>, one: A | undefined): void => {
  if (one !== undefined) list.push(one)
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
      return tolerance === undefined || over === "" || bound === ""
        ? undefined
        : {
            _tag: norm,
            code,
            tolerance,
            reference,
            ...(goals.length === 0 ? {} : { goals }),
            ...(over === undefined ? {} : { over }),
            ...(bound === undefined ? {} : { bound }),
          }
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
