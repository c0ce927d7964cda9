/** The norms of a plan before and after a decision. */
import { Money } from "@grootboek/core"
import { type DecisionFile, DecisionSheet, Norm, NormLabel } from "@grootboek/core/answer"
import * as Figures from "../words/Figures.ts"
import { words } from "../words/Words.ts"
import { useShared } from "./Shared.tsx"
import * as Shortfall from "./Shortfall.ts"
import { Heads, WideTable } from "./WideTable.tsx"

export interface NormTableProps {
  readonly file: Pick<DecisionFile.DecisionFile, "norms" | "years">
}

export const NormTable = ({ file }: NormTableProps) => {
  const { say } = useShared()
  const title = say(words.sheet.norms)
  const norms = DecisionSheet.shownNorms(file)
  const amounts = norms.flatMap(({ before, after }) => [before?.amount ?? after.amount, after.amount])
  return (
    <div>
      <h3>{title}</h3>
      <WideTable title={title} class="small norms">
        <thead>
          <tr>
            <Heads of={[words.checks.what, words.explanation.year, words.sheet.level].map(say)} />
            <Heads of={[words.sheet.before, words.sheet.after].map(say)} kind="figure" />
            <Heads of={[say(words.sheet.verdict)]} />
          </tr>
        </thead>
        <tbody>
          {norms.map(({ before, after }) => (
            <tr key={`${Norm.key(after)} ${after.year}`}>
              <th scope="row">
                {say(words.checks.norm[after.norm])} {say(NormLabel.subject(after))}
              </th>
              <td>{after.since === undefined ? after.year : `${after.since}–${after.year}`}</td>
              <td>{say(words.checks.level[after.level])}</td>
              {[before, after].map((check, side) => (
                <td key={side} class="figure" style={Figures.aligned(check?.amount ?? Money.zero, amounts)}>
                  {check === undefined ? "" : Figures.exact(check.amount)}
                </td>
              ))}
              <td class={`verdict ${after.holds ? "holds" : "fails"}`}>
                <Verdict before={before} after={after} />
              </td>
            </tr>
          ))}
        </tbody>
      </WideTable>
    </div>
  )
}

const Verdict = ({ before, after }: DecisionSheet.ComparedNorm) => (
  <>
    <span aria-hidden="true">{after.holds ? "✓" : "✗"}</span>{" "}
    {before === undefined || before.holds === after.holds ? undefined : (
      <>
        <VerdictText check={before} /> →{" "}
      </>
    )}
    <VerdictText check={after} />
  </>
)

const VerdictText = ({ check }: { readonly check: Norm.NormCheck }) => {
  const { say } = useShared()
  if (check.holds) return <>{say(words.checks.holds)}</>
  // The shortage of the other norms is the amount itself, below zero.
  if (check.norm !== "budgetNeutrality") return <>{say(words.checks.fails)}</>
  return (
    <>
      {say(words.checks.fails)}, <span class="figure">{Shortfall.of(say, check)}</span>
    </>
  )
}
