/** Interprets the rows of one kind of file as requests. */
import { type BudgetEvent, type BudgetLine, Content, type Decision, Journal } from "@grootboek/core"
import * as Direction from "../cell/Direction.ts"
import * as Row from "../cell/Row.ts"
import type { YearAmount } from "../cell/YearAmount.ts"
import type { Note } from "../fault/Note.ts"
import type { FormerIds } from "./FormerIds.ts"
import type { RowIds } from "./RowIds.ts"

/** The facts of an adjustment that its file does not hold: resolution and motivation. */
export type AdjustmentFacts = Omit<BudgetEvent.Of<"PlanAdjusted">, "_tag" | "changes" | "plan">

/** What interpreters share. */
export interface RowContext {
  readonly source: Omit<Journal.Source, "line">
  readonly plan: string
  readonly ids: RowIds
  /** The ids of version 1; undefined when the ledger has none. */
  readonly formerIds: FormerIds | undefined
  readonly adjustment: AdjustmentFacts
  /** Whether declarations are part of an adjustment. */
  readonly isAdjusting: boolean
  /** Adds to the control totals, unless the row has a fault. Call it after every field was read. */
  readonly count: (direction: "O" | "U" | "debt", year: number, micros: YearAmount["micros"]) => void
  readonly note: (note: Note) => void
}

/** Interprets rows one by one; some files become one request at their end. */
export interface RowInterpreter {
  readonly row: (row: Row.DecodedRow) => Decision.Request | undefined
  readonly end: () => ReadonlyArray<Decision.Request>
}

/** Interprets each row as a request. */
export const perRow = (row: RowInterpreter["row"]): RowInterpreter => ({ row, end: () => [] })

/** Interprets the rows of a file as one request, which also gets their lines; none when it has no row without faults. */
export const perFile = <A>(
  context: Pick<RowContext, "source" | "ids" | "formerIds">,
  read: (row: Row.DecodedRow) => A | undefined,
  request: (rows: ReadonlyArray<A>, lines: ReadonlyArray<number>) => Omit<RowRequest, "line">,
): RowInterpreter => {
  const rows: Array<A> = []
  const lines: Array<number> = []
  return {
    row: (row) => {
      const found = read(row)
      if (found !== undefined) {
        rows.push(found)
        lines.push(row.line)
      }
      return undefined
    },
    end: () => (rows.length === 0 ? [] : [requestOf(context, { ...request(rows, lines), line: undefined })]),
  }
}

/** Reports a code that an earlier row has; returns whether it is the first. */
export const onceEach = () => {
  const seen = new Map<string, number>()
  return (row: Row.DecodedRow, code: string, column: string | undefined): boolean => {
    const first = seen.get(code)
    if (first === undefined) seen.set(code, row.line)
    else row.report({ _tag: "CodeTwice", code, first }, column)
    return first === undefined
  }
}

/** Leaves out the fields without a value. */
export const optional = <A extends Readonly<Record<string, unknown>>>(fields: A): Optional<A> =>
  Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== ""),
  ) as Optional<A>

type Optional<A> = { readonly [K in keyof A]?: Exclude<A[K], undefined | ""> }

/** A request before it has ids. */
export interface RowRequest extends Pick<Decision.Request, "decide" | "event"> {
  /** The line of the row; undefined when the whole file is one request. */
  readonly line: number | undefined
  /** What identifies the request, where that is not its event. `request` names its kind. */
  readonly identity?: { readonly request: string; readonly [fact: string]: unknown }
  /** Returns the ids that version 1 gave it. */
  readonly former: (ids: FormerIds) => ReadonlyArray<string>
}

export const requestOf = (
  context: Pick<RowContext, "source" | "ids" | "formerIds">,
  row: RowRequest,
): Decision.Request => {
  const { decide, event, identity, line } = row
  // The id, the check of the decision and the journal use the same bytes.
  if (event !== undefined) Journal.prepare(event)
  const content =
    identity === undefined && event !== undefined ? Content.ofEvent(event) : Content.bytes(identity)
  const { name, sha256 } = context.source
  const request: Writable<Decision.Request> = {
    id: context.ids(content),
    decide,
    source: line === undefined ? { name, sha256 } : { name, sha256, line },
  }
  if (event !== undefined) request.event = event
  if (context.formerIds !== undefined) request.formerIds = row.former(context.formerIds)
  return request
}

/**
 * Returns the fiscal year of a row that happened on a day. A late booking may belong to another year than its date; where
 * no year is filled in, the date decides.
 */
export const fiscalYearOf = (row: Row.DecodedRow, date: string | undefined): number | undefined =>
  Row.value(row, "year") === "" ? Number(date?.slice(0, 4)) : Row.year(row, "year")

/** Returns the budget line of a row, `undefined` when one of its codes has a problem. */
export const lineOf = (row: Row.DecodedRow): BudgetLine.BudgetLine | undefined => {
  const direction = Direction.of(row, "direction")
  const account = Row.account(row, "account")
  const policyItem = Row.code(row, "policyItem")
  const action = Row.codeOrBlank(row, "action")
  const sector = Row.codeOrBlank(row, "sector")
  const envelope = Row.codeOrBlank(row, "envelope")
  if (direction === undefined || account === undefined || policyItem === undefined) return undefined
  if (action === undefined || sector === undefined || envelope === undefined) return undefined
  const line: Writable<BudgetLine.BudgetLine> = { direction, account, policyItem }
  if (action !== "") line.action = action
  if (sector !== "") line.sector = sector
  if (envelope !== "") line.envelope = envelope
  return line
}

type Writable<A> = { -readonly [K in keyof A]: A[K] }

/** Returns the fields of a line in a fixed order, for its id. */
export const fieldsOf = (line: BudgetLine.BudgetLine): Array<string> => [
  line.action ?? "",
  line.policyItem,
  line.account,
  line.sector ?? "",
  line.envelope ?? "",
  line.direction,
]
