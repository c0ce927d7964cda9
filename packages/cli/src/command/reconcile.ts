/** `grootboek reconcile`: published tables compared with the ledger, or with each other when there is none. */
import { Ledger, Reconcile, type Statement } from "@grootboek/core"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Format from "../output/Format.ts"
import { print } from "../output/Stdio.ts"
import { refusal } from "../session/CoreFailure.ts"
import * as FeasibilityProof from "../session/FeasibilityProof.ts"
import * as Moment from "../session/Moment.ts"
import * as PublishedFile from "../session/PublishedFile.ts"
import * as Session from "../session/Session.ts"
import * as Command from "./Command.ts"
import * as common from "./common.ts"
import * as Parameter from "./Parameter.ts"

export const reconcile = Command.define({
  name: "reconcile",
  about: {
    en: "compare published tables with the ledger, or with each other",
    nl: "vergelijk gepubliceerde tabellen met het grootboek, of met elkaar",
  },
  more: {
    en: [
      "Exits 1 when a cell differs, the form has no such cell, or the figures cannot all be right.",
      "Without --ledger the tables are checked for themselves and against each other. --prove decides whether exact",
      "amounts exist behind all figures at once, and names figures that contradict each other.",
      "",
      "Examples:",
      "  grootboek reconcile T2.csv --form T2 --ledger w13.db",
      "  grootboek reconcile M2.csv T2.csv --form M2 --form T2 --prove",
    ].join("\n"),
    nl: [
      "Eindigt met 1 als een cel verschilt, als ze niet in het schema voorkomt, of als de cijfers niet allemaal kunnen kloppen.",
      "Zonder --ledger worden de tabellen op zich en onderling gecontroleerd. --prove gaat na of er achter alle cijfers",
      "samen exacte bedragen bestaan, en toont cijfers die elkaar tegenspreken.",
      "",
      "Voorbeelden:",
      "  grootboek reconcile T2.csv --form T2 --ledger w13.db",
      "  grootboek reconcile M2.csv T2.csv --form M2 --form T2 --prove",
    ].join("\n"),
  },
  args: {
    published: Parameter.requiredOnce(
      Parameter.repeated("published", {
        en: "the published tables, as CSV",
        nl: "de gepubliceerde tabellen, als CSV",
      }),
    ),
  },
  options: {
    form: Parameter.requiredOnce(
      Parameter.repeated("FORM", {
        en: "the form of a table, one for each table",
        nl: "het schema van een tabel, één per tabel",
      }),
    ),
    ledger: common.optionalLedger,
    prove: Parameter.flag({
      en: "decide whether all figures can be right at once",
      nl: "ga na of alle cijfers samen kunnen kloppen",
    }),
    at: common.at,
    branch: common.branch,
    rounding: common.rounding,
    format: common.format(Format.textFormats),
  },
  run: Effect.fnUntraced(function* ({ args, options, language }) {
    const { branch, ledger: address, prove, rounding: policy } = options
    const output = { format: options.format, language }
    const tables = yield* PublishedFile.read(args.published, options.form)
    if (address === undefined) return yield* alone(tables, { output, policy, prove })
    const { ledger } = yield* Session.open({ ledger: address, branch })
    let isEqual = true
    const at = yield* Moment.resolve(ledger, options.at)
    for (const table of tables) {
      const reconciled = Reconcile.table(ledger, table, { at, policy })
      if (Result.isFailure(reconciled)) return yield* Effect.fail(refusal(reconciled.failure))
      yield* print(Format.reconciliation(reconciled.success, table.file, output))
      const { equal, rounding, error, missing } = reconciled.success.counts
      if (equal === 0 || rounding + error + missing > 0) isEqual = false
    }
    if (prove) {
      const structure = Ledger.planAt(ledger)?.structure
      const setting = { policy, ...(structure === undefined ? {} : { structure }) }
      const { proof, isProven } = yield* FeasibilityProof.of(tables, setting, language)
      yield* print(proof.lines.join("\n"))
      if (!isProven) isEqual = false
    }
    return isEqual ? (0 as const) : (1 as const)
  }),
})

interface Alone {
  readonly output: Parameters<typeof Format.consistency>[2]
  readonly policy: Statement.Policy
  readonly prove: boolean
}

// Tables without a ledger: their identities, and the proof when it is requested.
const alone = Effect.fnUntraced(function* (
  tables: ReadonlyArray<PublishedFile.PublishedFile>,
  { output, policy, prove }: Alone,
) {
  const report = yield* PublishedFile.consistency(tables)
  const proven = prove ? yield* FeasibilityProof.of(tables, { policy }, output.language) : undefined
  yield* print(Format.consistency(report, proven?.proof ?? null, output))
  const { holds, rounding, broken } = report.counts
  const isFine = broken === 0 && holds + rounding > 0 && proven?.isProven !== false
  return isFine ? (0 as const) : (1 as const)
})
