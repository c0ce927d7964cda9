/** `grootboek log`: the entries of the journal, in order. */
import { Journal } from "@grootboek/core"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Stream from "effect/Stream"
import { refused } from "../Failure.ts"
import * as Given from "../Given.ts"
import { damage, refusal, storeError } from "../Messages.ts"
import { print } from "../Output.ts"
import * as Render from "../Render.ts"
import { formatOption, ledgerOption, required, type Spec, text } from "../Spec.ts"
import * as Store from "../Store.ts"

export const log: Spec = {
  name: "log",
  about: { en: "list the entries of the journal", nl: "toon de boekingen van het journaal" },
  takes: [],
  options: [
    ledgerOption,
    {
      name: "from",
      value: "P",
      about: { en: "the first position (default: 1)", nl: "de eerste positie (standaard: 1)" },
    },
    {
      name: "to",
      value: "P",
      about: { en: "the last position (default: the end)", nl: "de laatste positie (standaard: het einde)" },
    },
    formatOption(["text", "json"]),
  ],
  run: Effect.fnUntraced(function* (given) {
    const from = yield* Given.position(text(given, "from") ?? "1")
    const to =
      text(given, "to") === undefined
        ? Number.MAX_SAFE_INTEGER
        : yield* Given.position(text(given, "to") ?? "")
    const { store, ledger } = yield* Store.open(required(given, "ledger"), "readonly")
    const head = yield* Effect.mapError(store.head(ledger), storeError)
    if (from > head.position)
      return yield* Effect.fail(refusal({ _tag: "UnknownEntry", position: from, last: head.position }))
    const entries = yield* store.read(ledger, from - 1).pipe(
      Stream.takeWhile((sealed) => sealed.position <= to),
      Stream.mapError(storeError),
      Stream.mapEffect((sealed) => {
        const entry = Journal.parse(sealed)
        return Result.isSuccess(entry)
          ? Effect.succeed(entry.success)
          : Effect.fail(refused(damage(entry.failure)))
      }),
      Stream.runCollect,
    )
    yield* print(Render.log(entries, Render.wanted(given)))
    return 0 as const
  }, Effect.scoped),
}
