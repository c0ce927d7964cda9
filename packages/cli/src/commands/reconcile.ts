/** `grootboek reconcile`: published tables against the ledger, or against themselves when there is no ledger. */
import { Ledger, Reconcile, Statement } from "@grootboek/core"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { refusal } from "../Messages.ts"
import * as Moment from "../Moment.ts"
import { print } from "../Output.ts"
import * as Proof from "../Proof.ts"
import * as PublishedFile from "../PublishedFile.ts"
import * as Render from "../Render.ts"
import * as Session from "../Session.ts"
import {
  atOption,
  branchOption,
  type Ended,
  formatOption,
  type Given,
  isOn,
  ledgerOption,
  list,
  type Spec,
  text,
} from "../Spec.ts"
import { roundingOption } from "./statement.ts"

const { required: _, ...ledgerIfAny } = ledgerOption

export const reconcile: Spec = {
  name: "reconcile",
  about: {
    en: "hold published tables against the ledger, or against themselves",
    nl: "leg gepubliceerde tabellen naast het grootboek, of naast elkaar",
  },
  more: {
    en: [
      "Exits 1 when a cell differs, the form has no such cell, or the figures cannot all be right.",
      "Without --ledger the tables are held against themselves and each other; --prove asks whether exact amounts can",
      "stand behind all figures at once, and names figures that contradict each other.",
      "",
      "Examples:",
      "  grootboek reconcile T2.csv --form T2 --ledger w13.db",
      "  grootboek reconcile M2.csv T2.csv --form M2 --form T2 --prove",
    ].join("\n"),
    nl: [
      "Eindigt met 1 als een cel verschilt, het schema ze niet heeft, of de cijfers niet allemaal kunnen kloppen.",
      "Zonder --ledger worden de tabellen met zichzelf en elkaar vergeleken; --prove gaat na of er achter alle cijfers",
      "samen exacte bedragen kunnen staan, en noemt cijfers die elkaar tegenspreken.",
      "",
      "Voorbeelden:",
      "  grootboek reconcile T2.csv --form T2 --ledger w13.db",
      "  grootboek reconcile M2.csv T2.csv --form M2 --form T2 --prove",
    ].join("\n"),
  },
  takes: [
    {
      name: "published…",
      about: { en: "the published tables, as CSV", nl: "de gepubliceerde tabellen, als CSV" },
    },
  ],
  options: [
    {
      name: "form",
      value: "FORM",
      required: true,
      many: true,
      about: {
        en: "the form that a table fills in, one for each table",
        nl: "het schema dat een tabel invult, één per tabel",
      },
    },
    ledgerIfAny,
    {
      name: "prove",
      about: {
        en: "decide whether all figures can be right at once",
        nl: "beslis of alle cijfers samen kunnen kloppen",
      },
    },
    atOption,
    branchOption,
    roundingOption,
    formatOption(["text", "json"]),
  ],
  run: Effect.fnUntraced(function* (given) {
    const tables = yield* PublishedFile.read(given.words, list(given, "form"))
    const policy = Statement.policies.find((one) => one === text(given, "rounding")) ?? "form"
    if (text(given, "ledger") === undefined) return yield* alone(given, tables, policy)
    const { ledger } = yield* Session.open(given)
    let ended: Ended = 0
    const at = yield* Moment.resolve(ledger, text(given, "at"))
    for (const table of tables) {
      const reconciled = Reconcile.table(ledger, table, { at, policy })
      if (Result.isFailure(reconciled)) return yield* Effect.fail(refusal(reconciled.failure))
      yield* print(Render.reconciliation(reconciled.success, table.file, Render.wanted(given)))
      const { equal, rounding, error, missing } = reconciled.success.counts
      if (equal === 0 || rounding + error + missing > 0) ended = 1
    }
    if (!isOn(given, "prove")) return ended
    const structure = Ledger.planAt(ledger)?.structure
    const proof = yield* Proof.of(
      tables,
      { policy, ...(structure === undefined ? {} : { structure }) },
      given.language,
    )
    yield* print(proof.lines.join("\n"))
    return proof.isProven ? ended : 1
  }, Effect.scoped),
}

/** Tables without a ledger: their identities, and the proof if it is asked for. */
const alone = Effect.fnUntraced(function* (
  given: Given,
  tables: ReadonlyArray<PublishedFile.Table>,
  policy: Statement.Policy,
) {
  const report = yield* PublishedFile.consistency(tables)
  const proof = isOn(given, "prove") ? yield* Proof.of(tables, { policy }, given.language) : undefined
  yield* print(Render.consistency(report, proof ?? null, Render.wanted(given)))
  const { holds, rounding, broken } = report.counts
  const isFine = broken === 0 && holds + rounding > 0 && proof?.isProven !== false
  return isFine ? (0 as const) : (1 as const)
})
