/** `grootboek decision`: one decision on the plan on one sheet, to read, to print or to edit. */
import { JournalStore, Ledger } from "@grootboek/core"
import { DecisionFile } from "@grootboek/core/answer"
import { DecisionReport, Json } from "@grootboek/report"
import * as Effect from "effect/Effect"
import * as TableFormat from "../output/TableFormat.ts"
import { accepted, storeError } from "../session/CoreFailure.ts"
import * as PolicyReportPackage from "../session/PolicyReportPackage.ts"
import * as Session from "../session/Session.ts"
import type { CommandFailure } from "../words/CommandFailure.ts"
import * as LedgerMessage from "../words/LedgerMessage.ts"
import * as Answer from "./Answer.ts"
import * as Command from "./Command.ts"
import * as common from "./common.ts"
import * as Parameter from "./Parameter.ts"

const formats = ["text", "md", "html", "json", "docx"] as const

export const decision = Command.define({
  name: "decision",
  alias: "besluit",
  about: {
    en: "show one decision: who decided, why, its effect, its changes by reason, the norms",
    nl: "toon één besluit: wie besliste, waarom, de invloed, de wijzigingen per reden, de normen",
  },
  more: {
    en: [
      "The label is that of the version of the plan which the decision made.",
      "In HTML and DOCX the decision is one sheet of A4.",
      "",
      "Example: grootboek decision 2026/1 --ledger w13.db --format docx --out decision.docx",
    ].join("\n"),
    nl: [
      "Het label is dat van de versie van het plan die het besluit maakte.",
      "In HTML en DOCX is het besluit één blad A4.",
      "",
      "Voorbeeld: grootboek besluit 2026/1 --ledger w13.db --format docx --out besluit.docx",
    ].join("\n"),
  },
  args: {
    label: Parameter.required(
      Parameter.text("LABEL", { en: "the label of the decision", nl: "het label van het besluit" }),
    ),
  },
  options: {
    ledger: common.ledger,
    branch: common.branch,
    format: common.format(formats, {
      en: "text, md, html to print, json, or docx to edit (default: text)",
      nl: "text, md, html om af te drukken, json, of docx om te bewerken (standaard: text)",
    }),
    out: common.out,
  },
  run: Effect.fnUntraced(function* ({ args: { label }, options, language }) {
    const { ledger, store, name, head } = yield* Session.open(options)
    const file = yield* accepted(DecisionFile.of(ledger, label))
    const { plan } = yield* accepted(Ledger.requirePlan(ledger, file.position))
    // An entry of a branch is not in the journal, and has no hash.
    const last =
      file.position > head.position
        ? undefined
        : yield* Effect.mapError(JournalStore.entryAt(store, name, file.position), storeError)
    const content = written(options.format, file, { language, plan, head: last?.hash })
    yield* Answer.write(yield* content, options.out, language)
  }),
})

const written = (
  format: (typeof formats)[number],
  file: DecisionFile.DecisionFile,
  options: DecisionReport.DecisionOptions,
): Effect.Effect<TableFormat.Content, CommandFailure> => {
  const { language, plan, head } = options
  if (format === "docx")
    return Effect.flatMap(PolicyReportPackage.load(LedgerMessage.decisionDocument), ({ Docx }) =>
      Effect.promise(() => Docx.write(DecisionReport.document(file, options))),
    )
  const nameOf = (action: string) => plan.structure.goals.get(action)?.name
  const document = () => Json.decision(file, { head, nameOf })
  return TableFormat.sheet(DecisionReport.of(file, options), document, { format, language, csv: "be" })
}
