/** The message about a verdict, line by line in English and Dutch. Conflicts are sums that can be checked by hand. */
import { Money } from "@grootboek/core"
import { Published } from "@grootboek/core/answer"
import type { Conflict, ConflictSuspect, Contradictions } from "./Conflict.ts"
import type { FeasibilityVerdict, JudgedVerdict } from "./Feasibility.ts"
import type { UndecidedReason } from "./Search.ts"

/** A line of the message in both languages. */
export interface Line {
  readonly en: string
  readonly nl: string
}

/** Returns the message about a verdict. Amounts are euro. */
export const verdict = (found: FeasibilityVerdict): ReadonlyArray<Line> => {
  const { figures } = found
  switch (found._tag) {
    case "Consistent":
      return [
        figures === 1
          ? {
              en: "The only figure can be right: there are exact amounts that print it.",
              nl: "Het enige cijfer kan juist zijn: er zijn exacte bedragen die het geven.",
            }
          : {
              en: `All ${figures} figures can be right: there are exact amounts that print every one of them.`,
              nl: `Alle ${figures} cijfers kunnen juist zijn: er zijn exacte bedragen die elk ervan geven.`,
            },
        ...(found.doubts === undefined
          ? []
          : [
              {
                en: "But only if some printed zeros hide amounts that round to zero; if a zero means nothing:",
                nl: "Maar alleen als gedrukte nullen bedragen verbergen die op nul afronden; betekent een nul niets, dan:",
              },
              ...contradictions(found.doubts),
            ]),
      ]
    case "Contradictory":
      return [
        {
          en: `The ${figures} figures cannot all be right.`,
          nl: `De ${figures} cijfers kunnen niet allemaal juist zijn.`,
        },
        ...contradictions(found),
      ]
    case "Undecided":
      return [
        {
          en: `Whether the ${figures} figures can all be right was not decided: ${reason(found.status).en}.`,
          nl: `Of de ${figures} cijfers allemaal juist kunnen zijn, is niet beslist: ${reason(found.status).nl}.`,
        },
      ]
  }
}

/** Returns the line about the ways of printing under which a verdict was reached. */
export const policies = ({ policies: chosen, tried }: Pick<JudgedVerdict, "policies" | "tried">): Line => {
  const list = Object.entries(chosen)
    .map(([form, policy]) => `${form} ${policy}`)
    .join(", ")
  return {
    en: `Ways of printing tried: ${tried}; reported: ${list}.`,
    nl: `Geprobeerde manieren van afdrukken: ${tried}; vermeld: ${list}.`,
  }
}

const reason = (found: UndecidedReason): Line => {
  switch (found._tag) {
    case "NothingTried":
      return { en: "none", nl: "geen poging" }
    case "NoWholeAmounts":
      return {
        en: "amounts were found, but none in whole micro-euro that print as published",
        nl: "er zijn bedragen gevonden, maar geen in hele micro-euro die de gepubliceerde cijfers geven",
      }
    case "NoWholeProof":
      return {
        en: "a contradiction was found, but none that holds in whole numbers",
        nl: "er is een tegenspraak gevonden, maar geen die in gehele getallen klopt",
      }
    case "SolverEnded":
      return {
        en: `the solver ended with status ${found.status}`,
        nl: `de rekenmodule eindigde met status ${found.status}`,
      }
  }
}

const contradictions = ({ conflicts, suspects }: Contradictions): ReadonlyArray<Line> => [
  ...conflicts.flatMap(conflict),
  ...suspects.map(suspect),
]

/** Returns the lines about a contradiction: the sum that must be zero, its printed value, and the part that rounding explains. */
export const conflict = ({ figures, sum, room, irreducible }: Conflict): ReadonlyArray<Line> => {
  const terms = figures
    .map(
      ({ figure, weight }) =>
        `${weight < 0 ? "−" : "+"} ${times(weight)}${cell(figure)} (${amount(figure.amount)})`,
    )
    .join(" ")
  const size = Money.ofMicros(sum < 0n ? -sum : sum)
  return [
    {
      en: `These must add up to zero: ${terms}. Their sum is ${amount(sum)}; rounding explains at most ${amount(room)} of ${amount(size)}.`,
      nl: `Deze moeten samen nul zijn: ${terms}. Hun som is ${amount(sum)}; afronding verklaart hoogstens ${amount(room)} van ${amount(size)}.`,
    },
    irreducible
      ? {
          en: "Without any one of them the others can be right.",
          nl: "Zonder om het even welk ervan kunnen de andere juist zijn.",
        }
      : {
          en: "Whether fewer of them contradict each other already was not decided.",
          nl: "Of minder ervan elkaar al tegenspreken, is niet beslist.",
        },
  ]
}

/** Returns the line about a figure that explains the only contradiction if it alone is wrong. */
export const suspect = ({ figure, fits }: ConflictSuspect): Line => ({
  en: `${place(figure)}: if ${cell(figure)} alone is wrong, everything else can be right; ${amount(fits)} would fit instead of ${amount(figure.amount)}.`,
  nl: `${place(figure)}: als alleen ${cell(figure)} fout is, kan al het andere juist zijn; ${amount(fits)} past in plaats van ${amount(figure.amount)}.`,
})

const cell = (figure: Published.PublishedFigure): string => Published.format(figure)

const place = ({ file, line }: Published.PublishedFigure): string =>
  file === undefined ? `${line}` : `${file}:${line}`

const times = (weight: number): string => (Math.abs(weight) === 1 ? "" : `${Math.abs(weight)} × `)

const amount = (micros: Money.Money): string => Money.format(micros).replace(/\.00$/, "")
