/** `grootboek reverse`: undoes one earlier entry by one more, with a reason. */
import { BudgetEvent, Intake, Journal, Reversal } from "@grootboek/core"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Stream from "effect/Stream"
import { refused } from "../Failure.ts"
import { sha256 } from "../File.ts"
import * as Given from "../Given.ts"
import { damage, refusal, storeError } from "../Messages.ts"
import { tell } from "../Output.ts"
import * as Session from "../Session.ts"
import { branchOption, ledgerOption, required, type Spec, text } from "../Spec.ts"
import * as Write from "../Write.ts"

export const reverse: Spec = {
  name: "reverse",
  about: {
    en: "undo an earlier entry by one more, with a reason",
    nl: "boek een eerdere boeking tegen, met een reden",
  },
  takes: [{ name: "position", about: { en: "the position of the entry", nl: "de positie van de boeking" } }],
  options: [
    ledgerOption,
    {
      name: "reason",
      value: "CLASS",
      required: true,
      choices: BudgetEvent.ReasonClass.literals,
      about: { en: "the class of the reason", nl: "de klasse van de reden" },
    },
    { name: "text", value: "TEXT", about: { en: "the reason in words", nl: "de reden in woorden" } },
    Given.actorOption,
    branchOption,
  ],
  run: Effect.fnUntraced(function* (given) {
    const position = yield* Given.position(given.words[0] ?? "")
    const session = yield* Session.open(given, given.options.branch === undefined ? "existing" : "readonly")
    const last = session.head.position
    const [sealed] = yield* session.store
      .read(session.name, position - 1)
      .pipe(Stream.take(1), Stream.runCollect, Effect.mapError(storeError))
    if (sealed === undefined) return yield* Effect.fail(refusal({ _tag: "UnknownEntry", position, last }))
    const entry = Journal.parse(sealed)
    if (Result.isFailure(entry)) return yield* Effect.fail(refused(damage(entry.failure)))
    const words = text(given, "text")
    const reason = {
      class:
        BudgetEvent.ReasonClass.literals.find((one) => one === required(given, "reason")) ?? "correction",
      ...(words === undefined ? {} : { text: words }),
    } as const
    const request = {
      id: `reverse:${position}`,
      decide: Reversal.of({ position, event: entry.success.event }, reason),
    }
    const outcome = Intake.decide(session.ledger, [request], {
      actor: Given.actor(given),
      sha256,
      recorded: new Map(),
    })
    const [first] = outcome.refused
    if (first !== undefined) return yield* Effect.fail(refusal(first.refusal))
    const written = yield* Write.proposals(given, session, outcome.proposals)
    yield* tell(given.language, {
      en: `entry ${position} reversed${written.length === 0 ? "" : ` by entry ${written[0]}`}`,
      nl: `boeking ${position} tegengeboekt${written.length === 0 ? "" : ` door boeking ${written[0]}`}`,
    })
    return 0 as const
  }, Effect.scoped),
}
