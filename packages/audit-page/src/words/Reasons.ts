/** The kinds of causes of a change. */
import type { Diff } from "@grootboek/core"
import type { Bilingual } from "./Bilingual.ts"

export const reasons: Readonly<Record<Diff.CauseKind, Bilingual>> = {
  result: { nl: "Resultaatverwerking", en: "Result carried forward" },
  index: { nl: "Indexering", en: "Indexation" },
  timing: { nl: "Verschuiving in de tijd", en: "Timing" },
  transfer: { nl: "Verschuiving tussen lijnen", en: "Transfer between lines" },
  subsidy: { nl: "Subsidie", en: "Subsidy" },
  correction: { nl: "Correctie", en: "Correction" },
  overhead: { nl: "Overheadregel", en: "Overhead rule" },
  passThrough: { nl: "Doorstortregel", en: "Pass-through rule" },
  indexation: { nl: "Indexeringsregel", en: "Indexation rule" },
  contribution: { nl: "Bijdrageregel", en: "Contribution rule" },
  repayment: { nl: "Aangewezen aflossingen", en: "Notional repayments" },
  stop: { nl: "Stopzetting", en: "Stopped action" },
  reversal: { nl: "Tegenboeking", en: "Reversal" },
  structure: { nl: "Gewijzigde indeling", en: "Changed structure" },
  condition: { nl: "Voorwaarde", en: "Condition" },
  posted: { nl: "Boeking", en: "Entry" },
  unexplained: { nl: "Zonder reden", en: "No reason stated" },
}
