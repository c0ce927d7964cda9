/** From rows to requests: what each kind of file provides, and what it is given. */
import type { BudgetEvent, BudgetLine, Decision, Journal } from "@grootboek/core"
import type { Figure } from "../cell/YearAmount.ts"
import type { Names } from "./RowIds.ts"
import type { Note } from "../fault/Note.ts"
import * as Row from "../cell/Row.ts"

/** The label, resolution and motivation of an adjustment: what its file does not hold. */
export type AdjustmentFacts = Omit<BudgetEvent.Of<"PlanAdjusted">, "_tag" | "changes" | "plan">

/** What a row is interpreted with. */
export interface Context {
  readonly source: Omit<Journal.Source, "line">
  readonly plan: string
  readonly names: Names
  readonly adjustment: AdjustmentFacts
  /** Adds to the control totals, unless a fault was told about the row: so it comes last. */
  readonly count: (direction: "O" | "U" | "debt", figure: Figure) => void
  readonly note: (note: Note) => void
}

/** Reads rows one by one; some files become one request at their end. */
export interface Interpreter {
  readonly row: (row: Row.Row) => Decision.Request | undefined
  readonly end: () => ReadonlyArray<Decision.Request>
}

/** Nothing more at the end. */
export const nothing = (): ReadonlyArray<Decision.Request> => []

/** Where a request comes from. */
export const sourceOf = ({ source }: Context, line: number): Journal.Source => ({
  name: source.name,
  sha256: source.sha256,
  line,
})

/** The budget line that a row names; `undefined` when one of its codes was a fault. */
export const lineOf = (row: Row.Row): BudgetLine.BudgetLine | undefined => {
  const direction = Row.direction(row, "direction")
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

/** The fields of a line in a fixed order, for its id. */
export const fieldsOf = (line: BudgetLine.BudgetLine): Array<string> => [
  line.action ?? "",
  line.policyItem,
  line.account,
  line.sector ?? "",
  line.envelope ?? "",
  line.direction,
]
