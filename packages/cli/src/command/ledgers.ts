/** `grootboek ledgers`: every ledger of files and servers, with its last entry, the time of it, and its size. */
import type { Json } from "@grootboek/report"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import * as Progress from "../output/Progress.ts"
import { print, printJson } from "../output/Stdio.ts"
import { storeError } from "../session/CoreFailure.ts"
import * as RoutesFile from "../session/RoutesFile.ts"
import * as Store from "../session/Store.ts"
import { masked } from "../words/Address.ts"
import type { CommandFailure } from "../words/CommandFailure.ts"
import * as LedgerList from "../words/LedgerList.ts"
import * as Command from "./Command.ts"
import * as common from "./common.ts"
import * as Parameter from "./Parameter.ts"

export const ledgers = Command.define({
  name: "ledgers",
  about: {
    en: "list all ledgers of files and servers, with last entry, time and size",
    nl: "toon alle grootboeken van bestanden en servers, met laatste boeking, tijdstip en grootte",
  },
  more: {
    en: "The size is that of the entries in bytes, so every journal is read. routes:FILE lists every ledger that the file names.\nExample: grootboek ledgers --ledger postgres://owner@server/ledgers",
    nl: "De grootte is die van de boekingen in bytes, dus elk journaal wordt gelezen. routes:BESTAND toont elk grootboek dat in het bestand staat.\nVoorbeeld: grootboek ledgers --ledger postgres://eigenaar@server/grootboeken",
  },
  args: {},
  options: {
    ledger: Parameter.requiredOnce(
      Parameter.repeated("LEDGER", {
        en: "a SQLite file, the postgres:// URL of a server, or routes:FILE; may be repeated",
        nl: "een SQLite-bestand, de postgres://-URL van een server, of routes:BESTAND; mag herhaald worden",
      }),
    ),
    format: common.format(["text", "json"]),
  },
  run: Effect.fnUntraced(function* ({ options, language }) {
    const found: Array<LedgerList.ListedLedger> = []
    for (const typed of options.ledger) {
      const isRouted = RoutesFile.parse(typed) !== undefined
      for (const address of yield* RoutesFile.followAll([typed])) {
        const { store, ledger: named } = yield* Store.open(address, "readonly")
        for (const ledger of isRouted ? [named] : yield* Effect.mapError(store.ledgers, storeError))
          found.push(yield* measure(store, { address: masked(address), ledger }))
      }
    }
    yield* options.format === "json"
      ? printJson({ ledgers: found } satisfies Json.LedgersDocument)
      : print(LedgerList.format(found, language))
  }),
})

const measure = Effect.fnUntraced(function* (
  store: Store.OpenStore["store"],
  { address, ledger }: Pick<LedgerList.ListedLedger, "address" | "ledger">,
): Effect.fn.Return<LedgerList.ListedLedger, CommandFailure> {
  const { position, hash, time } = yield* Effect.mapError(store.head(ledger), storeError)
  const progress = Progress.start(ledger, position)
  let bytes = 0
  yield* store.read(ledger, 0).pipe(
    Stream.mapError(storeError),
    Stream.takeWhile((sealed) => sealed.position <= position),
    Stream.runForEachArray((page) =>
      Effect.sync(() => {
        for (const { body } of page) bytes += body.length
        progress.to(page.at(-1)?.position ?? 0)
      }),
    ),
    Effect.ensuring(Effect.sync(progress.stop)),
  )
  return { address, ledger, position, hash, time, bytes }
})
