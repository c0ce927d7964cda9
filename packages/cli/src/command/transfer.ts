/** `grootboek transfer`: moves credit between two lines of one total of M3, with a reason. */
import { Balances, BudgetLine, Canonical, Credit, Journal, Ledger, Money } from "@grootboek/core"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { sha256 } from "../output/InputFile.ts"
import { inform } from "../output/Stdio.ts"
import * as Append from "../session/Append.ts"
import { accepted, storeError } from "../session/CoreFailure.ts"
import * as Session from "../session/Session.ts"
import * as TransferMessage from "../words/TransferMessage.ts"
import * as Command from "./Command.ts"
import { actor, branch, dryRun, ledger, time } from "./common.ts"
import * as LineOption from "./LineOption.ts"
import * as Parameter from "./Parameter.ts"
import * as Reason from "./Reason.ts"
import * as Resolution from "./Resolution.ts"

export const transfer = Command.define({
  name: "transfer",
  about: {
    en: "move credit from one budget line to another, within one total of M3",
    nl: "verschuif krediet van de ene budgetlijn naar de andere, binnen één totaal van M3",
  },
  more: {
    en: [
      "A line is written as other answers print it: action · policy item · account · sector · envelope · U or O. A slash may separate the codes.",
      "The same transfer again changes nothing: give another --text to transfer the amount once more.",
      "Example: grootboek transfer --ledger w13.db --from A10101/9090/6140000/U --to A10102/9090/6140000/U --year 2026 --amount 1000 --reason transfer",
    ].join("\n"),
    nl: [
      "Een budgetlijn wordt geschreven zoals ze in andere antwoorden staat: actie · beleidsitem · rekening · sector · enveloppe · U of O. Een schuine streep mag de codes scheiden.",
      "Dezelfde verschuiving opnieuw wijzigt niets: geef een andere --text om het bedrag nog eens te verschuiven.",
      "Voorbeeld: grootboek transfer --ledger w13.db --from A10101/9090/6140000/U --to A10102/9090/6140000/U --year 2026 --amount 1000 --reason transfer",
    ].join("\n"),
  },
  args: {},
  options: {
    ledger,
    from: Parameter.required(
      Parameter.text("BUDGET_LINE", { en: "the line that gives", nl: "de budgetlijn die afstaat" }),
    ),
    to: Parameter.required(
      Parameter.text("BUDGET_LINE", { en: "the line that receives", nl: "de budgetlijn die krijgt" }),
    ),
    year: Parameter.required(
      Parameter.year("YEAR", { en: "the year of the credit", nl: "het jaar van het krediet" }),
    ),
    amount: Parameter.required(
      Parameter.amount({ en: "the amount, such as 1000.50", nl: "het bedrag, zoals 1000,50" }),
    ),
    ...Reason.options,
    ...Resolution.options,
    "dry-run": dryRun,
    actor,
    branch,
    time,
  },
  run: Effect.fnUntraced(function* ({ options, language }) {
    const { "dry-run": isDry } = options
    const isReading = isDry || options.branch !== undefined
    const session = yield* Session.open(options, isReading ? "readonly" : "existing")
    const { plan } = yield* accepted(Ledger.requirePlan(session.ledger, undefined))
    const from = yield* LineOption.of("--from", options.from, plan)
    const to = yield* LineOption.of("--to", options.to, plan)
    const resolution = yield* Resolution.of(options)
    const { amount, year } = options
    const facts = {
      from,
      to,
      year,
      amount: Money.format(amount),
      reason: Reason.of(options),
      ...(resolution === undefined ? {} : { resolution }),
    }
    const { id, known } = yield* idOf(session, facts)
    if (known !== undefined) return yield* inform(language, TransferMessage.known(known))
    const amountsOf = (at: Ledger.Ledger) =>
      [from, to].map((line) => Balances.ofLine(Balances.of(at.columns), "estimate", line, year))
    const before = amountsOf(session.ledger)
    const request = { id, decide: Credit.transfer(facts) }
    const proposals = yield* Append.decided(session.ledger, request, options.actor)
    const [entry] = isDry ? [] : yield* Append.proposals(session, proposals)
    const after = amountsOf(session.ledger)
    yield* inform(language, TransferMessage.moved({ amount: facts.amount, year, entry, isDry }))
    for (const [index, line] of [from, to].entries())
      yield* inform(
        language,
        TransferMessage.line(
          BudgetLine.format(line),
          before[index] ?? Money.zero,
          after[index] ?? Money.zero,
        ),
      )
  }),
})

/** Returns the id of a transfer: that of its facts, or the next one when the recorded transfer was reversed. */
const idOf = Effect.fnUntraced(function* (session: Session.Session, facts: object) {
  const start = `transfer:${sha256(Canonical.bytes(facts))}`
  const reversed = Ledger.planAt(session.ledger)?.reversed ?? new Map<number, number>()
  for (let turn = 1; ; turn++) {
    const id = turn === 1 ? start : `${start}.${turn}`
    const [sealed] = yield* Effect.mapError(session.store.find(session.name, [id]), storeError)
    const proposed = session.branch?.proposals.findIndex((proposal) => proposal.id === id) ?? -1
    const entry = sealed === undefined ? undefined : Result.getOrUndefined(Journal.parse(sealed))
    const position = entry?.position ?? (proposed < 0 ? undefined : session.head.position + proposed + 1)
    if (position === undefined) return { id, known: undefined }
    if (!reversed.has(position)) return { id, known: position }
  }
})
