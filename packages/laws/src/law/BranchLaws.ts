/** The law of branches: a branch shows the figures that its promotion will give. */
import { Journal, Money } from "@grootboek/core"
import { Branch } from "@grootboek/core/ledger"
import * as Result from "effect/Result"
import * as Scenarios from "../draw/Scenarios.ts"
import { amountsDiffer, firstOf } from "../kit/Law.ts"
import * as Reading from "../kit/LedgerCells.ts"
import { pairLaw } from "./MomentPair.ts"

export const branches = [
  pairLaw(
    "branch: promoting it equals appending its events",
    "A branch shows the same figures as the journal after promotion.",
    ({ played, from }) => {
      const proposals = played.batches.flat()
      const base = Scenarios.fold(played.entries.slice(0, from))
      const branch = Branch.propose(
        Branch.create("wat als", { ...Journal.genesis, position: from }),
        proposals.slice(from),
      )
      const read = Branch.read(Branch.write(branch))
      if (Result.isFailure(read))
        return { what: `the branch was not read back: ${read.failure.problem._tag}` }
      const unfolded = Result.getOrThrowWith(
        Branch.apply(base, read.success, played.entries.at(-1)?.time ?? ""),
        ({ _tag }) => new Error(_tag),
      )
      const direct = Reading.amounts(Reading.all(played.ledger))
      return firstOf(Reading.all(unfolded), ({ where, exact }) =>
        amountsDiffer(where, exact, direct.get(where) ?? Money.zero),
      )
    },
  ),
]
