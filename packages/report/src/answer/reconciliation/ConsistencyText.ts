/** Published tables held against themselves in a terminal: counts, each identity that does not hold, and the suspects. */
import { type Consistency, Money } from "@grootboek/core"
import { marks, type TextOptions } from "../../paint/TextOptions.ts"
import * as Figure from "../../words/Figure.ts"
import * as ConsistencyDocument from "./ConsistencyDocument.ts"

/** A report as text, with the lines of a proof if one was asked. */
export const consistency = (
  report: Consistency.Report,
  proof: ConsistencyDocument.ConsistencyDocument["proof"],
  options: TextOptions,
): string => {
  const { strong, good, bad } = marks(options)
  const isDutch = options.language === "nl"
  const { ok, counts, findings, suspects } = ConsistencyDocument.of(report, proof)
  const all = counts.holds + counts.rounding + counts.broken
  const place = ({ file, line }: (typeof findings)[number]["figure"]) =>
    file === null ? `${line}` : `${file}:${line}`
  return [
    strong(
      isDutch
        ? `${all} gelijkheden · ${counts.holds} kloppen · ${counts.rounding} binnen afronding · ${counts.broken} gebroken · ${counts.unchecked} niet te toetsen`
        : `${all} identities · ${counts.holds} hold · ${counts.rounding} within rounding · ${counts.broken} broken · ${counts.unchecked} unchecked`,
    ),
    ok
      ? good(isDutch ? "De tabellen kunnen kloppen." : "The tables can be right.")
      : bad(isDutch ? "Niet alles kan kloppen." : "They cannot all be right."),
    ...findings.map(({ outcome, figure, sum, difference }) => {
      const printed = `${place(figure)}: ${figure.form} ${figure.row} ${figure.year} = ${euro(figure.amount)}`
      const why =
        outcome === "broken" ? (isDutch ? "gebroken" : "broken") : isDutch ? "afronding" : "rounding"
      return `${printed}; ${isDutch ? "de delen geven" : "its parts give"} ${euro(sum)} (${euro(difference)}, ${why})`
    }),
    ...suspects.map(({ figure, broken, of: total }) =>
      isDutch
        ? `${place(figure)}: ${figure.form} ${figure.row} ${figure.year} staat in ${broken} van ${total} gelijkheden die niet kloppen`
        : `${place(figure)}: ${figure.form} ${figure.row} ${figure.year} stands in ${broken} broken identities of ${total}`,
    ),
    ...(proof === null ? [] : ["", ...proof.lines]),
  ].join("\n")
}

const euro = (text: string): string => Figure.belgian(Money.from(text))
