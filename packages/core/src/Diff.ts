/**
 * What changed between two moments, cell by cell: old, new, the difference, and what caused it.
 *
 * A difference is the postings between the moments, plus what a changed structure reads otherwise (a rule change,
 * told apart from data). Causes and what stays unexplained sum to the difference exactly. A change of an adjustment
 * that states no reason is unexplained. A difference can leave out the money whose condition is not met, or be of that
 * money alone; a condition that is met in between is then a cause of its own.
 */
import * as Result from "effect/Result"
import * as Address from "./Address.ts"
import * as Balances from "./Balances.ts"
import type { Place } from "./BudgetLine.ts"
import * as Explain from "./Explain.ts"
import * as Funding from "./Funding.ts"
import { type FormId, formIds } from "./forms/index.ts"
import * as Influence from "./Influence.ts"
import type { Layout } from "./Layout.ts"
import * as Ledger from "./Ledger.ts"
import * as Money from "./Money.ts"
import type { Plan } from "./Plan.ts"
import type { Refusal } from "./Refusal.ts"
import * as Statement from "./Statement.ts"
import * as Trail from "./Trail.ts"
import * as Year from "./Year.ts"

/** What kind of thing changed a cell: a stated reason's class, the kind of event, or `structure` for another reading. */
export interface Cause {
  /** The entry that caused it. */
  readonly entry: number
  readonly event: string
  /** The reason class of an adjustment, `overhead` or `passThrough` for a rule that followed, `structure` for a rule change, `condition` for one that was met or no longer is, else `posted`. */
  readonly kind: string
  /** The reason in words, as stated. */
  readonly text: string | undefined
  readonly amount: Money.Money
}

/** A cell that changed. */
export interface ChangedCell {
  readonly form: string
  readonly section: string
  readonly code: string
  readonly label: string
  readonly year: Year.Year
  readonly old: Money.Money
  readonly new: Money.Money
  readonly delta: Money.Money
  readonly causes: ReadonlyArray<Cause>
  readonly unexplained: Money.Money
}

/** A difference between two moments. */
export interface Difference {
  readonly from: { readonly position: number; readonly plan: string }
  readonly to: { readonly position: number; readonly plan: string }
  readonly cells: ReadonlyArray<ChangedCell>
}

/** The difference between two moments, over some forms or all of them. */
export const between = (
  ledger: Ledger.Ledger,
  from: string,
  to: string,
  only: ReadonlyArray<FormId> = formIds,
  conditional: Funding.Reach = "with",
): Result.Result<Difference, Refusal> => {
  const before = side(ledger, from, conditional)
  if (Result.isFailure(before)) return Result.fail(before.failure)
  const after = side(ledger, to, conditional)
  if (Result.isFailure(after)) return Result.fail(after.failure)
  const [a, b] = [before.success, after.success]
  const label = ({ position, plan }: Side) => ({ position, plan: plan.versions.at(-1)?.label ?? "" })
  const motives: Motives = { byPosting: new Map(), byText: new Map() }
  return Result.succeed({
    from: label(a),
    to: label(b),
    cells: only.flatMap((form) => changed(ledger, form, [a, b], { motives, conditional })),
  })
}

/** Which cells of a difference to show, and in which order: as the forms have them, or the largest change first. */
export interface Selection {
  readonly years?: ReadonlyArray<Year.Year>
  /** Changes at least this large, either way. */
  readonly least?: Money.Money
  /** Only what is not wholly explained by stated reasons. */
  readonly unexplained?: boolean
  readonly order?: "form" | "size"
}

/** The cells of a difference that a selection asks for. */
export const select = (
  difference: Difference,
  { years, least = Money.zero, unexplained = false, order = "form" }: Selection,
): Difference => {
  const size = (amount: Money.Money): bigint => (amount < 0n ? -amount : amount)
  const cells = difference.cells.filter(
    (cell) =>
      (years === undefined || years.includes(cell.year)) &&
      size(cell.delta) >= least &&
      (!unexplained || !Money.isZero(cell.unexplained)),
  )
  const bySize = (a: ChangedCell, b: ChangedCell) =>
    size(a.delta) === size(b.delta) ? 0 : size(a.delta) > size(b.delta) ? -1 : 1
  return { ...difference, cells: order === "size" ? cells.toSorted(bySize) : cells }
}

/** One side of a difference. */
interface Side {
  readonly position: number
  readonly plan: Plan
  readonly balances: Balances.Balances
}

const side = (
  ledger: Ledger.Ledger,
  text: string,
  conditional: Funding.Reach,
): Result.Result<Side, Refusal> => {
  const position = Ledger.moment(ledger, text)
  if (Result.isFailure(position)) return Result.fail(position.failure)
  const plan = Ledger.planAt(ledger, position.success)
  return plan === undefined
    ? Result.fail({ _tag: "PlanNotAdopted" })
    : Result.succeed({
        position: position.success,
        plan,
        balances: Funding.reach(plan, conditional)(Balances.of(ledger.columns, position.success)),
      })
}

const changed = (
  ledger: Ledger.Ledger,
  form: FormId,
  [a, b]: readonly [Side, Side],
  how: Pick<Reading, "motives" | "conditional">,
): ReadonlyArray<ChangedCell> => {
  // Read forwards in time: a difference backwards is the same one turned.
  const isForward = a.position <= b.position
  const [early, late] = isForward ? [a, b] : [b, a]
  const layout = Ledger.layout(ledger, form, late.plan)
  const earlyLayout = Ledger.layout(ledger, form, early.plan)
  const shown = new Set([...Ledger.yearsShown(form, early.plan), ...Ledger.yearsShown(form, late.plan)])
  const reading = { ledger, early, late, layout, span: Year.list(late.plan.years), shown, ...how }
  const isSteady = layout === earlyLayout && how.conditional === "with"
  const cells = isSteady ? moved(reading) : reread(reading, earlyLayout)
  return isForward ? cells : cells.map(turned)
}

/** What the cells of a form are compared under. */
interface Reading {
  readonly ledger: Ledger.Ledger
  readonly early: Side
  readonly late: Side
  readonly layout: Layout
  readonly span: ReadonlyArray<Year.Year>
  readonly shown: ReadonlySet<Year.Year>
  readonly motives: Motives
  readonly conditional: Funding.Reach
}

const stretchOf = ({ early, late }: Reading): Trail.Stretch => ({
  after: early.position,
  until: late.position,
})

// Under one layout a difference is the postings in between, so only the cells that they move are looked at.
const moved = (reading: Reading): ReadonlyArray<ChangedCell> => {
  const { early, layout, span, shown } = reading
  const between = sharesOf(reading)
  if (between.size === 0) return []
  const then = Statement.table(layout, early.balances, span)
  const cells = [...between.keys()].sort((a, b) => a - b)
  const out: Array<ChangedCell> = []
  for (const at of cells) {
    const shares = between.get(at) ?? []
    const year = (span[0] ?? 0) + (at % span.length)
    const row = layout.rows[Math.floor(at / span.length)]
    let delta = 0n
    for (const { amount } of shares) delta += amount
    if (row === undefined || delta === 0n || !shown.has(year)) continue
    const old = then[at] ?? 0n
    out.push(cellOf(layout, row, year, { old, value: old + delta, causes: causesOf(shares) }))
  }
  return out
}

// Under another structure, or other conditions, old postings may be read otherwise too, so every cell is looked at.
const reread = (reading: Reading, earlyLayout: Layout): ReadonlyArray<ChangedCell> => {
  const { ledger, early, late, layout, span, shown } = reading
  const stretch = stretchOf(reading)
  const now = Statement.table(layout, late.balances, span)
  const again = Statement.table(layout, early.balances, span)
  const then = Statement.table(earlyLayout, early.balances, span)
  const earlyRows = new Map(earlyLayout.rows.map((row) => [identity(row), row]))
  const between = sharesOf(reading)
  const judged = judgements(reading, again)
  const years = [...span.keys()].filter((at) => shown.has((span[0] ?? 0) + at))
  const yearOf = (at: number): Year.Year => (span[0] ?? 0) + at
  const out: Array<ChangedCell> = []
  for (const row of layout.rows) {
    const before = earlyRows.get(identity(row))
    earlyRows.delete(identity(row))
    for (const at of years) {
      const cell = row.index * span.length + at
      const old = before === undefined ? 0n : (then[before.index * span.length + at] ?? 0n)
      const value = now[cell] ?? 0n
      if (old === value) continue
      const otherwise = (again[cell] ?? 0n) - old
      const causes = [
        ...causesOf(between.get(cell) ?? []),
        ...structural(ledger, stretch, otherwise),
        ...judged.flatMap(({ motive, amounts }) => causesOf([{ motive, amount: amounts[cell] ?? 0n }])),
      ]
      out.push(cellOf(layout, row, yearOf(at), { old, value, causes }))
    }
  }
  for (const row of earlyRows.values()) {
    for (const at of years) {
      const old = then[row.index * span.length + at] ?? 0n
      if (old === 0n) continue
      const causes = structural(ledger, stretch, -old)
      out.push(cellOf(layout, row, yearOf(at), { old, value: 0n, causes }))
    }
  }
  return out
}

// Two groups may bear one name, and then one address.
const identity = (row: Layout["rows"][number]): string => `${row.group}\u001f${Address.format(row)}`

const cellOf = (
  layout: Layout,
  { section, code, label }: Layout["rows"][number],
  year: Year.Year,
  {
    old,
    value,
    causes,
  }: { readonly old: bigint; readonly value: bigint; readonly causes: ReadonlyArray<Cause> },
): ChangedCell => {
  return {
    form: layout.form.id,
    section,
    code,
    label,
    year,
    old: Money.ofMicros(old),
    new: Money.ofMicros(value),
    delta: Money.ofMicros(value - old),
    causes: causes.some(isUntold) ? causes.filter((cause) => !isUntold(cause)) : causes,
    unexplained: Money.sum(causes.filter(isUntold).map(({ amount }) => amount)),
  }
}

const isUntold = (cause: Cause): boolean => cause.kind === "unexplained"

const turned = (cell: ChangedCell): ChangedCell => ({
  ...cell,
  old: cell.new,
  new: cell.old,
  delta: Money.negate(cell.delta),
  causes: cell.causes.map((cause) => ({ ...cause, amount: Money.negate(cause.amount) })),
  unexplained: Money.negate(cell.unexplained),
})

/** What postings are put down to: one object for all that share entry, kind and text. */
type Motive = Omit<Cause, "amount">

/** By posting, and by what it says: what every posting that was looked at is put down to. */
interface Motives {
  readonly byPosting: Map<number, Motive>
  readonly byText: Map<string, Motive>
}

/** What one motive moved in a cell. */
interface Share {
  readonly motive: Motive
  amount: bigint
}

/** Shares by cell. */
type Shares = ReadonlyMap<number, ReadonlyArray<Share>>

/** The shares of every cell that moved: those of the leaves first, for many postings move one leaf, then of what adds them. */
const sharesOf = (reading: Reading): Shares => {
  const { ledger, layout, span, motives } = reading
  const leaves = new Map<number, Array<Share>>()
  const isRead = Funding.reads(reading.late.plan, reading.conditional)
  Trail.counted(ledger.columns, layout, span, stretchOf(reading), (leaf, at, posting) => {
    if (isRead !== undefined && !isRead(placeOf(ledger, posting))) return
    const motive = motives.byPosting.get(posting) ?? motiveOf(ledger, posting, motives)
    add(leaves, leaf * span.length + at, motive, ledger.columns.amountOf(posting))
  })
  const { starts, rows, lags, factors } = Influence.of(layout, span.length)
  const out = new Map<number, Array<Share>>()
  for (const [place, shares] of leaves) {
    const leaf = Math.floor(place / span.length)
    for (let one = starts[leaf] as number; one < (starts[leaf + 1] as number); one++) {
      const year = (place % span.length) + (lags[one] as number)
      if (year >= span.length) continue
      const target = (rows[one] as number) * span.length + year
      for (const { motive, amount } of shares)
        add(out, target, motive, factors[one] === 1 ? amount : amount * BigInt(factors[one] as number))
    }
  }
  return out
}

// A cell has few motives, so they are gone through one by one.
const add = (out: Map<number, Array<Share>>, cell: number, motive: Motive, amount: bigint): void => {
  const shares = out.get(cell)
  if (shares === undefined) {
    out.set(cell, [{ motive, amount }])
    return
  }
  for (const share of shares) {
    if (share.motive !== motive) continue
    share.amount += amount
    return
  }
  shares.push({ motive, amount })
}

const placeOf = ({ columns }: Ledger.Ledger, posting: number): Place =>
  columns.places[columns.cellPlaces[columns.cellOfPosting(posting)] as number] as Place

/** An entry that let old money in or out, and how much in each cell. */
interface Judgement {
  readonly motive: Motive
  readonly amounts: ReadonlyArray<bigint>
}

/** Every entry of the stretch that met a condition, or took that back, or put a line under one: each in its turn. */
const judgements = (
  { ledger, early, late, layout, span, conditional }: Reading,
  again: ArrayLike<bigint>,
): ReadonlyArray<Judgement> => {
  if (conditional === "with") return []
  const whole = Balances.of(ledger.columns, early.position)
  const out: Array<Judgement> = []
  let [plan, read] = [early.plan, again]
  for (const { position } of ledger.plans) {
    if (position <= early.position || position > late.position) continue
    const next = Ledger.planAt(ledger, position) ?? plan
    const isSame = next.met === plan.met && next.funding === plan.funding
    plan = next
    if (isSame) continue
    const [then, now] = [read, Statement.table(layout, Funding.reach(plan, conditional)(whole), span)]
    const event = ledger.traces.events.get(position)
    const text = event?._tag === "ConditionJudged" ? (event.text ?? event.condition) : undefined
    out.push({
      motive: { entry: position, event: ledger.traces.kindAt(position) ?? "", kind: "condition", text },
      amounts: Array.from(now, (amount, cell) => amount - (then[cell] ?? 0n)),
    })
    read = now
  }
  return out
}

const motiveOf = (ledger: Ledger.Ledger, posting: number, motives: Motives): Motive => {
  const { amount, entry, turn } = ledger.columns.posting(posting)
  const { event, rule, reason } = Explain.posting(ledger, { posting, entry, turn, amount })
  const kind = reason?.class ?? (event === "PlanAdjusted" ? "unexplained" : (rule?.rule ?? "posted"))
  const key = `${entry}\u001f${kind}\u001f${reason?.text ?? ""}`
  const motive = motives.byText.get(key) ?? { entry, event, kind, text: reason?.text }
  motives.byText.set(key, motive)
  motives.byPosting.set(posting, motive)
  return motive
}

const causesOf = (shares: ReadonlyArray<Share>): ReadonlyArray<Cause> => {
  const out: Array<Cause> = []
  for (const { motive, amount } of shares) {
    const { entry, event, kind, text } = motive
    if (amount !== 0n) out.push({ entry, event, kind, text, amount: Money.ofMicros(amount) })
  }
  return out
}

/** What another reading of old postings moved; it is owed to the last entry of the stretch that changed the structure. */
const structural = (
  ledger: Ledger.Ledger,
  { after, until }: Trail.Stretch,
  amount: bigint,
): ReadonlyArray<Cause> => {
  if (amount === 0n) return []
  const changes = ledger.plans.filter((change) => change.position > after && change.position <= until)
  const entry =
    changes.findLast(
      ({ position }) =>
        Ledger.planAt(ledger, position - 1)?.structure !== Ledger.planAt(ledger, position)?.structure,
    )?.position ?? until
  return [
    {
      entry,
      event: ledger.traces.kindAt(entry) ?? "",
      kind: "structure",
      text: undefined,
      amount: Money.ofMicros(amount),
    },
  ]
}
