/** The check of published tables without a ledger, in a terminal: counts, sums that differ, and suspect figures. */
import { Money } from "@grootboek/core"
import type { Consistency } from "@grootboek/core/answer"
import { marks, type TextOptions } from "../../paint/TextOptions.ts"
import * as AnswerText from "../../words/AnswerText.ts"
import * as PublishedVerdict from "../../words/PublishedVerdict.ts"
import * as ConsistencyDocument from "./ConsistencyDocument.ts"

/** Returns a report as text, with the lines of a proof if one was requested, and the result if unprinted rows are zero. */
export const consistency = (
  report: Consistency.ConsistencyReport,
  proof: ConsistencyDocument.ConsistencyDocument["proof"],
  options: TextOptions,
  withZeros?: Consistency.ConsistencyReport,
): string => {
  const { language } = options
  const { strong, good, bad } = marks(options)
  const { ok, counts, findings, suspects } = ConsistencyDocument.of(report, proof)
  const reason = ConsistencyDocument.reasonOf(report, proof)
  const verdict = PublishedVerdict.verdict(reason, language)
  const name = ({ form, entity, series, row, year }: (typeof findings)[number]["figure"]) =>
    [form, entity, row, series, year].filter((part) => part !== undefined).join(" ")
  const where = (figure: (typeof findings)[number]["figure"]) =>
    `${figure.file === null ? figure.line : `${figure.file}:${figure.line}`}: ${name(figure)}`
  const hidden = report.findings.filter(({ isHidden }) => isHidden).length
  return [
    strong(AnswerText.sums(counts, language)),
    ...(counts.derived === undefined ? [] : [AnswerText.derivedSums(counts.derived, language)]),
    ok ? good(verdict) : bad(verdict),
    ...report.tried
      .filter(({ checked }) => checked > 0)
      .map((table) => PublishedVerdict.printing(table, language)),
    ...(hidden === 0 ? [] : [PublishedVerdict.hidden(hidden, language)]),
    ...(report.missing.length === 0 ? [] : [PublishedVerdict.missing(report.missing, language)]),
    ...(withZeros === undefined ? [] : [PublishedVerdict.proposal(withZeros.counts, options)]),
    ...findings.map(({ outcome, figure, sum, difference, derivedFrom }) =>
      AnswerText.parts(
        {
          figure: `${where(figure)} = ${euro(figure.amount)}`,
          sum: euro(sum),
          difference: euro(difference),
          ...(derivedFrom === undefined
            ? {}
            : {
                terms: derivedFrom
                  .map((term, at) => `${term.sign < 0 ? "− " : at === 0 ? "" : "+ "}${name(term.figure)}`)
                  .join(" "),
              }),
        },
        outcome,
        language,
      ),
    ),
    ...suspects.map(
      ({ figure, broken, of }) => `${where(figure)}: ${AnswerText.suspect(broken, of, language)}`,
    ),
    ...(proof === null ? [] : ["", ...proof.lines]),
    "",
    PublishedVerdict.exit(reason, language),
  ].join("\n")
}

const euro = (text: string): string => Money.print(Money.from(text), "be")
