/** A reconciliation in a terminal: counts, figures that differ, and figures that are not the plain rounding. */
import type { Reconcile } from "@grootboek/core/answer"
import { marks, type TextOptions } from "../../paint/TextOptions.ts"
import * as FileFinding from "../../view/FileFinding.ts"
import * as IdentityText from "../../words/IdentityText.ts"
import * as Words from "../../words/Words.ts"
import * as ReconciliationDocument from "./ReconciliationDocument.ts"

export const reconciliation = (
  reconciled: Reconcile.Reconciliation,
  file: string,
  options: TextOptions,
): string => {
  const words = Words.of(options.language)
  const { strong, good, bad } = marks(options)
  const { form, at, counts, findings, roundings, printedBy, itself } = ReconciliationDocument.of(
    reconciled,
    file,
    options.language,
    options.audience,
  )
  const { compared, ...outcomes } = counts
  return [
    strong(`${file} ↔ ${form} · ${words.plan} ${at.plan} · ${words.position} ${at.position}`),
    [
      Words.count(compared, "figure", options.language),
      ...(["equal", "rounding", "error", "missing"] as const).map(
        (outcome) => `${outcomes[outcome]} ${words[outcome]}`,
      ),
    ].join(" · "),
    `${words.printedBy}: ${(["form", "exact", "rows"] as const).map((way) => `${way} ${printedBy[way]}`).join(" · ")}`,
    ...(findings.length === 0
      ? [good(words.nothingDiffers)]
      : ["", ...findings.map((finding) => bad(FileFinding.format(finding)))]),
    ...(itself.findings.length === 0
      ? []
      : [
          "",
          strong(words.itself),
          ...itself.findings.map((finding) => bad(FileFinding.format(finding))),
          ...reconciled.itself.suspects
            .slice(0, 5)
            .map((suspect) => `  ${IdentityText.suspect(suspect, options.language)}`),
        ]),
    ...(roundings.length === 0 ? [] : ["", strong(words.roundings), ...roundings.map(FileFinding.format)]),
    "",
  ].join("\n")
}
