/** `grootboek follow-up`: the realisation of a year, per action and budget holder, with the limits of M3. */
import { FollowUp, Realisation } from "@grootboek/core/answer"
import { ActionReport, FollowUpReport, Json } from "@grootboek/report"
import * as Effect from "effect/Effect"
import * as TableFormat from "../output/TableFormat.ts"
import { accepted, refusal } from "../session/CoreFailure.ts"
import * as Moment from "../session/Moment.ts"
import * as Session from "../session/Session.ts"
import { usage } from "../words/CommandFailure.ts"
import * as UsageMessage from "../words/UsageMessage.ts"
import * as Answer from "./Answer.ts"
import * as Command from "./Command.ts"
import * as common from "./common.ts"
import * as Parameter from "./Parameter.ts"

export const followUp = Command.define({
  name: "follow-up",
  about: {
    en: "show how far a year is realised: estimate, realised, available, percentage, limits",
    nl: "toon de uitvoering van een jaar: raming, gerealiseerd, beschikbaar, percentage, grenzen",
  },
  more: {
    en: "Example: grootboek follow-up 2026 --semester 1 --ledger w13.db\nOne action, for its budget holder: grootboek follow-up 2026 --semester 1 --action A10401 --ledger w13.db\nThe same on one page to print: … --format html --out A10401.html",
    nl: "Voorbeeld: grootboek follow-up 2026 --semester 1 --ledger w13.db\nEén actie, voor de budgethouder: grootboek follow-up 2026 --semester 1 --action A10401 --ledger w13.db\nHetzelfde op één blad om af te drukken: … --format html --out A10401.html",
  },
  args: {
    year: Parameter.required(Parameter.year("year", { en: "the fiscal year", nl: "het boekjaar" })),
  },
  options: {
    ledger: common.ledger,
    at: common.at,
    semester: Parameter.choice("HALF", ["1", "2"], {
      en: "a half of the year: 1 (January to June) or 2 (July to December)",
      nl: "een semester: 1 (januari tot juni) of 2 (juli tot december)",
    }),
    from: Parameter.text("MONTH", {
      en: "the first month of the period, such as 2026-04",
      nl: "de eerste maand van de periode, zoals 2026-04",
    }),
    until: Parameter.text("MONTH", {
      en: "the last month that counts, such as 2026-06",
      nl: "de laatste maand die telt, zoals 2026-06",
    }),
    action: Parameter.text("CODE", {
      en: "one action, for its budget holder: texts, budget lines, indicators, decisions",
      nl: "één actie, voor de budgethouder: teksten, budgetlijnen, indicatoren, besluiten",
    }),
    before: Parameter.moment("MOMENT", {
      en: "the moment that risks are compared with (default: when each was first declared)",
      nl: "het moment waarmee risico's vergeleken worden (standaard: de eerste opgave van elk risico)",
    }),
    "warn-at": Parameter.withDefault(
      Parameter.parsed(
        Parameter.text("PERCENT", {
          en: "the percentage from which a credit gives a warning (default 80)",
          nl: "het percentage vanaf waar een krediet een waarschuwing geeft (standaard 80)",
        }),
        (words) => (/^\d+$/.test(words) ? Number(words) : undefined),
        UsageMessage.notAPercentage,
      ),
      80,
    ),
    on: common.on,
    branch: common.branch,
    ...Answer.options(TableFormat.formats),
  },
  run: Effect.fnUntraced(function* ({ args: { year }, options, language }) {
    const { action, before, on, semester, "warn-at": warnAt } = options
    const months = monthsOf(year, options)
    if (months === undefined) return yield* Effect.fail(usage(UsageMessage.badMonths(year)))
    const { ledger } = yield* Session.open(options)
    const period = semester === undefined ? months : Realisation.semester(year, semester === "1" ? 1 : 2)
    const compared = before === undefined ? {} : { before: yield* Moment.resolve(ledger, before) }
    const at = yield* Moment.resolve(ledger, options.at)
    const report = yield* accepted(
      FollowUp.of(ledger, { year, warnAt, on, action, ...compared, ...period }, { at }),
    )
    if (action !== undefined && !report.goals.some(({ goal }) => goal.code === action))
      return yield* Effect.fail(refusal({ _tag: "UnknownAction", action }))
    const document = () => Json.followUp(report, language, action)
    const format = { ...Answer.formatOf(options), language }
    const written =
      action === undefined
        ? TableFormat.tables(FollowUpReport.of(report, language), document, format)
        : TableFormat.sheet(ActionReport.of(report, action, language), document, format)
    yield* Answer.write(yield* written, options.out, language)
  }),
})

interface Months {
  readonly from?: string
  readonly until?: string
}

// Undefined for months outside the year, in the wrong order, or beside a semester.
const monthsOf = (
  year: number,
  { from, until, semester }: { readonly [name in "from" | "until" | "semester"]: string | undefined },
): Months | undefined => {
  const isMonth = (month: string | undefined): boolean =>
    month === undefined || (/^\d{4}-(?:0[1-9]|1[0-2])$/.test(month) && month.startsWith(`${year}-`))
  if (semester !== undefined && (from !== undefined || until !== undefined)) return undefined
  if (!isMonth(from) || !isMonth(until) || (from ?? "") > (until ?? "9")) return undefined
  return { ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) }
}
