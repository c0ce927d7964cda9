/** The commands of a history, as fast-check draws and shrinks them. */
import * as fc from "fast-check"
import type { Action } from "./Action.ts"
import * as BranchActions from "./BranchActions.ts"
import * as Check from "./Check.ts"
import * as Files from "./Files.ts"
import * as LedgerActions from "./LedgerActions.ts"
import * as RecordActions from "./RecordActions.ts"
import type { RowPick } from "./RowPick.ts"
import * as RuleActions from "./RuleActions.ts"
import type { Trouble } from "./Trouble.ts"

export interface Drawing {
  /** Whether some commands run in a process that is killed: they are slow, and not reproducible. */
  readonly processes: boolean
  /** Whether amounts are round and nothing goes wrong, so that a failing history is shrunk in few steps. */
  readonly isPlain: boolean
}

export const all = ({ processes, isPlain }: Drawing): fc.Arbitrary<Action> => {
  const cent = isPlain ? fc.constantFrom(-100_00) : anyCent
  const perYear: fc.Arbitrary<Files.Cents> = fc.tuple(
    cent,
    isPlain ? fc.constant(0) : fc.oneof(fc.constant(0), cent),
    isPlain ? fc.constant(0) : fc.constantFrom(0, 1),
  )
  const trouble = isPlain ? fc.constant(undefined) : anyTrouble
  const row: fc.Arbitrary<RowPick> = fc.record({
    account: fc.nat(isPlain ? 0 : Files.accounts.length - 1),
    action: fc.nat(isPlain ? 0 : Files.actions.length - 1),
    item: fc.nat(isPlain ? 0 : Files.policyItems.length - 1),
    cents: perYear,
  })
  const rows = fc.array(row, { minLength: 1, maxLength: 3 })
  const changes = fc.array(fc.tuple(fc.nat(20), perYear), { minLength: 1, maxLength: 3 })
  const which = fc.nat(isPlain ? 1 : 9)
  const weighted: ReadonlyArray<readonly [weight: number, arbitrary: fc.Arbitrary<Action>]> = [
    [6, fc.tuple(rows, trouble).map(([picks, what]) => RecordActions.importLines(picks, what))],
    [2, which.map(RecordActions.importAgain)],
    [3, fc.tuple(changes, trouble).map(([picks, what]) => RecordActions.adjust(picks, what))],
    [2, fc.tuple(which, cent, trouble).map(([at, cents, what]) => RecordActions.realise(at, cents, what))],
    [1, fc.tuple(cent, trouble).map(([cents, what]) => RecordActions.result(cents, what))],
    [3, fc.tuple(which, trouble).map(([at, what]) => RecordActions.reverse(at, what))],
    [3, trouble.map(BranchActions.newBranch)],
    [4, fc.tuple(which, rows, trouble).map(([at, picks, what]) => BranchActions.draft(at, picks, what))],
    [4, fc.tuple(which, trouble).map(([at, what]) => BranchActions.promote(at, what))],
    [
      isPlain ? 0 : 4,
      fc.tuple(rows, which, trouble).map(([picks, at, what]) => BranchActions.branchOut(picks, at, what)),
    ],
    [isPlain ? 0 : 6, RuleActions.all({ perYear, trouble })],
    [1, fc.tuple(which, trouble).map(([at, what]) => BranchActions.drop(at, what))],
    [1, trouble.map(LedgerActions.sign)],
    [1, trouble.map(LedgerActions.move)],
    [1, fc.tuple(rows, rows).map(([first, second]) => RecordActions.importBoth(first, second))],
    [1, fc.constantFrom(-86_400_000, -3_600_000, 3_600_000, 86_400_000).map(LedgerActions.setClock)],
    [
      2,
      fc.tuple(fc.constantFrom(...Check.forms), fc.nat(40)).map(([form, at]) => LedgerActions.read(form, at)),
    ],
  ]
  const killing = fc
    .tuple(rows, fc.integer({ min: 200, max: 4_000 }))
    .map(([picks, ms]) => RecordActions.kill(picks, ms))
  return fc.oneof(
    ...weighted.map(([weight, arbitrary]) => ({ weight: weight * 50, arbitrary })),
    ...(processes ? [{ weight: 25, arbitrary: killing }] : []),
  )
}

const anyCent = fc.oneof(
  fc.integer({ min: 1, max: 99_99 }),
  fc.integer({ min: -500_000_00, max: 500_000_00 }).filter((cents) => cents !== 0),
)

// Most commands run undisturbed. A command writes some tens of times; a later call does not occur.
const anyTrouble: fc.Arbitrary<Trouble | undefined> = fc.option(
  fc.record({
    kind: fc.constantFrom<Trouble["kind"]>("crash before", "crash after", "full disk"),
    call: fc.integer({ min: 1, max: 45 }),
  }),
  { freq: 2, nil: undefined },
)
