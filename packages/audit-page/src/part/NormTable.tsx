/** The norms of a plan before and after a decision. */
import { type DecisionFile, DecisionSheet, Norm, NormLabel } from "@grootboek/core/answer"
import * as Figures from "../words/Figures.ts"
import { words } from "../words/Words.ts"
import { Scroller } from "./Scroller.tsx"
import { useShared } from "./Shared.tsx"
import * as Shortfall from "./Shortfall.ts"
import { Take } from "./Take.tsx"

export interface NormTableProps {
  readonly file: Pick<DecisionFile.DecisionFile, "norms" | "years">
}

export const NormTable = ({ file }: NormTableProps) => {
  const { say } = useShared()
  const title = say(words.sheet.norms)
  return (
    <div>
      <h3>{title}</h3>
      <Take name={title} title={title}>
        <Scroller kind="scroll" label={title}>
          <table class="small norms">
            <thead>
              <tr>
                <th scope="col">{say(words.checks.what)}</th>
                <th scope="col">{say(words.explanation.year)}</th>
                <th scope="col">{say(words.sheet.level)}</th>
                <th scope="col" class="figure">
                  {say(words.sheet.before)}
                </th>
                <th scope="col" class="figure">
                  {say(words.sheet.after)}
                </th>
                <th scope="col">{say(words.sheet.verdict)}</th>
              </tr>
            </thead>
            <tbody>
              {DecisionSheet.shownNorms(file).map(({ before, after }) => (
                <tr key={`${Norm.key(after)} ${after.year}`}>
                  <th scope="row">
                    {say(words.checks.norm[after.norm])} {say(NormLabel.subject(after))}
                  </th>
                  <td>{after.since === undefined ? after.year : `${after.since}–${after.year}`}</td>
                  <td>{say(words.checks.level[after.level])}</td>
                  <td class="figure">{before === undefined ? "" : Figures.exact(before.amount)}</td>
                  <td class="figure">{Figures.exact(after.amount)}</td>
                  <td class={`verdict ${after.holds ? "holds" : "fails"}`}>
                    <Verdict before={before} after={after} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroller>
      </Take>
    </div>
  )
}

const Verdict = ({ before, after }: DecisionSheet.ComparedNorm) => (
  <>
    <span aria-hidden="true">{after.holds ? "✓" : "✗"}</span>{" "}
    {before === undefined || before.holds === after.holds ? undefined : (
      <>
        <Said check={before} /> →{" "}
      </>
    )}
    <Said check={after} />
  </>
)

const Said = ({ check }: { readonly check: Norm.NormCheck }) => {
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
