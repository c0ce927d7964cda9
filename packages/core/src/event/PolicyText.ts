/**
 * The texts of a policy report (beleidsrapport): of each objective and action, of each chapter of the explanatory note,
 * and of its heading. They are declared beside the amounts and never posted.
 *
 * ```ts
 * Schema.is(PolicyText.GoalText)({ goal: "A1", description: "Een loket voor renovatie" }) // => true
 * Schema.is(PolicyText.GoalTerm)({ from: 2026, until: "2031-12-31" }) // => true
 * Schema.is(PolicyText.ChapterText)({ chapter: "inleiding", number: 1, text: "Het plan loopt zes jaar." }) // => true
 * Schema.is(PolicyText.HeadingName)("nisCode") // => true
 * Schema.is(PolicyText.HeadingFact)({ name: "nisCode", value: "11002" }) // => true
 * PolicyText.chapterKey({ chapter: "inleiding", number: 1 }).startsWith("inleiding") // => true
 * ```
 */
import * as Schema from "effect/Schema"
import { Code, Text } from "../value/BudgetLine.ts"
import { Quantity } from "../value/Quantity.ts"
import { Day, Year } from "../value/Year.ts"

/** The term of an action (uitvoeringstermijn): its first year, its last day, and its wording in the plan. */
export const GoalTerm = Schema.Struct({
  from: Year,
  until: Day,
  text: Schema.optionalKey(Text),
}).annotate({ identifier: "GoalTerm" })

/** See {@link GoalTerm:var}. */
export type GoalTerm = typeof GoalTerm.Type

/** The texts of a node of the objectives tree. A later declaration replaces all of them. */
export const GoalText = Schema.Struct({
  goal: Code,
  /** Omschrijving: the full name. */
  description: Schema.optionalKey(Text),
  /** Commentaar: the explanation. */
  commentary: Schema.optionalKey(Text),
  term: Schema.optionalKey(GoalTerm),
  /** Priority (prioritair); that of the objectives tree when absent. */
  priority: Schema.optionalKey(Schema.Boolean),
  /** The status in the words of the plan. */
  status: Schema.optionalKey(Code),
  /** Staff that members contribute in kind (VTE in natura), in full-time equivalents. */
  staffInKind: Schema.optionalKey(Quantity),
  /** The words that the plan prints instead of indicators, such as "/". */
  indicators: Schema.optionalKey(Text),
}).annotate({ identifier: "GoalText" })

/** See {@link GoalText:var}. */
export type GoalText = typeof GoalText.Type

/** A paragraph of a chapter, in the order of its number. */
export const ChapterText = Schema.Struct({
  chapter: Code,
  number: Schema.Int,
  title: Schema.optionalKey(Code),
  text: Text,
}).annotate({ identifier: "ChapterText" })

/** See {@link ChapterText:var}. */
export type ChapterText = typeof ChapterText.Type

/**
 * The facts in the heading of a report: the enterprise number (KBO), the NIS code, the address of the authority, the budget
 * journal number (volgnummer budgettair journaal), the day of print, and the decision.
 */
export const HeadingName = Schema.Literals([
  "enterpriseNumber",
  "nisCode",
  "address",
  "journalNumber",
  "printedOn",
  "decision",
]).annotate({ identifier: "HeadingName" })

/** See {@link HeadingName:var}. */
export type HeadingName = typeof HeadingName.Type

/** A fact of the heading of a report. */
export const HeadingFact = Schema.Struct({ name: HeadingName, value: Code }).annotate({
  identifier: "HeadingFact",
})

/** See {@link HeadingFact:var}. */
export type HeadingFact = typeof HeadingFact.Type

/** Returns the key of a paragraph. */
export const chapterKey = ({ chapter, number }: Pick<ChapterText, "chapter" | "number">): string =>
  `${chapter}\u001f${number}`
