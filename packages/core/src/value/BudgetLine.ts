/**
 * Budget lines (budgetlijnen) with their codes, and the places of postings.
 *
 * ```ts
 * Schema.is(BudgetLine.BudgetLine)(staff) // => true
 * Schema.is(BudgetLine.Direction)("U") // => true
 * Schema.is(BudgetLine.Account)("62") // => true
 * Schema.is(BudgetLine.Code)(" 0101") // => false
 * Schema.is(BudgetLine.Text)("First line\nsecond line") // => true
 * BudgetLine.format(staff) // => "A1 · 0101 · 6200000 · U"
 * BudgetLine.print(staff, "en") // => "A1 · 0101 · 6200000 · U"
 * const place = BudgetLine.realised(staff, "2026-04")
 * Schema.is(BudgetLine.Place)(place) // => true
 * Schema.is(BudgetLine.Phase)(place.phase) // => true
 * BudgetLine.lineOf(place)?.account // => "6200000"
 * BudgetLine.key(place) === BudgetLine.key(BudgetLine.estimated(staff)) // => false
 * BudgetLine.committed(staff, { month: "2026-03", movement: "recorded", reference: "B-1" }).phase // => "commitment"
 * ```
 */
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as CommitmentPart from "./CommitmentPart.ts"
import { expects } from "./Problem.ts"

/** Receipt (ontvangst, `O`) or expenditure (uitgave, `U`). Amounts are positive in their own direction. */
export const Direction = Schema.Literals(["O", "U"]).annotate({ identifier: "Direction" })

/** `O` or `U`. */
export type Direction = typeof Direction.Type

/** A code or name: 1 to 200 characters without control characters and without blanks around it. */
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

/** A general account (algemene rekening, MAR): digits as text, because leading zeros matter. */
export const Account = Schema.String.check(
  Schema.isPattern(/^\d{2,10}$/u, expects("account", "an account number of 2 to 10 digits")),
).annotate({ identifier: "Account" })

/** A budget line (budgetlijn): year and plan version are not part of it. */
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

/**
 * Checks a line from outside. Throws a `TypeError` that names the field for a value that is not a line: an account that is not
 * of 2 to 10 digits, a code with blanks around it, an unknown field.
 *
 * ```ts
 * BudgetLine.from({ direction: "U", account: "6140000", policyItem: "0101" }).account // => "6140000"
 * ```
 */
export const from = (value: unknown): BudgetLine =>
  Result.getOrThrowWith(decode(value), ({ message }) => new TypeError(message))

const decode = Schema.decodeUnknownResult(BudgetLine, { onExcessProperty: "error" })

/** The kind of an amount: an estimate (raming), a realisation (aanrekening), a debt (schuld), a commitment (vastlegging). */
export const Phase = Schema.Literals(["estimate", "actual", "debt", "commitment"]).annotate({
  identifier: "Phase",
})

/** See {@link Phase:var}. */
export type Phase = typeof Phase.Type

/**
 * The place of a posting: a budget line in a phase, or a result or debt with an account only.
 * `part` divides a place: by partner of a pass-through, member of a contribution, month of a realisation, movement of a
 * commitment or A/B sub-row of a result.
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

/** Returns the place of the estimates of a line. */
export const estimated = (line: BudgetLine): Place => ({ phase: "estimate", ...line })

/** Returns the place of the realisations of a line in a month. */
export const realised = (line: BudgetLine, month: string): Place => ({
  phase: "actual",
  ...line,
  part: month,
})

/** Returns the place of a movement of a commitment on a line. */
export const committed = (line: BudgetLine, part: CommitmentPart.CommitmentPart): Place => ({
  phase: "commitment",
  ...line,
  part: CommitmentPart.of(part),
})

/** Returns the line of a place; `undefined` for a result or a debt. */
export const lineOf = ({ phase: _, part: __, policyItem, ...codes }: Place): BudgetLine | undefined =>
  policyItem === undefined ? undefined : { ...codes, policyItem }

/** Returns a text that is equal for equal places only. */
export const key = (place: Place): string =>
  `${place.phase}\u001f${place.direction}\u001f${place.account}\u001f${place.policyItem ?? ""}\u001f${place.action ?? ""}\u001f${
    place.sector ?? ""
  }\u001f${place.envelope ?? ""}\u001f${place.part ?? ""}`

/** Formats a line or a place for readers: `A50111 · 0100 · 7402000 · OCMW · O`. */
export const format = (line: Place | BudgetLine): string => print(line, "en")

/** Formats a line or a place in a language: the parts of debts and of results have Dutch names. */
export const print = (line: Place | BudgetLine, language: "en" | "nl"): string =>
  [
    line.action,
    line.policyItem,
    line.account,
    line.sector,
    line.envelope,
    "phase" in line ? partOf(line, language) : undefined,
    line.direction,
  ]
    .filter((code) => code !== undefined)
    .join(" · ")

// The parts of debts and results are codes in English; the others are names and months.
const partOf = ({ phase, part, policyItem }: Place, language: "en" | "nl"): string | undefined =>
  language === "en" || (phase !== "debt" && policyItem !== undefined) ? part : (dutchParts.get(part) ?? part)

const dutchParts: ReadonlyMap<string | undefined, string> = new Map([
  ["notional", "aangewezen"],
  ["bonds", "obligatieleningen"],
  ["leasing", "leasing"],
  ["creditInstitutions", "kredietinstellingen"],
  ["other", "andere"],
  ["B.1.accounts", "B.1 jaarrekening"],
  ["B.2.accounts", "B.2 jaarrekening"],
  ["B.3.accounts", "B.3 jaarrekening"],
])
