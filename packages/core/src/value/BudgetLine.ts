/** Where an amount stands: the codes a board gives a budget line (raming), and the places postings move. */
import * as Schema from "effect/Schema"
import { expects } from "./Problem.ts"

/** Receipt (ontvangst, `O`) or expenditure (uitgave, `U`). Amounts are positive in their own direction. */
export const Direction = Schema.Literals(["O", "U"]).annotate({ identifier: "Direction" })

/** `O` or `U`. */
export type Direction = typeof Direction.Type

/** A code or name: 1 to 200 characters, no control characters, no blanks around it. */
export const Code = Schema.String.check(
  Schema.isPattern(
    /^(?=.{1,200}$)[^\s\p{Cc}\p{Cs}](?:[^\p{Cc}\p{Cs}]*[^\s\p{Cc}\p{Cs}])?$/u,
    expects("code", "a text of 1 to 200 characters without control characters"),
  ),
).annotate({ identifier: "Code" })

/** Free text: at most 4,000 characters, no control characters but line ends and tabs. */
export const Text = Schema.String.check(
  Schema.isPattern(
    /^(?:[^\p{Cc}\p{Cs}]|[\n\t]){1,4000}$/u,
    expects("text", "a text of 1 to 4,000 characters"),
  ),
).annotate({ identifier: "Text" })

/** A general account (algemene rekening, MAR): digits as text, for leading zeros matter. */
export const Account = Schema.String.check(
  Schema.isPattern(/^\d{2,10}$/u, expects("account", "an account number of 2 to 10 digits")),
).annotate({ identifier: "Account" })

/** A budget line (ramingslijn): year and plan version are not part of it. */
export const BudgetLine = Schema.Struct({
  direction: Direction,
  /** General account (algemene rekening). */
  account: Account,
  /** Policy item (beleidsitem) → policy field (beleidsveld) → policy domain (beleidsdomein). */
  policyItem: Code,
  /** Action (actie) → action plan → policy objective → strategic objective. */
  action: Schema.optionalKey(Code),
  /** Counterparty sector (economische sectorcode). */
  sector: Schema.optionalKey(Code),
  /** Investment envelope (investeringsenveloppe). */
  envelope: Schema.optionalKey(Code),
}).annotate({ identifier: "BudgetLine" })

/** See {@link BudgetLine:var}. */
export type BudgetLine = typeof BudgetLine.Type

/** What kind of amount stands at a place: an estimate (raming), a realisation (aanrekening), a debt (schuld). */
export const Phase = Schema.Literals(["estimate", "actual", "debt"]).annotate({ identifier: "Phase" })

/** See {@link Phase:var}. */
export type Phase = typeof Phase.Type

/**
 * Where a posting stands: a budget line in a phase, or a result or debt that has an account only.
 * `part` tells parts of one place apart: the partner of a pass-through, the member that owes a contribution, the
 * month of a realisation, the A/B sub-row of a result.
 */
export const Place = Schema.Struct({
  phase: Phase,
  direction: Direction,
  account: Account,
  policyItem: Schema.optionalKey(Code),
  action: Schema.optionalKey(Code),
  sector: Schema.optionalKey(Code),
  envelope: Schema.optionalKey(Code),
  part: Schema.optionalKey(Code),
}).annotate({ identifier: "Place" })

/** See {@link Place:var}. */
export type Place = typeof Place.Type

/** The place of a line's estimates. */
export const estimated = (line: BudgetLine): Place => ({ phase: "estimate", ...line })

/** The place of a line's realisations in one month. */
export const realised = (line: BudgetLine, month: string): Place => ({
  phase: "actual",
  ...line,
  part: month,
})

/** The line that a place belongs to; a result or a debt belongs to none. */
export const lineOf = ({ phase: _, part: __, policyItem, ...codes }: Place): BudgetLine | undefined =>
  policyItem === undefined ? undefined : { ...codes, policyItem }

/** One text per place: equal texts, equal places. */
export const key = (place: Place): string =>
  `${place.phase}\u001f${place.direction}\u001f${place.account}\u001f${place.policyItem ?? ""}\u001f${place.action ?? ""}\u001f${
    place.sector ?? ""
  }\u001f${place.envelope ?? ""}\u001f${place.part ?? ""}`

/** A line as a reader sees it: `A50111 · 0100 · 7402000 · OCMW · O`. */
export const format = (line: Place | BudgetLine): string =>
  [
    line.action,
    line.policyItem,
    line.account,
    line.sector,
    line.envelope,
    "part" in line ? line.part : undefined,
    line.direction,
  ]
    .filter((code) => code !== undefined)
    .join(" · ")
