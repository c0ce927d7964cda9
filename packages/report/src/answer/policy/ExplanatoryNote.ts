/** The explanatory note (toelichting): T1, T2, T3, the synthesis, and the chapters that a local authority declares. */
import type { Document } from "@grootboek/cells"
import type { FormId, Statement } from "@grootboek/core"
import type * as Table from "../../paint/Table.ts"
import * as FormTitle from "../../view/FormTitle.ts"
import * as FollowUpName from "../../words/FollowUpName.ts"
import * as PolicyWords from "../../words/PolicyWords.ts"
import * as Contributions from "../overview/Contributions.ts"
import * as Explanatory from "../overview/Explanatory.ts"
import type { OverviewInput } from "../overview/OverviewInput.ts"
import * as Chapters from "./Chapters.ts"
import * as DocumentTables from "./DocumentTables.ts"
import * as Synthesis from "./Synthesis.ts"

/** Returns the forms as tables, each under its heading. */
export const forms = (
  statements: ReadonlyMap<FormId, Statement.Statement>,
  ids: ReadonlyArray<FormId>,
  language: OverviewInput["language"],
): ReadonlyArray<Document.DocumentBlock> =>
  ids.flatMap((id) => {
    const filled = statements.get(id)
    if (filled === undefined) return []
    const name = FormTitle.heading(id, language, filled.title)
    return [
      { _tag: "Heading", level: 2, text: name } as const,
      DocumentTables.statement(filled, { title: name, language }),
    ]
  })

/** Returns the whole note, in the order of an official one. */
export const blocks = (
  input: OverviewInput,
  statements: ReadonlyMap<FormId, Statement.Statement>,
): ReadonlyArray<Document.DocumentBlock> => {
  const { plan, language } = input
  const synthesis = statements.get("synthesis")
  const compact = synthesis === undefined ? undefined : Synthesis.of(synthesis, input)
  const chapter = (
    word: PolicyWords.PolicyWord,
    tables: ReadonlyArray<Document.DocumentBlock> = [],
  ): ReadonlyArray<Document.DocumentBlock> => {
    const texts = Chapters.of(plan, word)
    const notDeclared = { _tag: "Paragraph", text: PolicyWords.of("notDeclared", language) } as const
    return [
      { _tag: "Heading", level: 2, text: PolicyWords.of(word, language) },
      ...texts,
      ...tables,
      ...(texts.length + tables.length === 0 ? [notDeclared] : []),
    ]
  }
  const plain = (tables: ReadonlyArray<Table.Table>): ReadonlyArray<Document.DocumentTable> =>
    tables.filter(({ rows }) => rows.length > 0).map(DocumentTables.plain)
  const contributions = plain(Contributions.contributions(input))
  return [
    ...forms(statements, ["T1", "T2", "T3"], language),
    ...(compact === undefined
      ? []
      : [
          { _tag: "Heading", level: 2, text: PolicyWords.of("synthesis", language) } as const,
          ...compact,
          ...Chapters.of(plan, "synthesis"),
        ]),
    ...chapter("investments", plain(Explanatory.investments(input))),
    ...chapter("risks", plain([riskTable(input)])),
    ...chapter("staff", plain(Explanatory.facts(input))),
    ...chapter("entities"),
    ...chapter("assumptions"),
    ...(contributions.length === 0 ? [] : chapter("contributions", contributions)),
    ...chapter("domains", plain(Explanatory.domains(input))),
    ...Chapters.others(plan),
  ]
}

const riskTable = ({ plan, language }: OverviewInput): Table.Table => ({
  title: PolicyWords.of("risks", language),
  head: [
    PolicyWords.of("risk", language),
    PolicyWords.of("trend", language),
    PolicyWords.of("explanation", language),
  ],
  rows: [...plan.structure.register.risks.values()].map(({ name, trend, text }) => [
    name,
    FollowUpName.trend(trend, language),
    text ?? "",
  ]),
})
