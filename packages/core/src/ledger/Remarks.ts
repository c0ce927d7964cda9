/** Remarks about valid entries that a later version would refuse, or whose record time or codes a person should check. */
import type { Folded } from "../codec/FoldReader.ts"
import type { BudgetEvent, Of } from "../event/BudgetEvent.ts"
import * as Posting from "../event/Posting.ts"
import * as Register from "../event/Register.ts"
import type { Declarations } from "../event/Structure.ts"
import * as Balances from "../fold/Balances.ts"
import { genesis } from "../journal/Journal.ts"
import * as RecordTime from "../journal/RecordTime.ts"
import type { RemarkFacts } from "../journal/Remark.ts"
import { estimated, format, key } from "../value/BudgetLine.ts"
import * as Money from "../value/Money.ts"
import { hasInvisible, mixesScripts } from "../value/VisibleText.ts"
import * as Ledger from "./Ledger.ts"

/** Makes remarks about entries in order. */
export interface Remarks {
  readonly take: (ledger: Ledger.Ledger, entry: Folded) => ReadonlyArray<RemarkFacts>
}

/** A gap of more than a year between two entries has a remark. */
const longestGapMs = 366 * 86_400_000

/** Starts the remarks about a journal. Times are compared with `now`, in milliseconds; without it none is in the future. */
export const begin = (now: number = Number.POSITIVE_INFINITY): Remarks => {
  let previous = genesis.time
  const opened = new Map<string, number>()

  const ofTime = (time: string): ReadonlyArray<RemarkFacts> => {
    if (time === previous) return []
    const before = previous
    previous = time
    const [at, last] = [Date.parse(time), Date.parse(before)]
    const facts: Array<RemarkFacts> = []
    if (RecordTime.isAhead(time, now))
      facts.push({ _tag: "TimeAhead", time, now: new Date(now).toISOString() })
    if (before !== genesis.time && at - last > longestGapMs)
      facts.push({ _tag: "TimeJump", time, previous: before })
    return facts
  }

  // A reversed opening may be repeated.
  const ofOpening = (ledger: Ledger.Ledger, event: BudgetEvent): ReadonlyArray<RemarkFacts> => {
    const opening = openingOf(event)
    if (opening === undefined) return []
    const { account, year, kinds } = opening
    const keys = kinds.map((kind) => `${account} ${year} ${kind}`)
    const earlier = keys.map((key) => opened.get(key)).find((position) => position !== undefined)
    for (const key of keys) opened.set(key, Ledger.position(ledger) + 1)
    return earlier === undefined || Ledger.planAt(ledger)?.reversed.has(earlier)
      ? []
      : [{ _tag: "OpeningRepeated", account, year, earlier }]
  }

  return {
    take: (ledger, { content, time }) => {
      const facts = ofTime(time)
      return "changes" in content
        ? facts
        : [
            ...facts,
            ...ofTransfer(ledger, content.event),
            ...ofOpening(ledger, content.event),
            ...ofCodes(content.event),
          ]
    },
  }
}

// Versions before 0.2 recorded transfers that later versions refuse.
const ofTransfer = (ledger: Ledger.Ledger, event: BudgetEvent): ReadonlyArray<RemarkFacts> => {
  if (event._tag !== "CreditTransferred") return []
  const { from, to, year, amount } = event
  if (Money.from(amount) <= 0n) return [{ _tag: "TransferNotPositive", amount }]
  if (key(estimated(from)) === key(estimated(to)))
    return [{ _tag: "TransferToSameLine", place: format(from) }]
  const estimate = Balances.ofLine(Balances.of(ledger.columns), "estimate", from, year)
  const left = Money.format(estimate)
  return Money.from(amount) <= estimate
    ? []
    : [{ _tag: "TransferTooLarge", place: format(from), year, left, asked: amount }]
}

const openingOf = (
  event: BudgetEvent,
): { readonly account: string; readonly year: number; readonly kinds: ReadonlyArray<string> } | undefined => {
  if (event._tag === "DebtOpened") return { ...event, kinds: [event.kind] }
  if (event._tag !== "ResultCarriedForward" || event.accountsOf !== undefined) return undefined
  const { account, year } = event
  return { account, year, kinds: Posting.of(event).map(({ place }) => place.part ?? "") }
}

const ofCodes = (event: BudgetEvent): ReadonlyArray<RemarkFacts> =>
  codesOf(event)
    // A letter followed by a combining accent looks the same as the single character for both.
    .filter((code) => hasInvisible(code) || mixesScripts(code) || code !== code.normalize("NFC"))
    .map((code) => ({ _tag: "SimilarCode", codeText: code }))

const codesOf = (event: BudgetEvent): ReadonlyArray<string> => {
  if (event._tag === "StructureDeclared") return declaredCodes(event.declarations)
  if (event._tag === "PlanAdjusted") return declaredCodes(event.structure ?? {})
  return event._tag === "PassedThrough" ? partners(event) : []
}

const partners = ({ shares }: Of<"PassedThrough">): ReadonlyArray<string> =>
  shares.map(({ partner }) => partner)

const declaredCodes = (declarations: Declarations): ReadonlyArray<string> => [
  ...(declarations.goals ?? []).map(({ code }) => code),
  ...(declarations.policyItems ?? []).map(({ code }) => code),
  ...(declarations.sectors ?? []).map(({ code }) => code),
  ...Register.codes(declarations).flatMap(([what, codes]) =>
    what === "fact" || what === "factRow" ? [] : codes,
  ),
]
