/** The strategic note (strategische nota): each objective, action plan and action with its texts, indicators and amounts. */
import type { Document } from "@grootboek/cells"
import { type Plan, type Statement, Structure } from "@grootboek/core"
import * as Figure from "../../words/Figure.ts"
import * as IndicatorText from "../../words/IndicatorText.ts"
import type { Language } from "../../words/Language.ts"
import * as PolicyWords from "../../words/PolicyWords.ts"
import * as TermText from "../../words/TermText.ts"
import * as DocumentTables from "./DocumentTables.ts"

/** Returns the blocks of every node of the objectives tree, in its order. */
export const blocks = (
  plan: Plan.Plan,
  goals: Statement.Statement,
  language: Language,
): ReadonlyArray<Document.DocumentBlock> => {
  const below = (parent: string | undefined): ReadonlyArray<Document.DocumentBlock> =>
    Structure.children(plan.structure, parent).flatMap((goal) => [
      ...node(plan, goal, { goals, language }),
      ...below(goal.code),
    ])
  return below(undefined)
}

interface Context {
  readonly goals: Statement.Statement
  readonly language: Language
}

const levels = { strategicObjective: 2, policyObjective: 2, actionPlan: 3, action: 4 } as const

const node = (
  { structure }: Plan.Plan,
  goal: Structure.Goal,
  { goals, language }: Context,
): ReadonlyArray<Document.DocumentBlock> => {
  const word = (name: PolicyWords.PolicyWord): string => PolicyWords.of(name, language)
  const text = structure.register.goalTexts.get(goal.code)
  const isPriority = text?.priority ?? goal.priority
  const hasTexts = structure.register.goalTexts.size > 0
  const given = (name: PolicyWords.PolicyWord, value: string | undefined) =>
    value === undefined || value.trim() === "" ? [] : [{ label: word(name), text: value }]
  const expected = (name: PolicyWords.PolicyWord, value: string | undefined) =>
    goal.level === "action" || (goal.level !== "actionPlan" && name === "description")
      ? [{ label: word(name), text: value ?? word("notDeclared") }]
      : given(name, value)
  const indicators = indicatorTable(structure, goal, language)
  const printed = amounts(goals, goal, language)
  return [
    {
      _tag: "Heading",
      level: levels[goal.level],
      text: `${word(goal.level)} ${goal.code}${isPriority ? ` (${word("priority")})` : ""}: ${goal.name}`,
    },
    {
      _tag: "Labelled",
      texts: [
        ...expected("description", text?.description),
        ...given("commentary", text?.commentary),
        ...(goal.level === "action"
          ? expected("term", text?.term === undefined ? undefined : TermText.of(text.term))
          : []),
        ...given("status", text?.status),
        ...given(
          "staffInKind",
          text?.staffInKind === undefined ? undefined : Figure.decimal(text.staffInKind),
        ),
        ...(goal.level === "action" && indicators === undefined
          ? [{ label: word("indicators"), text: text?.indicators ?? word("notDeclared") }]
          : []),
        ...(goal.level === "action"
          ? [{ label: word("financing"), text: filled(goal.financing) ?? word("notDeclared") }]
          : given("financing", goal.financing)),
        ...(printed === undefined && hasTexts && goal.level === "action"
          ? [{ label: word("estimates"), text: word("noAmounts") }]
          : []),
      ],
    },
    ...(indicators === undefined ? [] : [indicators]),
    ...(printed === undefined ? [] : [printed]),
  ]
}

const filled = (text: string | undefined): string | undefined =>
  text === undefined || text.trim() === "" ? undefined : text

const indicatorTable = (
  { register }: Structure.Structure,
  { code }: Structure.Goal,
  language: Language,
): Document.DocumentTable | undefined => {
  const own = [...register.indicators.values()].filter(({ goal }) => goal === code)
  if (own.length === 0) return undefined
  const word = (name: PolicyWords.PolicyWord): Document.DocumentCell => ({
    text: PolicyWords.of(name, language),
  })
  return {
    _tag: "Table",
    title: PolicyWords.of("indicators", language),
    head: [word("indicator"), word("definition"), word("target"), word("printedTarget")],
    rows: own.map((indicator, at) => {
      const targets = [...register.targets.values()].filter((one) => one.indicator === indicator.code)
      // Several indicators of one title: the title and its definition are printed once.
      const isSame = own[at - 1]?.name === indicator.name
      return {
        cells: [
          { text: isSame ? "" : indicator.name },
          { text: isSame ? "" : (indicator.text ?? "") },
          {
            text: targets
              .map((one) => {
                const shown = IndicatorText.target(indicator, one, language)
                return targets.length === 1 ? shown : `${one.year}: ${shown}`
              })
              .join("\n"),
          },
          { text: targets.flatMap(({ text }) => (text === undefined ? [] : [text])).join("\n") },
        ],
        level: 0,
        isHeading: false,
        isStrong: false,
      }
    }),
  }
}

// The plan prints no heading above the totals, and no empty sections of an action.
const amounts = (
  goals: Statement.Statement,
  { code, level }: Structure.Goal,
  language: Language,
): Document.DocumentTable | undefined => {
  const own = goals.rows.filter((row) => row.code.startsWith(`${code}/`))
  const isEmpty = (section: string): boolean =>
    own.every((row) => row.section !== section || row.cells.every(({ printed }) => printed === 0n))
  if (own.every(({ section }) => isEmpty(section))) return undefined
  const rows = own
    .filter(({ section }) => level !== "action" || !isEmpty(section))
    .map((row) => ({ ...row, level: 0, label: row.label.slice(row.label.lastIndexOf(" – ") + 3) }))
  const table = DocumentTables.statement(
    { ...goals, rows },
    { title: PolicyWords.of("amounts", language), language },
  )
  return { ...table, rows: table.rows.slice(rows[0]?.section === "" ? 0 : 1) }
}
