/** Faults planted by hand: what goes wrong, in which module of core, and the set of laws that must notice. */

/** A fault: exports that take the place of the module's own; `original` is that module, `Result` effect's. */
export interface Fault {
  readonly name: string
  readonly module: string
  readonly set: string
  readonly instead: string
}

/** Every planted fault. */
export const faults: ReadonlyArray<Fault> = [
  {
    name: "a split loses its remainder",
    module: "value/Allocation.ts",
    set: "allocation",
    instead: `export const split = (amount, shares, decimals) =>
      original.split(amount, shares, decimals).map((part) => part.order === 0 ? part
        : { ...part, amount: part.amount - (amount < 0n ? -1n : 1n) * 10n ** BigInt(6 - decimals) })`,
  },
  {
    name: "the left-over cent goes to whoever comes first",
    module: "value/Allocation.ts",
    set: "allocation",
    instead: `export const split = (amount, shares, decimals) => {
      const parts = original.split(amount, shares, decimals)
      const unit = (amount < 0n ? -1n : 1n) * 10n ** BigInt(6 - decimals)
      const left = parts.filter((part) => part.order > 0).length
      return parts.map((part, at) => ({ ...part, order: at < left ? at + 1 : 0,
        amount: part.amount + (at < left ? unit : 0n) - (part.order > 0 ? unit : 0n) }))
    }`,
  },
  {
    name: "an amount is rounded half to even",
    module: "value/Money.ts",
    set: "money",
    instead: `export const round = (amount, decimals) => {
      const unit = 10n ** BigInt(6 - decimals)
      const rounded = original.round(amount, decimals)
      const isHalf = unit > 1n && (amount - rounded === unit / 2n || rounded - amount === unit / 2n)
      return isHalf && (rounded / unit) % 2n !== 0n ? rounded - (amount < 0n ? -unit : unit) : rounded
    }`,
  },
  {
    name: "a sign is turned in one form",
    module: "form/bbc3/M2.ts",
    set: "forms",
    instead: `const id = "Autofinancieringsmarge/III"
      const { minus, ...row } = original.M2.rows[id]
      export const M2 = { ...original.M2, rows: { ...original.M2.rows, [id]: { ...row, plus: [...row.plus, ...minus] } } }`,
  },
  {
    name: "a total forgets one of its rows",
    module: "form/bbc3/T2Operating.ts",
    set: "forms",
    instead: `const id = "EXPLOITATIE/II.A"
      const row = original.rows[id]
      export const rows = { ...original.rows, [id]: { ...row, plus: row.plus.slice(0, -1) } }`,
  },
  {
    name: "the result is not carried into the next year",
    module: "form/bbc3/M2.ts",
    set: "forms",
    instead: `const id = "Budgettair resultaat/VI"
      const { previousYear, ...row } = original.M2.rows[id]
      export const M2 = { ...original.M2, rows: { ...original.M2.rows, [id]: row } }`,
  },
  {
    name: "overhead is charged twice after an adjustment",
    module: "rule/Overhead.ts",
    set: "neutrality",
    instead: `export const follow = (plan, balances) =>
      original.follow(plan, balances).length === 0 ? [] : original.follow({ ...plan, charged: new Map() }, balances)`,
  },
  {
    name: "overhead is not followed when wages change",
    module: "rule/Overhead.ts",
    set: "neutrality",
    instead: "export const follow = () => []",
  },
  {
    name: "a pass-through pays a cent short",
    module: "rule/PassThrough.ts",
    set: "neutrality",
    instead: `const short = (event) => ({ ...event, years: event.years.map((year) => ({ ...year,
        parts: year.parts.map((part, at) => at > 0 ? part : { ...part, amount: less(part.amount) }) })) })
      const less = (amount) => {
        const cents = BigInt(Math.round(Number(amount) * 100)) - 1n
        const size = cents < 0n ? -cents : cents
        return (cents < 0n ? "-" : "") + size / 100n + "." + String(size % 100n).padStart(2, "0")
      }
      export const passOn = (action, shares) => (state) =>
        Result.map(original.passOn(action, shares)(state), (events) => events.map(short))`,
  },
  {
    name: "an adjustment is half applied",
    module: "event/Posting.ts",
    set: "fold",
    instead: `export const of = (event) => {
      const postings = original.of(event)
      return event._tag === "PlanAdjusted" ? postings.slice(0, Math.ceil(postings.length / 2)) : postings
    }`,
  },
  {
    name: "a transfer arrives and does not leave",
    module: "event/Posting.ts",
    set: "fold",
    instead: `export const of = (event) =>
      event._tag === "CreditTransferred" ? original.of(event).slice(1) : original.of(event)`,
  },
  {
    name: "a transfer compares only the part of the M3 row before the slash",
    module: "rule/Credit.ts",
    set: "decisions",
    instead: `export const transfer = (facts) => (state) => {
      const decided = original.transfer(facts)(state)
      const back = original.transfer({ ...facts, from: facts.to, to: facts.from })(state)
      if (Result.isSuccess(decided) || Result.isSuccess(back)) return decided
      const rows = [decided, back].map((one) => one.failure[0]?.row?.split("/")[0])
      return rows[0] === undefined || rows[0] !== rows[1] ? decided
        : Result.succeed([{ _tag: "CreditTransferred", ...facts }])
    }`,
  },
  {
    name: "a reversal loses the part of a place",
    module: "event/Posting.ts",
    set: "neutrality",
    instead: `export const turn = (postings) =>
      original.turn(postings).map(({ place: { part, ...place }, ...one }) => ({ place, ...one }))`,
  },
  {
    name: "a reversal forgets the last amount",
    module: "event/Posting.ts",
    set: "neutrality",
    instead:
      "export const turn = (postings) => original.turn(postings).slice(0, Math.max(1, postings.length - 1))",
  },
  {
    name: "an adjustment may say neutral and be a cent off",
    module: "rule/Adjustment.ts",
    set: "decisions",
    instead: `export const adopt = ({ neutrality, ...facts }) => (state) =>
      Result.map(original.adopt(facts)(state), (events) =>
        neutrality === undefined ? events : events.map((event) => ({ ...event, neutrality })))`,
  },
  {
    name: "a closed year lets estimates in",
    module: "rule/Decision.ts",
    set: "decisions",
    instead:
      "export const checkYears = (plan, amounts) => original.checkYears({ ...plan, closed: new Set() }, amounts)",
  },
  {
    name: "balances of the past are those of today",
    module: "fold/Balances.ts",
    set: "fold",
    instead: "export const of = (columns) => original.of(columns)",
  },
  {
    name: "an explanation leaves out the oldest posting",
    module: "ledger/Trail.ts",
    set: "explain",
    instead: "export const steps = (...facts) => original.steps(...facts).slice(1)",
  },
  {
    name: "a difference hides what is unexplained",
    module: "answer/Diff.ts",
    set: "diff",
    instead: `export const between = (...facts) => Result.map(original.between(...facts), (difference) => ({
      ...difference, cells: difference.cells.map((cell) => ({ ...cell, unexplained: 0n })) }))`,
  },
  {
    name: "a hash that covers only the beginning of an entry",
    module: "journal/Journal.ts",
    set: "order",
    instead: `export const hashOf = (body, sha256) => original.hashOf(body.slice(0, 40), sha256)
      const cut = (sha256) => (bytes) => sha256(bytes.slice(0, 57))
      export const open = (sealed, head, sha256) => original.open(sealed, head, cut(sha256))
      export const seal = (proposal, head, now, sha256) => original.seal(proposal, head, now, cut(sha256))`,
  },
  {
    name: "an amount near the largest is read a micro-euro off",
    module: "codec/Cursor.ts",
    set: "order",
    instead: `export class Cursor extends original.Cursor {
      amount() {
        const micros = super.amount()
        return Math.abs(micros) > 2 ** 53 - 50 && micros % 2 !== 0 ? micros + 1 : micros
      }
    }`,
  },
  {
    name: "canonical text keeps the keys as they come",
    module: "codec/Canonical.ts",
    set: "roundTrips",
    instead: "export const stringify = (value) => JSON.stringify(value)",
  },
]
