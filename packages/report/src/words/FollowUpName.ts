/** Names that a follow-up report uses: states, trends, alarms, credits, days and periods. */
import type { Register } from "@grootboek/core"
import type { FollowUp, Realisation } from "@grootboek/core/answer"
import type { Both, Language } from "./Language.ts"

export const state = (one: Register.Progress["state"] | "unknown", language: Language): string =>
  states[one][language]

export const trend = (one: Register.Risk["trend"], language: Language): string => trends[one][language]

/** Returns how near a credit is to its limit. */
export const alarm = (one: Realisation.Alarm, language: Language): string => alarms[one][language]

export const limit = (row: string, language: Language): string => limits.get(row)?.[language] ?? row

/** Counts actions by state: `1 on track, 2 delayed`. */
export const count = (actions: FollowUp.GoalState["actions"], language: Language): string =>
  order
    .flatMap((one) => {
      const many = actions.get(one) ?? 0
      return many === 0 ? [] : [`${many} ${states[one][language]}`]
    })
    .join(", ")

/** Returns a period in words: `first half of 2026`, `April to June 2026`. */
export const period = (
  { year, from = "-01", until = "-12" }: Pick<FollowUp.FollowUp, "year" | "from" | "until">,
  language: Language,
): string => {
  const [first, last] = [Number(from.slice(-2)), Number(until.slice(-2))]
  const [a, b] = [monthOf(first), monthOf(last)]
  const named = new Map<string, Both>([
    ["1-12", { en: `the year ${year}`, nl: `het jaar ${year}` }],
    ["1-6", { en: `first half of ${year}`, nl: `eerste semester ${year}` }],
    ["7-12", { en: `second half of ${year}`, nl: `tweede semester ${year}` }],
  ]).get(`${first}-${last}`)
  if (named !== undefined) return named[language]
  return first === last
    ? `${b[language]} ${year}`
    : { en: `${a.en} to ${b.en} ${year}`, nl: `${a.nl} tot en met ${b.nl} ${year}` }[language]
}

/** Returns the end of the period that a report covers: `up to and including June 2026`. */
export const until = ({ year, until }: FollowUp.FollowUp, language: Language): string => {
  if (until === undefined) return `in ${year}`
  const [month, of] = [monthOf(Number(until.slice(5))), until.slice(0, 4)]
  return { en: `up to and including ${month.en} ${of}`, nl: `tot en met ${month.nl} ${of}` }[language]
}

/** Returns a day in words: `30 June 2026`. */
export const day = (date: string, language: Language): string =>
  `${Number(date.slice(8))} ${monthOf(Number(date.slice(5, 7)))[language]} ${date.slice(0, 4)}`

const monthOf = (month: number): Both => months[month - 1] ?? { en: "", nl: "" }

const months: ReadonlyArray<Both> = [
  { en: "January", nl: "januari" },
  { en: "February", nl: "februari" },
  { en: "March", nl: "maart" },
  { en: "April", nl: "april" },
  { en: "May", nl: "mei" },
  { en: "June", nl: "juni" },
  { en: "July", nl: "juli" },
  { en: "August", nl: "augustus" },
  { en: "September", nl: "september" },
  { en: "October", nl: "oktober" },
  { en: "November", nl: "november" },
  { en: "December", nl: "december" },
]

const states: Readonly<Record<Register.Progress["state"] | "unknown", Both>> = {
  notStarted: { en: "not started", nl: "nog niet gestart" },
  onTrack: { en: "on track", nl: "op schema" },
  delayed: { en: "delayed", nl: "vertraagd" },
  done: { en: "done", nl: "afgerond" },
  stopped: { en: "stopped", nl: "stopgezet" },
  unknown: { en: "without a declared state", nl: "zonder opgegeven stand" },
}

const order = ["done", "onTrack", "delayed", "stopped", "notStarted", "unknown"] as const

const trends: Readonly<Record<Register.Risk["trend"], Both>> = {
  rising: { en: "rising", nl: "stijgend" },
  stable: { en: "stable", nl: "stabiel" },
  falling: { en: "falling", nl: "dalend" },
}

const alarms: Readonly<Record<Realisation.Alarm, Both>> = {
  fine: { en: "fine", nl: "in orde" },
  warning: { en: "warning", nl: "opgelet" },
  exceeded: { en: "exceeded", nl: "overschreden" },
}

const limits: ReadonlyMap<string, Both> = new Map([
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
