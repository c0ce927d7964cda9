/** The check of published tables without a ledger, in a terminal: counts, sums that differ, and suspect figures. */
import { type Consistency, Money } from "@grootboek/core"
import { marks, type TextOptions } from "../../paint/TextOptions.ts"
import * as AnswerText from "../../words/AnswerText.ts"
import * as Words from "../../words/Words.ts"
import * as ConsistencyDocument from "./ConsistencyDocument.ts"

/** Returns a report as text, with the lines of a proof if one was requested. */
export const consistency = (
  report: Consistency.ConsistencyReport,
  proof: ConsistencyDocument.ConsistencyDocument["proof"],
  options: TextOptions,
): string => {
  const { language } = options
  const { strong, good, bad } = marks(options)
  const words = Words.of(language)
  const { ok, counts, findings, suspects } = ConsistencyDocument.of(report, proof)
  const where = ({ file, line, form, row, year }: (typeof findings)[number]["figure"]) =>
    `${file === null ? line : `${file}:${line}`}: ${form} ${row} ${year}`
  return [
    strong(AnswerText.sums(counts, language)),
    ok ? good(words.consistent) : bad(words.inconsistent),
    ...findings.map(({ outcome, figure, sum, difference }) =>
      AnswerText.parts(
        { figure: `${where(figure)} = ${euro(figure.amount)}`, sum: euro(sum), difference: euro(difference) },
        outcome,
        language,
      ),
    ),
    ...suspects.map(
      ({ figure, broken, of }) => `${where(figure)}: ${AnswerText.suspect(broken, of, language)}`,
    ),
    ...(proof === null ? [] : ["", ...proof.lines]),
  ].join("\n")
}

const euro = (text: string): string => Money.print(Money.from(text), "be")
