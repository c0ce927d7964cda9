/** Every norm at every version of the plan, and every law of the ledger, with the number of comparisons behind each. */
import { Ledger, Norm } from "@grootboek/core"
import * as Result from "effect/Result"
import { useEffect, useState } from "preact/hooks"
import * as Figures from "./Figures.ts"
import * as Laws from "./Laws.ts"
import { Scroller } from "./Scroller.tsx"
import { useShared } from "./Shared.tsx"

export const ChecksView = () => {
  const { words } = useShared()
  return (
    <section aria-labelledby="checks-title">
      <h2 id="checks-title">{words.checks.title}</h2>
      <Norms />
      <LawList />
    </section>
  )
}

const Norms = () => {
  const { ledger, words } = useShared()
  const versions = Ledger.planAt(ledger)?.versions ?? []
  return (
    <section aria-labelledby="norms-title">
      <h3 id="norms-title">{words.checks.norms}</h3>
      {versions.map(({ label }) => {
        const checks = Result.getOrElse(Norm.checks(ledger, `plan:${label}`), () => [])
        return (
          <Scroller kind="scroll" key={label} label={words.moment.version(label)}>
            <table class="small norms">
              <caption>{words.moment.version(label)}</caption>
              <tbody>
                {checks.map((check) => (
                  <tr key={`${check.norm} ${check.year}`}>
                    <th scope="row">
                      {words.checks.norm[check.norm]}
                      {check.action === undefined ? "" : ` ${check.action}`}{" "}
                      <span class="aside">({words.checks.level[check.level]})</span>
                    </th>
                    <td>{check.year}</td>
                    <td class="figure">{Figures.exact(check.amount)}</td>
                    <td>
                      <Verdict holds={check.holds} level={check.level} />{" "}
                      {check.holds ? "" : words.checks.short(Figures.exact(check.short))}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroller>
        )
      })}
    </section>
  )
}

const LawList = () => {
  const shared = useShared()
  const { words, ledger, sealed, verdict } = shared
  const [found, setFound] = useState<ReadonlyArray<Laws.Held>>([])
  // One law at a time, with a breath between them, so that the page keeps answering.
  useEffect(() => {
    const law = Laws.all[found.length]
    if (law === undefined) return
    const timer = setTimeout(() => setFound([...found, law.hold({ ledger, sealed, verdict })]), 30)
    return () => clearTimeout(timer)
  }, [found, ledger, sealed, verdict])
  const held = found.filter(({ failures }) => failures.length === 0).length
  const comparisons = found.reduce((sum, one) => sum + one.comparisons, 0)
  return (
    <section aria-labelledby="laws-title">
      <h3 id="laws-title">{words.checks.laws}</h3>
      <ul class="laws">
        {Laws.all.map(({ name }, index) => {
          const one = found[index]
          return (
            <li key={name} class="card">
              {one === undefined ? (
                <span class="verdict">{words.checks.running}</span>
              ) : (
                <Verdict holds={one.failures.length === 0} level="required" />
              )}
              <b>{words.checks.names[name]}</b>
              <span class="aside">
                {one === undefined ? "" : words.checks.comparisons(Figures.count(one.comparisons))}
              </span>
              {one === undefined || one.failures.length === 0 ? undefined : (
                <ul>
                  {one.failures.map((failure) => (
                    <li key={failure}>{failure}</li>
                  ))}
                </ul>
              )}
            </li>
          )
        })}
      </ul>
      <p role="status" data-testid="laws">
        {found.length === Laws.all.length
          ? words.checks.total(String(held), String(Laws.all.length), Figures.count(comparisons))
          : words.checks.running}
      </p>
    </section>
  )
}

const Verdict = ({ holds, level }: { readonly holds: boolean; readonly level: Norm.Level }) => {
  const { words } = useShared()
  const tone = holds ? "holds" : level === "required" ? "fails" : "warns"
  return (
    <span class={`verdict ${tone}`}>
      <span aria-hidden="true">{holds ? "✓" : "✗"}</span> {holds ? words.checks.holds : words.checks.fails}
    </span>
  )
}
