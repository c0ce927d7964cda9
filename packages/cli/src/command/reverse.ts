/** `grootboek reverse`: reverses an earlier entry with a new one, with a reason. */
import { AppliedRule, BudgetEvent, Intake, Journal, Reversal } from "@grootboek/core"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Stream from "effect/Stream"
import { sha256 } from "../output/InputFile.ts"
import { inform } from "../output/Stdio.ts"
import * as Append from "../session/Append.ts"
import { damage, refusal, storeError } from "../session/CoreFailure.ts"
import * as Session from "../session/Session.ts"
import * as LedgerMessage from "../words/LedgerMessage.ts"
import * as Command from "./Command.ts"
import { actor, branch, ledger, time } from "./common.ts"
import * as Parameter from "./Parameter.ts"

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
    reason: Parameter.required(
      Parameter.choice("CLASS", BudgetEvent.ReasonClass.literals, {
        en: "the class of the reason",
        nl: "de klasse van de reden",
      }),
    ),
    text: Parameter.text("TEXT", { en: "the reason in words", nl: "de reden in woorden" }),
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
    const entry = Journal.parse(sealed)
    if (Result.isFailure(entry)) return yield* Effect.fail(damage(entry.failure))
    const { reason: reasonClass, text, actor } = options
    const reason = { class: reasonClass, ...(text === undefined ? {} : { text }) }
    const decide = Reversal.of({ position, event: entry.success.event }, reason)
    const context = { actor, sha256, recorded: new Map() }
    const decided = Intake.decideInto(session.ledger, [{ id: `reverse:${position}`, decide }], context)
    const [first] = decided.refused
    if (first !== undefined) return yield* Effect.fail(refusal(first.refusal))
    const written = yield* Append.proposals(session, decided.proposals)
    const reversals = decided.proposals.flatMap(({ event }, index) =>
      event._tag === "Reversed" ? [{ entry: event.entry, by: written[index] }] : [],
    )
    for (const { entry, by } of reversals) yield* inform(language, LedgerMessage.reversed(entry, by))
    const { event } = entry.success
    if (AppliedRule.isApplied(event))
      yield* inform(language, LedgerMessage.switchedOff(AppliedRule.nameOf(event)))
    return 0 as const
  }),
})
