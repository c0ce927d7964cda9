/** What the address of the page asks for and the journal does not have, with links to what exists. */
import type { RouteProblem } from "../part/RouteProblem.ts"
import { useShared } from "../part/Shared.tsx"
import { words } from "../words/Words.ts"

const { problems } = words

export const ProblemNote = ({ list }: { readonly list: ReadonlyArray<RouteProblem> }) => {
  const { say, go } = useShared()
  return (
    <section class="banner damaged problem" role="alert" aria-labelledby="problem-title">
      <h2 id="problem-title">{say(problems.title)}</h2>
      {list.map(({ part, asked, known }) => (
        <div key={`${part} ${asked}`}>
          <p>{say(problems.missing)(say(problems.parts[part]), asked)}</p>
          {known.length === 0 ? undefined : (
            <p>
              {say(problems.known)}{" "}
              {known.map((one) =>
                isChoice(one) ? (
                  <button
                    key={one}
                    type="button"
                    onClick={() => go({ [part]: part === "only" ? [one] : one })}
                  >
                    {one}
                  </button>
                ) : (
                  <code key={one}>{one} </code>
                ),
              )}
            </p>
          )}
        </div>
      ))}
    </section>
  )
}

/** Whether a text names one thing, and not a range of them. */
const isChoice = (known: string): boolean => !/[…–]/.test(known)
