/** The result of a verification in one or two sentences. */
import type { Norm } from "@grootboek/core/answer"
import { count } from "./Catalogue.ts"
import type { Both, Language } from "./Language.ts"
import * as Words from "./Words.ts"

/** Returns the sentence about a journal without findings, and about the norms that are missed nevertheless. */
export const intact = (norms: ReadonlyArray<Norm.NormCheck>, language: Language): string => {
  const missed = (level: Norm.Level) => norms.filter((one) => one.level === level && !one.holds).length
  const [commitments, indicators] = [missed("commitment"), missed("indicator")]
  const parts: ReadonlyArray<Both> = [
    ...(commitments === 0
      ? []
      : [
          count(
            commitments,
            { en: "pledge is missed", nl: "verbintenis is niet voldaan" },
            { en: "pledges are missed", nl: "verbintenissen zijn niet voldaan" },
          ),
        ]),
    ...(indicators === 0
      ? []
      : [
          count(
            indicators,
            { en: "indicator is missed", nl: "indicator is niet voldaan" },
            { en: "indicators are missed", nl: "indicatoren zijn niet voldaan" },
          ),
        ]),
  ]
  const sentence: Both = {
    en: "Journal intact: every entry matches its hash.",
    nl: "Journaal ongeschonden: elke boeking past bij haar hash.",
  }
  if (norms.length === 0) return sentence[language]
  const required: Both = { en: " All required norms are met", nl: " Alle verplichte normen zijn voldaan" }
  return `${[sentence[language] + required[language], ...parts.map((part) => part[language])].join("; ")}.`
}

/** Returns the sentence about a journal with findings. */
export const notIntact = (findings: number, language: Language): string =>
  ({
    en: `Not in order: ${Words.count(findings, "finding", "en")}.`,
    nl: `Niet in orde: ${Words.count(findings, "finding", "nl")}.`,
  })[language]
