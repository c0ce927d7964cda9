/** Sentences about the verdict on published tables: the way of printing that fits, what could not be checked, and why. */
import type { Statement } from "@grootboek/core"
import type { Consistency } from "@grootboek/core/answer"
import * as Catalogue from "./Catalogue.ts"
import type { Audience, Both, Language } from "./Language.ts"

/** Why the tables are accepted or not. */
export type VerdictReason = "Fits" | "Doubtful" | "Broken" | "Unchecked" | "Contradictory" | "Undecided"

export const verdict = (reason: VerdictReason, language: Language): string => verdicts[reason][language]

/** Returns why the command ends with its exit status. */
export const exit = (reason: VerdictReason, language: Language): string => {
  const status = reason === "Fits" || reason === "Doubtful" ? 0 : 1
  return {
    en: `Exit status ${status}: ${reasons[reason].en}.`,
    nl: `Afsluitcode ${status}: ${reasons[reason].nl}.`,
  }[language]
}

const verdicts: Readonly<Record<VerdictReason, Both>> = {
  Fits: { en: "The tables can be right.", nl: "De tabellen kunnen juist zijn." },
  Doubtful: {
    en: "The tables can be right, but only if some printed zeros are amounts that round to zero.",
    nl: "De tabellen kunnen juist zijn, maar alleen als sommige gedrukte nullen bedragen zijn die op nul afronden.",
  },
  Broken: {
    en: "The tables contradict each other. Check the figures below.",
    nl: "De tabellen spreken elkaar tegen. Controleer de cijfers hieronder.",
  },
  Unchecked: {
    en: "The tables were not judged: no sum could be checked.",
    nl: "De tabellen zijn niet beoordeeld: er kon geen enkele som gecontroleerd worden.",
  },
  Contradictory: {
    en: "The figures contradict each other, although each sum alone can be right.",
    nl: "De cijfers spreken elkaar tegen, al kan elke som op zich kloppen.",
  },
  Undecided: {
    en: "Each sum alone can be right; whether all figures can be right at once was not decided.",
    nl: "Elke som op zich kan kloppen; of alle cijfers samen juist kunnen zijn, is niet beslist.",
  },
}

const reasons: Readonly<Record<VerdictReason, Both>> = {
  Fits: { en: "every sum that could be checked fits", nl: "elke som die gecontroleerd kon worden, klopt" },
  Doubtful: {
    en: "every sum that could be checked can fit",
    nl: "elke som die gecontroleerd kon worden, kan kloppen",
  },
  Broken: {
    en: "no known way of printing explains all sums",
    nl: "geen enkele bekende manier van afdrukken verklaart alle sommen",
  },
  Unchecked: {
    en: "no sum was checked, so nothing is known about the tables",
    nl: "er is geen som gecontroleerd, dus er is niets over de tabellen geweten",
  },
  Contradictory: {
    en: "no exact amounts exist that print all figures",
    nl: "er bestaan geen exacte bedragen die alle cijfers geven",
  },
  Undecided: { en: "the proof was not decided", nl: "het bewijs is niet beslist" },
}

const ways: Readonly<Record<Statement.Policy, Both>> = {
  form: { en: "as the form prescribes", nl: "zoals het schema voorschrijft" },
  exact: { en: "each figure from its exact amount", nl: "elk cijfer uit het exacte bedrag" },
  rows: { en: "sums of printed rows", nl: "sommen van gedrukte rijen" },
}

/** Returns which ways of printing explain a table, and how many sums the others break. */
export const printing = (tried: Consistency.TriedPolicies, language: Language): string => {
  const { form, entity, series, broken } = tried
  const name = [form, entity, series].filter((part) => part !== undefined).join(" ")
  const policies = (["form", "exact", "rows"] as const).filter(
    (policy) => policy !== "exact" || form === "M2" || form === "J2",
  )
  const fitting = policies.filter((policy) => broken[policy] === 0).map((policy) => ways[policy][language])
  const others = policies.filter((policy) => broken[policy] > 0)
  const count = (policy: Statement.Policy): string =>
    ({
      en: `${ways[policy].en} breaks ${sums(broken[policy]).en}`,
      nl: `${ways[policy].nl}: ${sums(broken[policy]).nl} fout`,
    })[language]
  const fits = {
    en: fitting.length === 0 ? "no known way fits" : `fits ${fitting.join(" or ")}`,
    nl: fitting.length === 0 ? "geen enkele bekende manier past" : `past bij ${fitting.join(" of ")}`,
  }[language]
  const prefix = { en: `Printing of ${name}`, nl: `Afdruk van ${name}` }[language]
  return `${prefix}: ${[fits, ...others.map(count)].join("; ")}`
}

const sums = (count: number): Both => ({
  en: count === 1 ? "1 sum" : `${count} sums`,
  nl: count === 1 ? "1 som" : `${count} sommen`,
})

/** Returns which rows were missing for sums that could not be checked: at most six. */
export const missing = (rows: ReadonlyArray<Consistency.MissingRow>, language: Language): string => {
  const named = rows
    .slice(0, 6)
    .map(({ form, row }) => `${form} ${row}`)
    .join(", ")
  const more = rows.length - 6
  const others = Catalogue.count(more, { en: "more row", nl: "rij" }, { en: "more rows", nl: "rijen" })
  return {
    en: `Not printed, so that sums could not be checked: ${named}${more > 0 ? `, and ${others.en}` : ""}.`,
    nl: `Niet gedrukt, waardoor sommen niet gecontroleerd konden worden: ${named}${more > 0 ? `, en nog ${others.nl}` : ""}.`,
  }[language]
}

/** Returns the proposal to take rows that were not printed for zero, with its result. */
export const proposal = (
  { holds, rounding, broken }: Consistency.ConsistencyReport["counts"],
  { language, audience = "library" }: { readonly language: Language; readonly audience?: Audience },
): string => {
  const all = sums(holds + rounding + broken)
  return Catalogue.format(
    {
      en: `If rows that are not printed are zero, ${all.en} can be checked, of which ${broken} broken:`,
      nl: `Als niet-gedrukte rijen nul zijn, kunnen ${all.nl} gecontroleerd worden, waarvan ${broken} fout:`,
      next: { en: 'check with unprinted "zero".', nl: 'controleer met unprinted "zero".' },
      command: { en: "add --unprinted zero.", nl: "voeg --unprinted zero toe." },
    },
    { language, audience },
  )
}

/** Returns how many sums fit only if printed zeros hide amounts. */
export const hidden = (count: number, language: Language): string =>
  ({
    en: `${sums(count).en} can fit only if printed zeros are amounts that round to zero.`,
    nl: `${sums(count).nl} ${count === 1 ? "kan" : "kunnen"} alleen kloppen als gedrukte nullen bedragen zijn die op nul afronden.`,
  })[language]
