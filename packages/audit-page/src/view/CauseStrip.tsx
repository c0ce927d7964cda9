/** The causes of the changes of a form: pointing at one highlights the cells that it moved, choosing it keeps them so. */
import { Diff } from "@grootboek/core"
import { Mandate } from "@grootboek/core/answer"
import * as FormComparison from "../model/FormComparison.ts"
import { Controls } from "../part/Controls.tsx"
import { Decided } from "../part/Decided.tsx"
import { ReasonChip } from "../part/ReasonChip.tsx"
import { useShared } from "../part/Shared.tsx"
import * as Figures from "../words/Figures.ts"
import { words } from "../words/Words.ts"

export interface CauseStripProps {
  readonly causes: ReadonlyArray<Diff.CauseGroup>
  readonly hover: (cause: string | undefined) => void
}

export const CauseStrip = ({ causes, hover }: CauseStripProps) => {
  const { say, whole } = useShared()
  const decisions = new Map<string, ReadonlyArray<Diff.CauseGroup>>()
  for (const cause of causes) {
    const plan = cause.entry === 0 ? "" : (Mandate.behind(whole, cause.entry)?.plan ?? "")
    decisions.set(plan, [...(decisions.get(plan) ?? []), cause])
  }
  return (
    <section class="cause-strip" aria-labelledby="causes-title">
      <h3 id="causes-title">
        {say(words.changes.causes)} <span class="aside noprint">{say(words.changes.causesHint)}</span>
      </h3>
      <Controls kind="causes-list" summary={say(words.changes.causesCount)(Figures.count(causes.length))}>
        {[...decisions].map(([plan, list]) => (
          <div key={plan}>
            {plan === "" ? undefined : <Decided entries={[list[0]?.entry ?? 0]} />}
            <ul>
              {list.map((cause) => (
                <li key={FormComparison.keyOf(cause)}>
                  <CauseButton cause={cause} hover={hover} />
                </li>
              ))}
            </ul>
          </div>
        ))}
      </Controls>
    </section>
  )
}

const CauseButton = ({
  cause,
  hover,
}: {
  readonly cause: Diff.CauseGroup
  readonly hover: CauseStripProps["hover"]
}) => {
  const { say, mark, route, go } = useShared()
  const key = FormComparison.keyOf(cause)
  const cells = [...cause.cells.values()].reduce((sum, count) => sum + count, 0)
  if (Diff.isUnexplained(cause) && cells === 0)
    return <span class="aside">{say(words.decision.unexplained)(Figures.exact(cause.largest) + mark)}</span>
  return (
    <button
      type="button"
      aria-pressed={route.cause === key}
      onClick={() => go({ cause: route.cause === key ? "" : key })}
      onMouseEnter={() => hover(key)}
      onMouseLeave={() => hover(undefined)}
      onFocus={() => hover(key)}
      onBlur={() => hover(undefined)}
    >
      <i class="swatch" data-kind={cause.kind} aria-hidden="true" />
      <ReasonChip kind={cause.kind} text={cause.text} />{" "}
      <span class="aside">{say(words.changes.moved)(Figures.count(cells))}</span>
    </button>
  )
}
