/** `grootboek reconcile`: every published cell against the computed one, with the cause of every difference. */
import { Ledger, Reconcile, Statement } from "@grootboek/core"
import { Published } from "@grootboek/csv"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { refused } from "../Failure.ts"
import * as File from "../File.ts"
import { refusal } from "../Messages.ts"
import { print } from "../Output.ts"
import * as Render from "../Render.ts"
import * as Session from "../Session.ts"
import { atOption, branchOption, formatOption, ledgerOption, required, type Spec, text } from "../Spec.ts"
import { roundingOption } from "./statement.ts"

export const reconcile: Spec = {
  name: "reconcile",
  about: {
    en: "hold a published table against the ledger, cell by cell",
    nl: "leg een gepubliceerde tabel naast het grootboek, cel per cel",
  },
  more: {
    en: "Exits 1 when a cell differs or the form has no such cell. Example: grootboek reconcile T2.csv --form T2 --ledger w13.db",
    nl: "Eindigt met 1 als een cel verschilt of het schema ze niet heeft. Voorbeeld: grootboek reconcile T2.csv --form T2 --ledger w13.db",
  },
  takes: [
    {
      name: "published",
      about: { en: "the published table, as CSV", nl: "de gepubliceerde tabel, als CSV" },
    },
  ],
  options: [
    {
      name: "form",
      value: "FORM",
      required: true,
      about: { en: "the form it fills in", nl: "het schema dat ze invult" },
    },
    ledgerOption,
    atOption,
    branchOption,
    roundingOption,
    formatOption(["text", "json"]),
  ],
  run: Effect.fnUntraced(function* (given) {
    const form = Ledger.formOf(required(given, "form"))
    if (Result.isFailure(form)) return yield* Effect.fail(refusal(form.failure))
    const input = yield* File.read(given.words[0] ?? "")
    const cells = yield* published(input)
    const { ledger } = yield* Session.open(given)
    const policy = Statement.policies.find((one) => one === text(given, "rounding")) ?? "form"
    const reconciled = Reconcile.table(ledger, form.success, cells, { at: text(given, "at"), policy })
    if (Result.isFailure(reconciled)) return yield* Effect.fail(refusal(reconciled.failure))
    yield* print(Render.reconciliation(reconciled.success, input.name, Render.wanted(given)))
    const { equal, rounding, error, missing } = reconciled.success.counts
    return equal > 0 && rounding + error + missing === 0 ? (0 as const) : (1 as const)
  }, Effect.scoped),
}

const published = (input: File.Input) => {
  const table = Published.read(input)
  return table.faults.length === 0
    ? Effect.succeed(table.cells)
    : Effect.fail(refused(...table.faults.map(Render.fault)))
}
