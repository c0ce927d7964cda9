/** `grootboek reverse`: reverses an earlier entry with a new one, with a reason. */
import { AppliedRule, Journal, Reversal } from "@grootboek/core"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { inform } from "../output/Stdio.ts"
import * as Append from "../session/Append.ts"
import { damage, refusal, storeError } from "../session/CoreFailure.ts"
import * as Session from "../session/Session.ts"
import * as LedgerMessage from "../words/LedgerMessage.ts"
import * as Command from "./Command.ts"
import { actor, branch, ledger, time } from "./common.ts"
import * as Parameter from "./Parameter.ts"
import * as Reason from "./Reason.ts"

export const reverse = Command.define({
  name: "reverse",
  about: {
    en: "reverse an earlier entry with a new one, with a reason",
    nl: "boek een eerdere boeking tegen, met een reden",
  },
  args: {
    position: Parameter.required(
      Parameter.position(
        { en: "the position of the entry", nl: "het volgnummer van de boeking" },
        "position",
      ),
    ),
  },
  options: {
    ledger,
    ...Reason.options,
    actor,
    branch,
    time,
  },
  run: Effect.fnUntraced(function* ({ args: { position }, options, language }) {
    const session = yield* Session.open(options, options.branch === undefined ? "existing" : "readonly")
    const [sealed] = yield* session.store
      .read(session.name, position - 1)
      .pipe(Stream.take(1), Stream.runCollect, Effect.mapError(storeError))
    if (sealed === undefined) {
      const last = session.head.position
      return yield* Effect.fail(refusal({ _tag: "UnknownEntry", position, last }))
    }
    const { event } = yield* Effect.mapError(Effect.fromResult(Journal.parse(sealed)), damage)
    const request = {
      id: `reverse:${position}`,
      decide: Reversal.of({ position, event }, Reason.of(options)),
    }
    const proposals = yield* Append.decided(session.ledger, request, options.actor)
    const written = yield* Append.proposals(session, proposals)
    const reversals = proposals.flatMap(({ event }, index) =>
      event._tag === "Reversed" ? [{ entry: event.entry, by: written[index] }] : [],
    )
    for (const { entry, by } of reversals) yield* inform(language, LedgerMessage.reversed(entry, by))
    if (AppliedRule.isApplied(event))
      yield* inform(language, LedgerMessage.switchedOff(AppliedRule.nameOf(event)))
  }),
})
