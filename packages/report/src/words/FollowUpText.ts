/** The follow-up report in sentences, for a reader who is no accountant: what was planned, what came of it, what to watch. */
import type { FollowUp, Money, Realisation, Register } from "@grootboek/core"
import { Money as Amount } from "@grootboek/core"
import * as Figure from "./Figure.ts"
import type { Both, Language } from "./Language.ts"

/** What the report is called. */
export const title = (report: FollowUp.FollowUp, language: Language): string =>
  language === "nl"
    ? `Opvolgingsrapport ${report.entity}: ${period(report, "nl")}`
    : `Follow-up report ${report.entity}: ${period(report, "en")}`

/** The report as a whole. */
export const summary = (report: FollowUp.FollowUp, language: Language): ReadonlyArray<string> => [
  ...opening(report, language),
  ...whole(report, language),
  ...limits(report, language),
  ...states(report, language),
  ...risks(report, language),
]

/** What it says of one action. */
export const action = (
  report: FollowUp.FollowUp,
  code: string,
  language: Language,
): ReadonlyArray<string> => {
  const state = report.goals.find(({ goal }) => goal.code === code)
  if (state === undefined) return []
  const of = (direction: "O" | "U") =>
    report.actions.find((one) => one.action === code && one.direction === direction)
  const [spent, received] = [of("U"), of("O")]
  const { progress } = state
  const holder = report.holderNames.get(spent?.holder ?? received?.holder ?? "")
  const text = progress?.text === undefined ? "" : ` ${progress.text}`
  const isDutch = language === "nl"
  return [
    `${state.goal.name} (${code}), ${until(report, language)}.`,
    ...(spent === undefined && received === undefined
      ? [
          isDutch
            ? `Voor deze actie is in ${report.year} niets geraamd en niets geboekt.`
            : `Nothing is estimated and nothing is booked for this action in ${report.year}.`,
        ]
      : []),
    ...(spent === undefined ? [] : figures(spent, report, language)),
    ...(received === undefined ? [] : figures(received, report, language)),
    ...(progress === undefined
      ? []
      : [
          isDutch
            ? `Stand op ${day(progress.on, "nl")}: ${stateNames[progress.state].nl}.${text}`
            : `State on ${day(progress.on, "en")}: ${stateNames[progress.state].en}.${text}`,
        ]),
    ...(holder === undefined ? [] : [isDutch ? `Budgethouder: ${holder}.` : `Budget holder: ${holder}.`]),
  ]
}

/** A state in a word or two. */
export const state = (one: Register.Progress["state"], language: Language): string =>
  stateNames[one][language]

/** A trend of a risk in a word. */
export const trend = (one: Register.Risk["trend"], language: Language): string => trendNames[one][language]

/** How near a limit is, in a word. */
export const alarm = (one: Realisation.Alarm, language: Language): string => alarmNames[one][language]

/** A limit as a reader calls it. */
export const limit = (row: string, language: Language): string => limitNames.get(row)?.[language] ?? row

/** A count of actions by state: `1 on track, 2 delayed`. */
export const count = (actions: FollowUp.GoalState["actions"], language: Language): string =>
  stateOrder
    .flatMap((one) => {
      const many = actions.get(one) ?? 0
      return many === 0 ? [] : [`${many} ${stateNames[one][language]}`]
    })
    .join(", ")

/** The period in words: `first half of 2026`, `2026 up to and including April`. */
export const period = ({ year, from, until }: FollowUp.FollowUp, language: Language): string => {
  const isDutch = language === "nl"
  const [first, last] = [Number((from ?? "-01").slice(-2)), Number((until ?? "-12").slice(-2))]
  if (first === 1 && last === 12) return isDutch ? `het jaar ${year}` : `the year ${year}`
  if (first === 1 && last === 6) return isDutch ? `eerste semester ${year}` : `first half of ${year}`
  if (first === 7 && last === 12) return isDutch ? `tweede semester ${year}` : `second half of ${year}`
  const [a, b] = [months[language][first - 1], months[language][last - 1]]
  return first === last ? `${b} ${year}` : isDutch ? `${a} tot en met ${b} ${year}` : `${a} to ${b} ${year}`
}

const opening = (report: FollowUp.FollowUp, language: Language): ReadonlyArray<string> => {
  const past = Number((report.until ?? "-12").slice(-2))
  return [
    language === "nl"
      ? `Dit rapport legt naast elkaar wat ${report.entity} voor ${report.year} gepland heeft (plan ${report.plan}) en wat ervan kwam, ${until(report, "nl")}. Van de 12 maanden zijn er dan ${past} voorbij.`
      : `This report lays what ${report.entity} planned for ${report.year} (plan ${report.plan}) beside what came of it, ${until(report, "en")}. ${past} of the 12 months are then over.`,
  ]
}

const whole = (report: FollowUp.FollowUp, language: Language): ReadonlyArray<string> =>
  [...report.whole].reverse().flatMap((one) => {
    const name =
      one.direction === "U"
        ? { en: "Expenditure: ", nl: "Uitgaven: " }[language]
        : { en: "Receipts: ", nl: "Ontvangsten: " }[language]
    const told = figures({ ...one, conditional: Amount.zero }, report, language).join(" ")
    return [`${name}${told.charAt(0).toLowerCase()}${told.slice(1)}`]
  })

const figures = (
  one: Pick<Realisation.ActionFigures, "conditional"> & Realisation.DirectionFigures,
  report: FollowUp.FollowUp,
  language: Language,
): ReadonlyArray<string> => {
  const { estimate, realised, during, available, percent } = one
  const isSpent = one.direction === "U"
  const isDutch = language === "nl"
  const done = isSpent ? { en: "spent", nl: "uitgegeven" } : { en: "received", nl: "ontvangen" }
  const left = isSpent
    ? { en: "still available", nl: "nog beschikbaar" }
    : { en: "still to be received", nl: "nog te ontvangen" }
  const share = percent === undefined ? "" : ` (${percent.replace(".", ",")} %)`
  const rest =
    available < 0n
      ? isDutch
        ? `Er is ${euro(-available)} meer ${done.nl} dan voorzien.`
        : `That is ${euro(-available)} more than was planned.`
      : isDutch
        ? `Er is ${euro(available)} ${left.nl}.`
        : `${euro(available)} is ${left.en}.`
  const told = isDutch
    ? `Van ${euro(estimate)} is ${euro(realised)} ${done.nl}${share}. ${rest}`
    : `Of ${euro(estimate)}, ${euro(realised)} was ${done.en}${share}. ${rest}`
  const isPartial = report.from !== undefined && !report.from.endsWith("-01")
  return [
    isPartial
      ? `${told} ${isDutch ? `In deze periode zelf: ${euro(during)}.` : `In this period itself: ${euro(during)}.`}`
      : told,
    ...(one.conditional === 0n
      ? []
      : [
          isDutch
            ? `Daarvan hangt ${euro(one.conditional)} af van een voorwaarde die nog niet vervuld is.`
            : `${euro(one.conditional)} of it depends on a condition that is not met yet.`,
        ]),
  ]
}

const limits = (report: FollowUp.FollowUp, language: Language): ReadonlyArray<string> => {
  const isDutch = language === "nl"
  const near = report.limits.filter((one) => one.alarm !== "fine")
  if (near.length === 0)
    return [
      isDutch
        ? `Geen enkel krediet dat het bestuur bindt (M3), is voor ${report.warnAt} % of meer opgebruikt.`
        : `No credit that binds the board (M3) is used for ${report.warnAt} % or more.`,
    ]
  return near.map((one) => {
    const [name, share] = [limit(one.row, language), one.percent?.replace(".", ",") ?? "–"]
    if (one.alarm === "exceeded")
      return isDutch
        ? `Overschreden: het krediet voor ${name}, met ${euro(-one.available)}. Daarvoor is een aanpassing van het meerjarenplan nodig.`
        : `Exceeded: the credit for ${name}, by ${euro(-one.available)}. That needs an adjustment of the plan.`
    return isDutch
      ? `Opgelet: het krediet voor ${name} is voor ${share} % opgebruikt; er rest ${euro(one.available)}.`
      : `Watch: the credit for ${name} is used for ${share} %; ${euro(one.available)} is left.`
  })
}

const states = (report: FollowUp.FollowUp, language: Language): ReadonlyArray<string> => {
  const sums = new Map<Register.Progress["state"] | "unknown", number>()
  const actions = report.goals.filter(({ goal }) => goal.level === "action")
  for (const { progress } of actions) {
    const one = progress?.state ?? "unknown"
    sums.set(one, (sums.get(one) ?? 0) + 1)
  }
  return actions.length === 0
    ? []
    : [
        language === "nl"
          ? `Stand van de ${actions.length} acties: ${count(sums, "nl")}.`
          : `State of the ${actions.length} actions: ${count(sums, "en")}.`,
      ]
}

const risks = (report: FollowUp.FollowUp, language: Language): ReadonlyArray<string> => {
  const isDutch = language === "nl"
  const changed = report.risks.filter((one) => one.changed)
  if (report.risks.length === 0) return []
  if (changed.length === 0)
    return [
      isDutch
        ? `De ${report.risks.length} risico's bleven zoals ze waren.`
        : `The ${report.risks.length} risks stayed as they were.`,
    ]
  return changed.map(({ risk, before }) => {
    const text = risk.text === undefined ? "" : ` ${risk.text}`
    const was = before === undefined ? undefined : trendNames[before.trend][language]
    const now = trendNames[risk.trend][language]
    const turn =
      was === undefined
        ? isDutch
          ? `nieuw, ${now}`
          : `new, ${now}`
        : was === now
          ? now
          : isDutch
            ? `was ${was}, is nu ${now}`
            : `was ${was}, is now ${now}`
    return `${isDutch ? "Risico" : "Risk"}: ${risk.name} (${turn}).${text}`
  })
}

const until = ({ year, until }: FollowUp.FollowUp, language: Language): string => {
  if (until === undefined) return language === "nl" ? `in ${year}` : `in ${year}`
  const month = months[language][Number(until.slice(5)) - 1] ?? ""
  return language === "nl"
    ? `tot en met ${month} ${until.slice(0, 4)}`
    : `up to and including ${month} ${until.slice(0, 4)}`
}

const day = (date: string, language: Language): string =>
  `${Number(date.slice(8))} ${months[language][Number(date.slice(5, 7)) - 1] ?? ""} ${date.slice(0, 4)}`

const euro = (amount: Money.Money | bigint): string =>
  `€ ${Figure.belgian(Amount.round(Amount.ofMicros(amount), 2), 2)}`

const months: Readonly<Record<Language, ReadonlyArray<string>>> = {
  nl: [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
  ],
  en: [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
  ],
}

const stateNames: Readonly<Record<Register.Progress["state"] | "unknown", Both>> = {
  notStarted: { en: "not started", nl: "nog niet gestart" },
  onTrack: { en: "on track", nl: "op schema" },
  delayed: { en: "delayed", nl: "vertraagd" },
  done: { en: "done", nl: "afgerond" },
  stopped: { en: "stopped", nl: "stopgezet" },
  unknown: { en: "without a declared state", nl: "zonder opgegeven stand" },
}

const stateOrder = ["done", "onTrack", "delayed", "stopped", "notStarted", "unknown"] as const

const trendNames: Readonly<Record<Register.Risk["trend"], Both>> = {
  rising: { en: "rising", nl: "stijgend" },
  stable: { en: "stable", nl: "stabiel" },
  falling: { en: "falling", nl: "dalend" },
}

const alarmNames: Readonly<Record<Realisation.Alarm, Both>> = {
  fine: { en: "fine", nl: "in orde" },
  warning: { en: "warning", nl: "opgelet" },
  exceeded: { en: "exceeded", nl: "overschreden" },
}

const limitNames: ReadonlyMap<string, Both> = new Map([
  ["Exploitatie/U", { en: "operating expenditure", nl: "exploitatie-uitgaven" }],
  ["Investeringen/U", { en: "investment expenditure", nl: "investeringsuitgaven" }],
  [
    "Toegestane leningen en betalingsuitstel/U",
    { en: "loans granted and deferrals of payment", nl: "toegestane leningen en betalingsuitstel" },
  ],
  [
    "Leningen en Leasings/O",
    { en: "receipts from loans and leasings", nl: "ontvangsten uit leningen en leasings" },
  ],
])
