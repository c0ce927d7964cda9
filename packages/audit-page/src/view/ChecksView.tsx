/** The checks of the ledger with their number of comparisons, and every norm of every version of the plan. */
import { Ledger, Year } from "@grootboek/core"
import { Check, LawName, Norm, NormLabel } from "@grootboek/core/answer"
import * as Result from "effect/Result"
import { useEffect, useState } from "preact/hooks"
import { useShared } from "../part/Shared.tsx"
import * as Shortfall from "../part/Shortfall.ts"
import { Heads, WideTable } from "../part/WideTable.tsx"
import type { Say } from "../words/Bilingual.ts"
import * as Figures from "../words/Figures.ts"
import { words } from "../words/Words.ts"

export const ChecksView = () => {
  const { say } = useShared()
  return (
    <section aria-labelledby="checks-title">
      <h2 id="checks-title">{say(words.checks.title)}</h2>
      <LawList />
      <Norms />
    </section>
  )
}

// One row per norm and version, sorted by norm, so that versions can be compared.
const Norms = () => {
  const { ledger, say } = useShared()
  const plan = Ledger.planAt(ledger)
  const years = plan === undefined ? [] : Year.list(plan.years)
  const rows = (plan?.versions ?? []).flatMap(({ label }) => {
    const found = Result.flatMap(Ledger.moment(ledger, `plan:${label}`), (at) => Norm.checks(ledger, { at }))
    const checks = Result.getOrElse(found, () => [])
    const names = [...new Set(checks.map(Norm.key))]
    return names.map((name) => ({
      label,
      name,
      checks: checks.filter((check) => Norm.key(check) === name),
    }))
  })
  return (
    <section aria-labelledby="norms-title">
      <h3 id="norms-title">{say(words.checks.norms)}</h3>
      <WideTable
        {...{ name: say(words.checks.what), title: say(words.checks.norms), label: say(words.checks.what) }}
        class="small norms held"
      >
        <thead>
          <tr class="onpaper">
            <th colSpan={years.length + 2}>{say(words.checks.norms)}</th>
          </tr>
          <tr>
            <Heads of={[words.checks.what, words.replay.version].map(say)} />
            <Heads of={years} kind="figure" />
          </tr>
        </thead>
        <tbody>
          {rows
            .toSorted((one, other) => one.name.localeCompare(other.name))
            .map(({ label, name, checks }) => (
              <tr key={`${name} ${label}`}>
                <th scope="row">
                  {checks[0] === undefined ? "" : say(words.checks.norm[checks[0].norm])}{" "}
                  {checks[0] === undefined ? "" : subjectOf(say, checks[0])}{" "}
                  <span class="aside">
                    ({checks[0] === undefined ? "" : say(words.checks.level[checks[0].level])})
                  </span>
                </th>
                <td>{label}</td>
                {years.map((year) => (
                  <NormCell key={year} check={checks.find((check) => check.year === year)} />
                ))}
              </tr>
            ))}
        </tbody>
      </WideTable>
    </section>
  )
}

const subjectOf = (say: Say, check: Norm.NormCheck): string =>
  [say(NormLabel.subject(check)), check.since === undefined ? "" : `${check.since}–${check.year}`]
    .filter((part) => part !== "")
    .join(", ")

const NormCell = ({ check }: { readonly check: Norm.NormCheck | undefined }) => {
  const { say } = useShared()
  if (check === undefined) return <td class="figure">–</td>
  const tone = check.holds ? "holds" : check.level === "required" ? "fails" : "warns"
  return (
    <td class={`figure verdict ${tone}`}>
      <span aria-hidden="true">{check.holds ? "✓" : "✗"}</span>
      <span class="unseen">
        {check.holds ? say(words.checks.holds) : `${say(words.checks.fails)}, ${Shortfall.of(say, check)}`}
      </span>{" "}
      {Figures.exact(check.amount)}
    </td>
  )
}

/** How many breaches of a law are shown. */
const mostBreaches = 20

const LawList = () => {
  const { say, ledger } = useShared()
  const [found, setFound] = useState<ReadonlyArray<Check.LawCheck>>([])
  // Checks one law per timer, so that the page stays responsive.
  useEffect(() => {
    const code = Check.codes[found.length]
    if (code === undefined) return
    const timer = setTimeout(() => setFound([...found, Check.law(ledger, code)]), 30)
    return () => clearTimeout(timer)
  }, [found, ledger])
  const held = found.filter(({ breaches }) => breaches.length === 0).length
  const comparisons = found.reduce((sum, one) => sum + one.comparisons, 0)
  return (
    <section aria-labelledby="laws-title">
      <h3 id="laws-title">{say(words.checks.laws)}</h3>
      <p role="status" data-testid="laws">
        {found.length === Check.codes.length
          ? say(words.checks.total)(String(held), String(Check.codes.length), Figures.count(comparisons))
          : say(words.checks.running)}
      </p>
      <ul class="laws">
        {Check.codes.map((code, index) => {
          const one = found[index]
          return (
            <li key={code} class="card">
              {one === undefined ? (
                <span class="verdict">{say(words.checks.running)}</span>
              ) : (
                <Verdict holds={one.breaches.length === 0} />
              )}
              <b>{say(words.checks.names[code])}</b>
              <span class="aside">
                {one === undefined ? "" : say(words.checks.comparisons)(Figures.count(one.comparisons))}
              </span>
              {one === undefined || one.breaches.length === 0 ? undefined : (
                <ul>
                  {one.breaches.slice(0, mostBreaches).map(({ position, what, difference }) => (
                    <li key={`${position} ${LawName.compared(what).en}`}>
                      #{position} {say(LawName.compared(what))}: {Figures.exact(difference)}
                    </li>
                  ))}
                </ul>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

const Verdict = ({ holds }: { readonly holds: boolean }) => {
  const { say } = useShared()
  return (
    <span class={holds ? "verdict holds" : "verdict fails"}>
      <span aria-hidden="true">{holds ? "✓" : "✗"}</span>{" "}
      {say(holds ? words.checks.passed : words.checks.failed)}
    </span>
  )
}
