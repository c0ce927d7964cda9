/** Every norm at every version of the plan, and every law of the ledger, with the number of comparisons behind each. */
import { Ledger, Norm, Year } from "@grootboek/core"
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
      <LawList />
      <Norms />
    </section>
  )
}

// One row per norm and version, so that a reader sees a norm from version to version and from year to year.
const Norms = () => {
  const { ledger, words } = useShared()
  const plan = Ledger.planAt(ledger)
  const years = plan === undefined ? [] : Year.list(plan.years)
  const rows = (plan?.versions ?? []).flatMap(({ label }) => {
    const found = Result.flatMap(Ledger.moment(ledger, `plan:${label}`), (at) => Norm.checks(ledger, { at }))
    const checks = Result.getOrElse(found, () => [])
    const names = [...new Set(checks.map(nameOf))]
    return names.map((name) => ({ label, name, checks: checks.filter((check) => nameOf(check) === name) }))
  })
  return (
    <section aria-labelledby="norms-title">
      <h3 id="norms-title">{words.checks.norms}</h3>
      <Scroller kind="scroll" label={words.checks.what}>
        <table class="small norms">
          <thead>
            <tr>
              <th scope="col">{words.checks.what}</th>
              <th scope="col">{words.replay.version}</th>
              {years.map((year) => (
                <th key={year} scope="col" class="figure">
                  {year}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows
              .toSorted((one, other) => one.name.localeCompare(other.name))
              .map(({ label, name, checks }) => (
                <tr key={`${name} ${label}`}>
                  <th scope="row">
                    {checks[0] === undefined ? "" : words.checks.norm[checks[0].norm]} {checks[0]?.action}{" "}
                    <span class="aside">
                      ({checks[0] === undefined ? "" : words.checks.level[checks[0].level]})
                    </span>
                  </th>
                  <td>{label}</td>
                  {years.map((year) => (
                    <NormCell key={year} check={checks.find((check) => check.year === year)} />
                  ))}
                </tr>
              ))}
          </tbody>
        </table>
      </Scroller>
    </section>
  )
}

const nameOf = (check: Norm.NormCheck): string => `${check.norm} ${check.action ?? ""}`

const NormCell = ({ check }: { readonly check: Norm.NormCheck | undefined }) => {
  const { words } = useShared()
  if (check === undefined) return <td class="figure">–</td>
  const tone = check.holds ? "holds" : check.level === "required" ? "fails" : "warns"
  return (
    <td class={`figure verdict ${tone}`}>
      <span aria-hidden="true">{check.holds ? "✓" : "✗"}</span>
      <span class="unseen">
        {check.holds
          ? words.checks.holds
          : `${words.checks.fails}, ${words.checks.short(Figures.exact(check.short))}`}
      </span>{" "}
      {Figures.exact(check.amount)}
    </td>
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
                <Verdict holds={one.failures.length === 0} />
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

const Verdict = ({ holds }: { readonly holds: boolean }) => {
  const { words } = useShared()
  return (
    <span class={holds ? "verdict holds" : "verdict fails"}>
      <span aria-hidden="true">{holds ? "✓" : "✗"}</span> {holds ? words.checks.holds : words.checks.fails}
    </span>
  )
}
