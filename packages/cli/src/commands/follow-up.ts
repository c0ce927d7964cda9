/** `grootboek follow-up`: how far a year has come, per action and budget holder, with the limits of M3. */
import { FollowUp, Money, type Realisation } from "@grootboek/core"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { usage } from "../Failure.ts"
import type { Both, Language } from "../Language.ts"
import { refusal } from "../Messages.ts"
import { print, printJson } from "../Output.ts"
import type { Table } from "../Overview.ts"
import * as Session from "../Session.ts"
import { atOption, branchOption, formatOption, ledgerOption, type Spec, text } from "../Spec.ts"
import * as Tabular from "../Tabular.ts"

export const followUp: Spec = {
  name: "follow-up",
  about: {
    en: "how far a year has come: estimate, realised, available, percent, limits",
    nl: "hoe ver een jaar gevorderd is: raming, gerealiseerd, beschikbaar, procent, limieten",
  },
  more: {
    en: "Example: grootboek follow-up 2026 --until 2026-06 --action A10401 --ledger w13.db",
    nl: "Voorbeeld: grootboek follow-up 2026 --until 2026-06 --action A10401 --ledger w13.db",
  },
  takes: [{ name: "year", about: { en: "the fiscal year", nl: "het boekjaar" } }],
  options: [
    ledgerOption,
    atOption,
    {
      name: "until",
      value: "MONTH",
      about: {
        en: "the last month that counts, such as 2026-06",
        nl: "de laatste maand die telt, zoals 2026-06",
      },
    },
    {
      name: "action",
      value: "CODE",
      about: { en: "one action, in plain Dutch sentences", nl: "één actie, in gewone zinnen" },
    },
    {
      name: "before",
      value: "MOMENT",
      about: {
        en: "the moment that risks are compared with",
        nl: "het moment waarmee risico's vergeleken worden",
      },
    },
    {
      name: "warn-at",
      value: "PERCENT",
      about: {
        en: "from which percentage on a credit warns (default 80)",
        nl: "vanaf welk percentage een krediet waarschuwt (standaard 80)",
      },
    },
    branchOption,
    formatOption(["text", "json"]),
  ],
  run: Effect.fnUntraced(function* (given) {
    const year = Number(given.words[0])
    const [at, before, until, action] = [
      text(given, "at"),
      text(given, "before"),
      text(given, "until"),
      text(given, "action"),
    ]
    const warnAt = Number(text(given, "warn-at") ?? "80")
    if (!Number.isInteger(year) || !Number.isInteger(warnAt) || warnAt < 0)
      return yield* Effect.fail(
        usage({
          en: "the year and --warn-at are whole numbers",
          nl: "het jaar en --warn-at zijn gehele getallen",
        }),
      )
    if (until !== undefined && !/^\d{4}-(?:0[1-9]|1[0-2])$/.test(until))
      return yield* Effect.fail(
        usage({
          en: "--until takes a month such as 2026-06",
          nl: "--until verwacht een maand zoals 2026-06",
        }),
      )
    const { ledger } = yield* Session.open(given)
    const read = FollowUp.of(ledger, {
      year,
      warnAt,
      ...(at === undefined ? {} : { at }),
      ...(before === undefined ? {} : { before }),
      ...(until === undefined ? {} : { until }),
    })
    if (Result.isFailure(read)) return yield* Effect.fail(refusal(read.failure))
    const report = read.success
    if (action !== undefined && !report.goals.some(({ goal }) => goal.code === action))
      return yield* Effect.fail(refusal({ _tag: "UnknownAction", action }))
    const sentences = action === undefined ? [] : FollowUp.tell(report, action)
    const tables = action === undefined ? tablesOf(report, given.language) : []
    if (text(given, "format") === "json")
      yield* printJson({ plan: report.plan, year, until: until ?? null, sentences, ...Tabular.json(tables) })
    else yield* print(action === undefined ? Tabular.text(tables) : sentences.join("\n"))
    return 0 as const
  }, Effect.scoped),
}

const tablesOf = (report: FollowUp.FollowUp, language: Language): ReadonlyArray<Table> => {
  const say = (words: Both): string => words[language]
  const head = (what: Both): ReadonlyArray<string> => [
    say(what),
    "",
    say({ en: "estimate", nl: "raming" }),
    say({ en: "realised", nl: "gerealiseerd" }),
    say({ en: "available", nl: "beschikbaar" }),
    "%",
  ]
  const cells = ({ estimate, realised, available, percent }: Realisation.Figures) => [
    estimate,
    realised,
    available,
    percent === undefined ? "" : percent.replace(".", ","),
  ]
  return [
    {
      title: say({ en: "Per action", nl: "Per actie" }),
      head: head({ en: "action", nl: "actie" }),
      rows: report.actions.map((one) => [one.action ?? "–", one.direction, ...cells(one)]),
    },
    {
      title: say({ en: "Per budget holder", nl: "Per budgethouder" }),
      head: head({ en: "budget holder", nl: "budgethouder" }),
      rows: report.holders.map((one) => [one.holder ?? "–", one.direction, ...cells(one)]),
    },
    {
      title: say({ en: "Limits of M3", nl: "Limieten van M3" }),
      head: head({ en: "credit", nl: "krediet" }),
      rows: report.limits.map((one) => [one.row, say(alarms[one.alarm]), ...cells(one)]),
    },
    {
      title: say({ en: "Risks", nl: "Risico's" }),
      head: [
        say({ en: "risk", nl: "risico" }),
        say({ en: "before", nl: "vroeger" }),
        say({ en: "now", nl: "nu" }),
      ],
      rows: report.risks.map(({ risk, before }) => [
        risk.name,
        before === undefined ? "–" : say(trends[before.trend]),
        say(trends[risk.trend]),
      ]),
    },
    ...report.J1.rows
      .filter(({ hidden }) => !hidden)
      .slice(0, 1)
      .map(() => ({
        title: `J1 ${report.J1.title}`,
        head: ["", "", String(report.year)],
        rows: report.J1.rows
          .filter(({ hidden }) => !hidden)
          .map(({ section, label, cells: [cell] }) => [section, label, cell?.exact ?? Money.zero]),
      })),
  ].filter(({ rows }) => rows.length > 0)
}

const alarms: Readonly<Record<Realisation.Alarm, Both>> = {
  fine: { en: "fine", nl: "in orde" },
  warning: { en: "warning", nl: "opgelet" },
  exceeded: { en: "exceeded", nl: "overschreden" },
}

const trends: Readonly<Record<"rising" | "stable" | "falling", Both>> = {
  rising: { en: "rising", nl: "stijgend" },
  stable: { en: "stable", nl: "stabiel" },
  falling: { en: "falling", nl: "dalend" },
}
