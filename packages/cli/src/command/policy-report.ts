/** `grootboek policy-report`: the policy report as one document, to print or to edit. */
import type { Document } from "@grootboek/cells"
import { PolicyReport } from "@grootboek/report"
import * as Effect from "effect/Effect"
import { accepted } from "../session/CoreFailure.ts"
import * as Moment from "../session/Moment.ts"
import * as PolicyReportPackage from "../session/PolicyReportPackage.ts"
import * as Session from "../session/Session.ts"
import type { CommandFailure } from "../words/CommandFailure.ts"
import * as LedgerMessage from "../words/LedgerMessage.ts"
import * as Answer from "./Answer.ts"
import * as Command from "./Command.ts"
import * as common from "./common.ts"
import * as Parameter from "./Parameter.ts"

const formats = ["html", "docx", "md"] as const

export const policyReport = Command.define({
  name: "policy-report",
  alias: "beleidsrapport",
  about: {
    en: "write the policy report: strategic, financial and explanatory note, as one document",
    nl: "schrijf het beleidsrapport: strategische nota, financiële nota en toelichting, als één document",
  },
  more: {
    en: [
      "Texts, indicators and the heading come from import --as texts and --as indicators. What is missing is printed as not declared.",
      "In HTML each figure links to its cell on the audit page.",
      "",
      "Example: grootboek policy-report --ledger w13.db --lang nl --format docx --out beleidsrapport.docx",
    ].join("\n"),
    nl: [
      "Teksten, indicatoren en hoofding komen uit import --as texts en --as indicators. Wat ontbreekt, staat er als niet opgegeven.",
      "In HTML verwijst elk cijfer naar zijn cel op de auditpagina.",
      "",
      "Voorbeeld: grootboek beleidsrapport --ledger w13.db --lang nl --format docx --out beleidsrapport.docx",
    ].join("\n"),
  },
  args: {},
  options: {
    ledger: common.ledger,
    at: common.at,
    branch: common.branch,
    format: Parameter.withDefault(
      Parameter.choice("FORMAT", formats, {
        en: "html to print, docx to edit, or md (default: html)",
        nl: "html om af te drukken, docx om te bewerken, of md (standaard: html)",
      }),
      "html",
    ),
    "audit-page": Parameter.withDefault(
      Parameter.text("FILE", {
        en: "html: where the audit page is, as seen from the report (default: audit.html)",
        nl: "html: waar de auditpagina staat, gezien vanuit het rapport (standaard: audit.html)",
      }),
      "audit.html",
    ),
    out: Parameter.required(common.out),
  },
  run: Effect.fnUntraced(function* ({ options, language }) {
    const { format, out, "audit-page": auditPage } = options
    const { ledger } = yield* Session.open(options)
    const at = yield* Moment.resolve(ledger, options.at)
    const composed = yield* accepted(PolicyReport.of(ledger, { at, language }))
    yield* Answer.write(yield* written(composed, { format, auditPage }), out, language)
  }),
})

// Loaded on use: the library of office documents is large.
const written = Effect.fnUntraced(function* (
  report: Document.Document,
  { format, auditPage }: { readonly format: (typeof formats)[number]; readonly auditPage: string },
): Effect.fn.Return<string | Uint8Array, CommandFailure> {
  const { Docx, Html, Markdown } = yield* PolicyReportPackage.load(LedgerMessage.policyReport)
  switch (format) {
    case "html":
      return Html.write(report, { auditPage })
    case "docx":
      return yield* Effect.promise(() => Docx.write(report))
    case "md":
      return Markdown.write(report)
  }
})
