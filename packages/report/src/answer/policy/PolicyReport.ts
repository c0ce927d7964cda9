/**
 * The policy report (beleidsrapport) as one document: heading, strategic note, financial note and explanatory note, and for
 * an adjustment the motivation of its changes. What the ledger does not hold is printed as not declared.
 */
import type { Document } from "@grootboek/cells"
import { type FormId, formIds, Ledger, type Refusal, type Statement, Year } from "@grootboek/core"
import * as Result from "effect/Result"
import type { Language } from "../../words/Language.ts"
import * as PolicyWords from "../../words/PolicyWords.ts"
import type { OverviewInput } from "../overview/OverviewInput.ts"
import * as Chapters from "./Chapters.ts"
import * as ExplanatoryNote from "./ExplanatoryNote.ts"
import * as Motivation from "./Motivation.ts"
import * as StrategicNote from "./StrategicNote.ts"

/** Returns the report at a moment, or why there is none. */
export const of = (
  ledger: Ledger.Ledger,
  { at, language }: { readonly at?: number | undefined; readonly language: Language },
): Result.Result<Document.Document, Refusal.Refusal> =>
  Result.gen(function* () {
    const { plan, position } = yield* Ledger.requirePlan(ledger, at)
    const statements = new Map<FormId, Statement.Statement>()
    for (const form of formIds) statements.set(form, yield* Ledger.statement(ledger, form, { at: position }))
    return compose({ ledger, plan, position, language }, statements)
  })

const compose = (
  input: OverviewInput,
  statements: ReadonlyMap<FormId, Statement.Statement>,
): Document.Document => {
  const { plan, language } = input
  const word = (name: PolicyWords.PolicyWord): string => PolicyWords.of(name, language)
  const part = (name: PolicyWords.PolicyWord): Document.DocumentHeading => ({
    _tag: "Heading",
    level: 1,
    text: word(name),
  })
  const label = plan.versions.at(-1)?.label ?? ""
  const kind = plan.versions.length > 1 ? word("adjustment") : word("plan")
  const name = `${kind} ${Year.format(plan.years)} (${label})`
  const named = (
    place: Chapters.ChapterPlace,
    level: Document.DocumentHeading["level"],
  ): ReadonlyArray<Document.DocumentBlock> => {
    const heading = Chapters.nameOf(plan, place)
    return heading === undefined
      ? []
      : [{ _tag: "Heading", level, text: heading }, ...Chapters.of(plan, place)]
  }
  const goals = statements.get("goals")
  return {
    language,
    title: `${word("report")}: ${name}`,
    about: [plan.entity.name, ...heading(input)],
    contents: word("contents"),
    running: `${plan.entity.name} · ${name}`,
    page: word("page"),
    blocks: [
      ...named("introduction", 1),
      ...Motivation.blocks(input),
      part("strategic"),
      ...Chapters.of(plan, "strategic"),
      ...named("legend", 2),
      ...(goals === undefined ? [] : StrategicNote.blocks(plan, goals, language)),
      part("financial"),
      ...ExplanatoryNote.forms(statements, ["M1", "M2", "M3"], language),
      part("explanatory"),
      ...ExplanatoryNote.blocks(input, statements),
    ],
  }
}

const heading = (input: OverviewInput): ReadonlyArray<string> => {
  const { plan, language } = input
  const { headings } = plan.structure.register
  const notDeclared = PolicyWords.of("notDeclared", language)
  const decided = headings.get("decision")?.value ?? Motivation.decision(plan, input)
  return [
    ...(["address", "enterpriseNumber", "nisCode", "journalNumber", "printedOn"] as const).map(
      (name) => `${PolicyWords.of(name, language)}: ${headings.get(name)?.value ?? notDeclared}`,
    ),
    `${PolicyWords.of("decision", language)}: ${decided ?? notDeclared}`,
  ]
}
