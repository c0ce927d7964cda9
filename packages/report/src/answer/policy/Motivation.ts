/** The motivation of an adjustment (motivering van de wijzigingen): its decision, reasons, and what it changed. */
import type { Document } from "@grootboek/cells"
import { Address, Diff, Money, type Plan } from "@grootboek/core"
import * as Result from "effect/Result"
import type * as Table from "../../paint/Table.ts"
import * as PolicyWords from "../../words/PolicyWords.ts"
import * as ReasonText from "../../words/ReasonText.ts"
import * as Words from "../../words/Words.ts"
import * as DeclaredTable from "../difference/DeclaredTable.ts"
import type { OverviewInput } from "../overview/OverviewInput.ts"
import * as DocumentTables from "./DocumentTables.ts"

/** Returns the blocks of the last version of the plan; none for the first one. */
export const blocks = (input: OverviewInput): ReadonlyArray<Document.DocumentBlock> => {
  const { plan, ledger, position, language } = input
  const [version] = plan.versions.slice(1).slice(-1)
  const event = version === undefined ? undefined : ledger.traces.events.get(version.position)
  if (version === undefined || event?._tag !== "PlanAdjusted") return []
  const word = (name: PolicyWords.PolicyWord): string => PolicyWords.of(name, language)
  const { motivation, assumptions = [] } = event
  const changed = Diff.between(ledger, { from: version.position - 1, to: position, forms: ["M2", "M3"] })
  return [
    { _tag: "Heading", level: 1, text: `${word("motivation")} ${version.label}` },
    { _tag: "Paragraph", text: motivation ?? word("notDeclared") },
    ...(assumptions.length === 0
      ? []
      : [
          { _tag: "Heading", level: 2, text: word("changedAssumptions") } as const,
          ...assumptions.map((text) => ({ _tag: "Paragraph", text }) as const),
        ]),
    ...(Result.isFailure(changed)
      ? []
      : [cellTable(changed.success, language), DeclaredTable.of(changed.success, language)]
          .filter(({ rows }) => rows.length > 0)
          .map(DocumentTables.plain)),
  ]
}

const cellTable = ({ cells }: Diff.Difference, language: OverviewInput["language"]): Table.Table => {
  const word = (name: PolicyWords.PolicyWord): string => PolicyWords.of(name, language)
  return {
    title: word("changedCells"),
    head: [word("row"), word("year"), word("old"), word("now"), word("change"), word("why")],
    rows: cells.map((cell) => [
      `${cell.form} ${Address.format(cell)} ${cell.label}`,
      String(cell.year),
      cell.old,
      cell.new,
      cell.delta,
      // Entries with the same cause are one reason.
      [
        ...new Set(cell.causes.map((cause) => ReasonText.ofCause(cause, language))),
        ...(Money.isZero(cell.unexplained) ? [] : [Words.of(language).unexplained]),
      ].join("; "),
    ]),
  }
}

/** Returns the decision that adopted the version in force: body, date and reference; undefined when the journal does not state it. */
export const decision = ({ versions }: Plan.Plan, { ledger }: OverviewInput): string | undefined => {
  const event = ledger.traces.events.get(versions.at(-1)?.position ?? 0)
  const resolution = event !== undefined && "resolution" in event ? event.resolution : undefined
  return resolution === undefined
    ? undefined
    : [
        resolution.body,
        resolution.date,
        ...(resolution.reference === undefined ? [] : [resolution.reference]),
      ].join(", ")
}
