/** `grootboek log`: the entries of the journal, in order. */
import { Journal } from "@grootboek/core"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Stream from "effect/Stream"
import { type Failure, refused } from "../Failure.ts"
import * as Given from "../Given.ts"
import { damage, refusal, storeError } from "../Messages.ts"
import { part } from "../Output.ts"
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
    // What is added while this runs is not part of the answer, which is read more than once.
    const last = Math.min(to, head.position)
    const each = (work: (page: ReadonlyArray<Journal.Entry>) => Effect.Effect<void>) =>
      store.read(ledger, from - 1).pipe(
        Stream.takeWhile((sealed) => sealed.position <= last),
        Stream.mapError(storeError),
        Stream.runForEachArray((page) => Effect.flatMap(opened(page), work)),
      )
    const printing = Render.log(Render.wanted(given))
    for (const see of printing.gauges) yield* each((page) => Effect.sync(() => page.forEach(see)))
    if (last < from) yield* part(printing.none)
    else {
      let printed = 0
      yield* part(printing.before)
      yield* each((page) => part(page.map((entry) => printing.one(entry, printed++)).join("")))
      yield* part(printing.after)
    }
    return 0 as const
  }, Effect.scoped),
}

const opened = (page: ReadonlyArray<Journal.Sealed>): Effect.Effect<ReadonlyArray<Journal.Entry>, Failure> =>
  Effect.forEach(page, (sealed) => {
    const entry = Journal.parse(sealed)
    return Result.isSuccess(entry)
      ? Effect.succeed(entry.success)
      : Effect.fail(refused(damage(entry.failure)))
  })
