/** `grootboek move`: a ledger to another file or server, with its route switched when nothing came in between. */
import * as Effect from "effect/Effect"
import { inform } from "../output/Stdio.ts"
import * as LedgerMove from "../session/LedgerMove.ts"
import * as RoutesFile from "../session/RoutesFile.ts"
import { masked } from "../words/Address.ts"
import { usage } from "../words/CommandFailure.ts"
import * as MoveMessage from "../words/MoveMessage.ts"
import * as Command from "./Command.ts"
import * as common from "./common.ts"
import * as Parameter from "./Parameter.ts"

export const moveLedger = Command.define({
  name: "move",
  about: {
    en: "move a ledger to another file or server, and switch its route",
    nl: "verplaats een grootboek naar een ander bestand of een andere server, en wijzig zijn route",
  },
  more: {
    en: [
      "Verifies the ledger, copies its entries, compares both heads, switches the route, and compares again.",
      "Nothing is switched when an entry came in meanwhile: stop the writers of the ledger, and run the command again.",
      "Without a file of routes, use the new address from then on. The old place keeps its copy.",
      "",
      'Example: grootboek move --ledger "routes:routes.json?ledger=gemeente-a" --to "postgres://owner@south/ledgers?ledger=gemeente-a"',
    ].join("\n"),
    nl: [
      "Controleert het grootboek, kopieert de boekingen, vergelijkt beide laatste hashes, wijzigt de route, en vergelijkt opnieuw.",
      "De route wijzigt niet als er intussen een boeking bijkwam: stop de programma's die in het grootboek schrijven, en voer de opdracht opnieuw uit.",
      "Zonder routebestand gebruikt u daarna het nieuwe adres. De oude plaats behoudt haar kopie.",
      "",
      'Voorbeeld: grootboek move --ledger "routes:routes.json?ledger=gemeente-a" --to "postgres://eigenaar@zuid/grootboeken?ledger=gemeente-a"',
    ].join("\n"),
  },
  args: {},
  options: {
    ledger: Parameter.required(common.typedLedger),
    to: Parameter.required(
      Parameter.text("LEDGER", {
        en: "the new place: a SQLite file, or the postgres:// URL of a server",
        nl: "de nieuwe plaats: een SQLite-bestand, of de postgres://-URL van een server",
      }),
    ),
  },
  run: Effect.fnUntraced(function* ({ options: { ledger, to }, language }) {
    const routed = RoutesFile.parse(ledger)
    const route = routed === undefined ? undefined : { ...routed, ...(yield* RoutesFile.routeOf(routed)) }
    const from = route?.target ?? ledger
    if (RoutesFile.isSame(from, to)) return yield* Effect.fail(usage(MoveMessage.samePlace(masked(to))))
    const { position: entries, hash } = yield* LedgerMove.run({ from, to, route })
    yield* inform(language, MoveMessage.moved({ from, to, entries, hash }, route?.file))
  }),
})
