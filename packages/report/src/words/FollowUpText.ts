/** The follow-up report in sentences, for readers who are not accountants. */
import { Money, type Register } from "@grootboek/core"
import type { FollowUp } from "@grootboek/core/answer"
import { count as counted } from "./Catalogue.ts"
import * as Figure from "./Figure.ts"
import * as FiguresText from "./FiguresText.ts"
import * as FollowUpName from "./FollowUpName.ts"
import type { Both, Language } from "./Language.ts"

export { partners, passedOn } from "./PartnerText.ts"

/** Returns the title of a report. */
export const title = (report: FollowUp.FollowUp, language: Language): string =>
  ({
    en: `Follow-up report ${report.entity}: ${FollowUpName.period(report, "en")}`,
    nl: `Opvolgingsrapport ${report.entity}: ${FollowUpName.period(report, "nl")}`,
  })[language]

/** Returns the sentences about the year as a whole. */
export const summary = (report: FollowUp.FollowUp, language: Language): ReadonlyArray<string> =>
  [
    opening(report),
    ...whole(report),
    ...late(report),
    ...limits(report),
    ...states(report),
    ...risks(report),
  ].map((sentence) => sentence[language])

/** Returns the sentences about one action, the first of which names it; none for an unknown action. */
export const action = (
  report: FollowUp.FollowUp,
  code: string,
  language: Language,
): ReadonlyArray<string> => {
  const state = report.goals.find(({ goal }) => goal.code === code)
  if (state === undefined) return []
  const own = (["U", "O"] as const).flatMap((direction) =>
    report.actions.filter((one) => one.action === code && one.direction === direction),
  )
  const { goal, progress } = state
  const holder = report.holderNames.get(own[0]?.holder ?? "")
  const sentences: ReadonlyArray<Both> = [
    ...(own.length === 0 ? [nothing(report)] : own.flatMap((one) => FiguresText.sentences(one, report))),
    ...(progress === undefined ? [] : [stateOf(progress)]),
    ...(holder === undefined ? [] : [{ en: `Budget holder: ${holder}.`, nl: `Budgethouder: ${holder}.` }]),
  ]
  return [
    `${goal.name} (${code}), ${FollowUpName.until(report, language)}.`,
    ...sentences.map((sentence) => sentence[language]),
  ]
}

/** The sentence about an action that no decision changed. */
export const unchanged: Both = {
  en: "No decision changed this action after the first plan.",
  nl: "Geen enkel besluit wijzigde deze actie na het eerste meerjarenplan.",
}

/** Returns the day at which indicators are judged. */
export const judgedOn = ({ on }: FollowUp.FollowUp, language: Language): string =>
  ({
    en: `The indicators are judged on ${FollowUpName.day(on, "en")}.`,
    nl: `De indicatoren zijn beoordeeld op ${FollowUpName.day(on, "nl")}.`,
  })[language]

const nothing = ({ year }: FollowUp.FollowUp): Both => ({
  en: `Nothing is estimated and nothing is booked for this action in ${year}.`,
  nl: `Voor deze actie is in ${year} niets geraamd en niets geboekt.`,
})

const stateOf = ({ on, state, text }: Register.Progress): Both => {
  const more = text === undefined ? "" : ` ${text}`
  return {
    en: `State on ${FollowUpName.day(on, "en")}: ${FollowUpName.state(state, "en")}.${more}`,
    nl: `Stand op ${FollowUpName.day(on, "nl")}: ${FollowUpName.state(state, "nl")}.${more}`,
  }
}

const opening = (report: FollowUp.FollowUp): Both => {
  const { entity, year, plan } = report
  const past = Number((report.until ?? "-12").slice(-2))
  return {
    en: `This report compares the plan of ${entity} for ${year} (plan ${plan}) with the realisations, ${FollowUpName.until(report, "en")}: ${past} of the 12 months.`,
    nl: `Dit rapport vergelijkt de planning van ${entity} voor ${year} (plan ${plan}) met de realisaties, ${FollowUpName.until(report, "nl")}: ${past} van de 12 maanden.`,
  }
}

const whole = (report: FollowUp.FollowUp): ReadonlyArray<Both> =>
  [...report.whole].reverse().map((one) => {
    const name: Both =
      one.direction === "U" ? { en: "Expenditure", nl: "Uitgaven" } : { en: "Receipts", nl: "Ontvangsten" }
    const sentences = FiguresText.sentences({ ...one, conditional: Money.zero }, report)
    const join = (language: Language): string => {
      const text = sentences.map((sentence) => sentence[language]).join(" ")
      return `${name[language]}: ${text.charAt(0).toLowerCase()}${text.slice(1)}`
    }
    return { en: join("en"), nl: join("nl") }
  })

const late = ({ late: all, until, year }: FollowUp.FollowUp): ReadonlyArray<Both> =>
  all.map(({ direction, amount }) => {
    const what: Both =
      direction === "U" ? { en: "expenditure", nl: "uitgaven" } : { en: "receipts", nl: "ontvangsten" }
    const counts: Both =
      until === undefined
        ? { en: "This report includes it.", nl: "Dit rapport telt dat bedrag mee." }
        : {
            en: "This report leaves it out: the second half year and the whole year include it.",
            nl: "Dit rapport telt dat bedrag niet mee: het tweede halfjaar en het volledige jaar doen dat wel.",
          }
    return {
      en: `${Figure.inEuro(amount)} of ${what.en} was booked for ${year} after December. ${counts.en}`,
      nl: `Voor ${year} is na december nog ${Figure.inEuro(amount)} aan ${what.nl} geboekt. ${counts.nl}`,
    }
  })

const limits = ({ limits: all, warnAt }: FollowUp.FollowUp): ReadonlyArray<Both> => {
  const near = all.filter((one) => one.alarm !== "fine")
  if (near.length === 0)
    return [
      {
        en: `No binding credit (M3) is used for ${warnAt} % or more.`,
        nl: `Geen enkel bindend krediet (M3) is voor ${warnAt} % of meer opgebruikt.`,
      },
    ]
  return near.map(({ alarm, row, percent, available }) => {
    const share = percent === undefined ? "–" : Figure.decimal(percent)
    const name = { en: FollowUpName.limit(row, "en"), nl: FollowUpName.limit(row, "nl") }
    return alarm === "exceeded"
      ? {
          en: `Exceeded: the credit for ${name.en}, by ${Figure.inEuro(-available)}. Adjust the plan.`,
          nl: `Overschreden: het krediet voor ${name.nl}, met ${Figure.inEuro(-available)}. Pas het meerjarenplan aan.`,
        }
      : {
          en: `Warning: the credit for ${name.en} is used for ${share} %; ${Figure.inEuro(available)} is left.`,
          nl: `Opgelet: het krediet voor ${name.nl} is voor ${share} % opgebruikt; er rest ${Figure.inEuro(available)}.`,
        }
  })
}

const states = ({ goals }: FollowUp.FollowUp): ReadonlyArray<Both> => {
  const actions = goals.filter(({ goal }) => goal.level === "action")
  const sums = new Map<Register.Progress["state"] | "unknown", number>()
  for (const { progress } of actions)
    sums.set(progress?.state ?? "unknown", (sums.get(progress?.state ?? "unknown") ?? 0) + 1)
  if (actions.length === 0) return []
  const all = counted(actions.length, { en: "action", nl: "actie" }, { en: "actions", nl: "acties" })
  return [
    {
      en: `State of the ${all.en}: ${FollowUpName.count(sums, "en")}.`,
      nl: `Stand van de ${all.nl}: ${FollowUpName.count(sums, "nl")}.`,
    },
  ]
}

const risks = ({ risks: all }: FollowUp.FollowUp): ReadonlyArray<Both> => {
  const changed = all.filter((one) => one.changed)
  if (all.length === 0) return []
  if (changed.length === 0) return [{ en: "No risk changed.", nl: "Geen enkel risico is gewijzigd." }]
  return changed.map(({ risk, before }) => {
    const more = risk.text === undefined ? "" : ` ${risk.text}`
    const turn = (language: Language, words: { readonly first: string; was: string; now: string }) => {
      const now = FollowUpName.trend(risk.trend, language)
      const was = before === undefined ? undefined : FollowUpName.trend(before.trend, language)
      if (was === undefined) return `${words.first}, ${now}`
      return was === now ? now : `${words.was} ${was}, ${words.now} ${now}`
    }
    return {
      en: `Risk: ${risk.name} (${turn("en", { first: "new", was: "was", now: "is now" })}).${more}`,
      nl: `Risico: ${risk.name} (${turn("nl", { first: "nieuw", was: "was", now: "is nu" })}).${more}`,
    }
  })
}
