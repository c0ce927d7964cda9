/** The supposed changes in order, each with why the plan refuses it, if it does. */
import type { Refusal } from "@grootboek/core"
import { useShared } from "../part/Shared.tsx"
import { words } from "../words/Words.ts"
import type { ListedSupposition, Sandbox } from "./Sandbox.ts"
import * as SuppositionName from "./SuppositionName.ts"

const { whatIf } = words

export interface SuppositionListProps {
  readonly sandbox: Sandbox
  readonly set: (texts: ReadonlyArray<string>) => void
}

export const SuppositionList = ({ sandbox, set }: SuppositionListProps) => {
  const { say } = useShared()
  const { list, refusals } = sandbox
  const nameOf = ({ text, supposition }: ListedSupposition): string =>
    supposition === undefined ? text : SuppositionName.of(supposition, say)
  if (list.length === 0) return <p class="note">{say(whatIf.none)}</p>
  return (
    <section aria-labelledby="supposed">
      <h3 id="supposed">{say(whatIf.list)}</h3>
      <ol class="supposed">
        {list.map((one, index) => (
          <li key={index}>
            <span>{one.supposition === undefined ? say(whatIf.unreadable)(one.text) : nameOf(one)}</span>{" "}
            {one.supposition?.reason === undefined ? undefined : (
              <span class="chip" data-kind={one.supposition.reason}>
                {say(words.reasons[one.supposition.reason])}
              </span>
            )}{" "}
            <button
              type="button"
              class="link noprint"
              aria-label={say(whatIf.remove)(nameOf(one))}
              onClick={() => set(list.filter((other) => other !== one).map(({ text }) => text))}
            >
              ×
            </button>
            <Refusals list={one.refusals} otherwise={say(whatIf.refused)} />
          </li>
        ))}
      </ol>
      <Refusals list={refusals} otherwise={say(whatIf.ruleRefused)} />
      <button type="button" class="link noprint" onClick={() => set([])}>
        {say(whatIf.clear)}
      </button>
    </section>
  )
}

const Refusals = ({
  list,
  otherwise,
}: {
  readonly list: ReadonlyArray<Refusal.Refusal>
  readonly otherwise: string
}) => {
  const { say } = useShared()
  const texts = list.map(({ _tag }) => {
    const known = whatIf.refusals[_tag]
    return known === undefined ? otherwise : say(known)
  })
  return texts.length === 0 ? null : (
    <p class="verdict fails" role="alert">
      {[...new Set(texts)].join(" ")}
    </p>
  )
}
