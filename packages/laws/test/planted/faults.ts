/** Planted faults: the fault, its module of core, and the set of laws that must notice it. */

/** A fault: replacement exports of a module. `original` is that module, `Result` is effect's. */
export interface Fault {
  readonly name: string
  readonly module: string
  readonly set: string
  readonly instead: string
}

/** Every planted fault. */
export const faults: ReadonlyArray<Fault> = [
  {
    name: "split loses the remainder",
    module: "value/Allocation.ts",
    set: "allocation",
    instead: `export const split = (amount, shares, decimals) =>
      original.split(amount, shares, decimals).map((part) => part.order === 0 ? part
        : { ...part, amount: part.amount - (amount < 0n ? -1n : 1n) * 10n ** BigInt(6 - decimals) })`,
  },
  {
    name: "split gives the remainder to the first party",
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
    name: "amounts round half to even",
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
    name: "one form inverts a sign",
    module: "form/bbc3/M2.ts",
    set: "forms",
    instead: `const id = "Autofinancieringsmarge/III"
      const { minus, ...row } = original.M2.rows[id]
      export const M2 = { ...original.M2, rows: { ...original.M2.rows, [id]: { ...row, plus: [...row.plus, ...minus] } } }`,
  },
  {
    name: "the corrected margin adds notional repayments",
    module: "form/bbc3/M2.ts",
    set: "forms",
    instead: `const id = "Gecorrigeerde autofinancieringsmarge/II"
      const { minus, ...row } = original.M2.rows[id]
      export const M2 = { ...original.M2, rows: { ...original.M2.rows, [id]: { ...row, plus: [...row.plus, ...minus] } } }`,
  },
  {
    name: "a total omits a row",
    module: "form/bbc3/T2.ts",
    set: "forms",
    instead: `const id = "EXPLOITATIE/II.A"
      const row = original.T2.rows[id]
      export const T2 = { ...original.T2, rows: { ...original.T2.rows, [id]: { ...row, plus: row.plus.slice(0, -1) } } }`,
  },
  {
    name: "the result is not carried to the next year",
    module: "form/bbc3/M2.ts",
    set: "forms",
    instead: `const id = "Budgettair resultaat/VI"
      const { previousYear, ...row } = original.M2.rows[id]
      export const M2 = { ...original.M2, rows: { ...original.M2.rows, [id]: row } }`,
  },
  {
    name: "overhead charges twice after an adjustment",
    module: "rule/Overhead.ts",
    set: "neutrality",
    instead: `export const follow = (plan, balances) =>
      original.follow(plan, balances).length === 0 ? [] : original.follow({ ...plan, charged: new Map() }, balances)`,
  },
  {
    name: "overhead ignores changed wages",
    module: "rule/Overhead.ts",
    set: "neutrality",
    instead: "export const follow = () => []",
  },
  {
    name: "pass-through pays one cent too little",
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
    name: "an adjustment applies half of its changes",
    module: "event/Posting.ts",
    set: "fold",
    instead: `export const of = (event) => {
      const postings = original.of(event)
      return event._tag === "PlanAdjusted" ? postings.slice(0, Math.ceil(postings.length / 2)) : postings
    }`,
  },
  {
    name: "a transfer adds without subtracting",
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
    set: "checks",
    instead: `export const turn = (postings) =>
      original.turn(postings).map(({ place: { part, ...place }, ...one }) => ({ place, ...one }))`,
  },
  {
    name: "a reversal omits the last amount",
    module: "event/Posting.ts",
    set: "checks",
    instead:
      "export const turn = (postings) => original.turn(postings).slice(0, Math.max(1, postings.length - 1))",
  },
  {
    name: "neutrality accepts a difference of one cent",
    module: "rule/Adjustment.ts",
    set: "decisions",
    instead: `export const adopt = ({ neutrality, ...facts }) => (state) =>
      Result.map(original.adopt(facts)(state), (events) =>
        neutrality === undefined ? events : events.map((event) => ({ ...event, neutrality })))`,
  },
  {
    name: "a closed year accepts estimates",
    module: "rule/Decision.ts",
    set: "decisions",
    instead: `const open = (plan) => ({ ...plan, closed: new Set() })
      export const checkYear = (plan, year) => original.checkYear(open(plan), year)
      export const checkYears = (plan, amounts) => original.checkYears(open(plan), amounts)`,
  },
  {
    name: "past balances equal today's",
    module: "fold/Balances.ts",
    set: "fold",
    instead: "export const of = (columns) => original.of(columns)",
  },
  {
    name: "an explanation omits the oldest posting",
    module: "ledger/Trail.ts",
    set: "explain",
    instead: "export const steps = (...facts) => original.steps(...facts).slice(1)",
  },
  {
    name: "a difference hides the unexplained rest",
    module: "answer/Diff.ts",
    set: "diff",
    instead: `export const between = (...facts) => Result.map(original.between(...facts), (difference) => ({
      ...difference, cells: difference.cells.map((cell) => ({ ...cell, unexplained: 0n })) }))`,
  },
  {
    name: "a hash covers only the start of an entry",
    module: "journal/Journal.ts",
    set: "order",
    instead: `export const hashOf = (body, sha256) => original.hashOf(body.slice(0, 40), sha256)
      const cut = (sha256) => (bytes) => sha256(bytes.slice(0, 57))
      export const open = (sealed, head, sha256) => original.open(sealed, head, cut(sha256))
      export const seal = (proposal, head, now, sha256) => original.seal(proposal, head, now, cut(sha256))`,
  },
  {
    name: "an amount near the largest is read one micro-euro off",
    module: "codec/Micros.ts",
    set: "order",
    instead: `export const read = (input) => {
      const micros = original.read(input)
      return Math.abs(micros) > 2 ** 53 - 50 && micros % 2 !== 0 ? micros + 1 : micros
    }`,
  },
  {
    name: "canonical text keeps the order of keys",
    module: "codec/Canonical.ts",
    set: "roundTrips",
    instead: "export const stringify = (value) => JSON.stringify(value)",
  },
]
