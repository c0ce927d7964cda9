/** `grootboek follow-up`: how far a year has come, per action and budget holder, with the limits of M3. */
import { FollowUp, Realisation } from "@grootboek/core"
import { FollowUpReport, Json } from "@grootboek/report"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { usage } from "../Failure.ts"
import { refusal } from "../Messages.ts"
import * as Moment from "../Moment.ts"
import { print } from "../Output.ts"
import * as Render from "../Render.ts"
import * as Session from "../Session.ts"
import { atOption, branchOption, formatOption, ledgerOption, type Spec, text } from "../Spec.ts"

export const followUp: Spec = {
  name: "follow-up",
  about: {
    en: "how far a year has come: estimate, realised, available, percent, limits",
    nl: "hoe ver een jaar gevorderd is: raming, gerealiseerd, beschikbaar, procent, limieten",
  },
  more: {
    en: "Example: grootboek follow-up 2026 --semester 1 --ledger w13.db\nOne action, for its budget holder: grootboek follow-up 2026 --semester 1 --action A10401 --ledger w13.db",
    nl: "Voorbeeld: grootboek follow-up 2026 --semester 1 --ledger w13.db\nEén actie, voor wie haar budget beheert: grootboek follow-up 2026 --semester 1 --action A10401 --ledger w13.db",
  },
  takes: [{ name: "year", about: { en: "the fiscal year", nl: "het boekjaar" } }],
  options: [
    ledgerOption,
    atOption,
    {
      name: "semester",
      value: "HALF",
      choices: ["1", "2"],
      about: {
        en: "a half of the year: 1 (January to June) or 2 (July to December)",
        nl: "een semester: 1 (januari tot juni) of 2 (juli tot december)",
      },
    },
    {
      name: "from",
      value: "MONTH",
      about: {
        en: "the first month of the period, such as 2026-04",
        nl: "de eerste maand van de periode, zoals 2026-04",
      },
    },
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
      about: { en: "one action, in plain sentences", nl: "één actie, in gewone zinnen" },
    },
    {
      name: "before",
      value: "MOMENT",
      about: {
        en: "the moment that risks are compared with (default: when each was first declared)",
        nl: "het moment waarmee risico's vergeleken worden (standaard: toen elk eerst opgegeven werd)",
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
    formatOption(["text", "md", "json", "html"]),
  ],
  run: Effect.fnUntraced(function* (given) {
    const year = Number(given.words[0])
    const { language } = given
    const [at, before, action, half] = [
      text(given, "at"),
      text(given, "before"),
      text(given, "action"),
      text(given, "semester"),
    ]
    const warnAt = Number(text(given, "warn-at") ?? "80")
    if (!Number.isInteger(year) || !Number.isInteger(warnAt) || warnAt < 0)
      return yield* Effect.fail(
        usage({
          en: "the year and --warn-at are whole numbers",
          nl: "het jaar en --warn-at zijn gehele getallen",
        }),
      )
    const asked = { from: text(given, "from"), until: text(given, "until") }
    const months = half === undefined ? asked : Realisation.semester(year, half === "1" ? 1 : 2)
    const wrong = [asked.from, asked.until].find(
      (month) => month !== undefined && (half !== undefined || !isMonthOf(month, year)),
    )
    const { from, until } = { from: undefined, until: undefined, ...months }
    if (wrong !== undefined || (from ?? "") > (until ?? "9"))
      return yield* Effect.fail(
        usage({
          en: `--from and --until take months of the year, such as ${year}-06, in their order; --semester takes their place`,
          nl: `--from en --until verwachten maanden van het jaar, zoals ${year}-06, in hun volgorde; --semester komt in de plaats ervan`,
        }),
      )
    const { ledger } = yield* Session.open(given)
    const read = FollowUp.of(
      ledger,
      {
        year,
        warnAt,
        ...(before === undefined ? {} : { before: yield* Moment.resolve(ledger, before) }),
        ...(from === undefined ? {} : { from }),
        ...(until === undefined ? {} : { until }),
      },
      { at: yield* Moment.resolve(ledger, at) },
    )
    if (Result.isFailure(read)) return yield* Effect.fail(refusal(read.failure))
    const report = read.success
    if (action !== undefined && !report.goals.some(({ goal }) => goal.code === action))
      return yield* Effect.fail(refusal({ _tag: "UnknownAction", action }))
    const told =
      action === undefined
        ? FollowUpReport.of(report, language)
        : FollowUpReport.action(report, action, language)
    yield* print(Render.tables(told, () => Json.followUp(report, language, action), Render.wanted(given)))
    return 0 as const
  }, Effect.scoped),
}

const isMonthOf = (month: string, year: number): boolean =>
  /^\d{4}-(?:0[1-9]|1[0-2])$/.test(month) && month.startsWith(`${year}-`)
