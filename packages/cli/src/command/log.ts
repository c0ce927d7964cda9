/** `grootboek log`: the entries of the journal, in order. */
import { Journal } from "@grootboek/core"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Stream from "effect/Stream"
import * as Format from "../output/Format.ts"
import { isRead, part } from "../output/Stdio.ts"
import { damage, refusal, storeError } from "../session/CoreFailure.ts"
import * as Store from "../session/Store.ts"
import type { CommandFailure } from "../words/CommandFailure.ts"
import * as Command from "./Command.ts"
import * as common from "./common.ts"
import * as Parameter from "./Parameter.ts"

export const log = Command.define({
  name: "log",
  about: { en: "list the entries of the journal", nl: "toon de boekingen van het journaal" },
  args: {},
  options: {
    ledger: common.ledger,
    from: Parameter.withDefault(
      Parameter.position({
        en: "the first position (default: 1)",
        nl: "de eerste positie (standaard: 1)",
      }),
      1,
    ),
    to: Parameter.withDefault(
      Parameter.position({
        en: "the last position (default: the end)",
        nl: "de laatste positie (standaard: het einde)",
      }),
      Number.MAX_SAFE_INTEGER,
    ),
    format: common.format(Format.textFormats),
  },
  run: Effect.fnUntraced(function* ({ options: { from, to, format, ...options }, language }) {
    const { store, ledger } = yield* Store.open(options.ledger, "readonly")
    const head = yield* Effect.mapError(store.head(ledger), storeError)
    if (from > head.position)
      return yield* Effect.fail(refusal({ _tag: "UnknownEntry", position: from, last: head.position }))
    // Entries that are appended meanwhile are left out, because the journal is read more than once.
    const last = Math.min(to, head.position)
    const each = (work: (page: ReadonlyArray<Journal.Entry>) => Effect.Effect<void>) =>
      store.read(ledger, from - 1).pipe(
        Stream.takeWhile((sealed) => sealed.position <= last && isRead()),
        Stream.mapError(storeError),
        Stream.runForEachArray((page) => Effect.flatMap(parsed(page), work)),
      )
    const printing = Format.log({ format, language })
    for (const see of printing.measures) yield* each((page) => Effect.sync(() => page.forEach(see)))
    if (last < from) yield* part(printing.none)
    else {
      let printed = 0
      yield* part(printing.before)
      yield* each((page) => part(page.map((entry) => printing.one(entry, printed++)).join("")))
      yield* part(printing.after)
    }
    return 0 as const
  }),
})

const parsed = (
  page: ReadonlyArray<Journal.Sealed>,
): Effect.Effect<ReadonlyArray<Journal.Entry>, CommandFailure> =>
  Effect.forEach(page, (sealed) => {
    const entry = Journal.parse(sealed)
    return Result.isSuccess(entry) ? Effect.succeed(entry.success) : Effect.fail(damage(entry.failure))
  })
