/** Checks every state with the rules of axe, and that no state is wider than its screen. */
import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { AuditPage } from "@grootboek/audit-page"
import type { AxeResults } from "axe-core"
import * as W13 from "../W13.ts"
import * as Screen from "./Screen.ts"
import * as States from "./States.ts"

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8")

/** Returns the number of states that pass and fail. */
export const run = async (widths: ReadonlyArray<number>) => {
  const html = AuditPage.render({
    journal: W13.measured(),
    made: "2026-12-11T08:00:00.000Z",
    maker: "grootboek",
  })
  const screen = await Screen.open()
  try {
    return await all(screen, html, widths)
  } finally {
    await screen.close()
  }
}

const all = async (screen: Screen.Screen, html: string, widths: ReadonlyArray<number>) => {
  let [passed, failed] = [0, 0]
  const check = async (name: string, show: () => Promise<void>): Promise<void> => {
    const problems = await show()
      .then(() => problemsOf(screen))
      .catch((cause: unknown) => [String(cause)])
    if (problems.length === 0) passed += 1
    else failed += 1
    console.log(`${problems.length === 0 ? "✓" : "✗"} ${name}`)
    for (const problem of problems) console.log(`    ${problem}`)
  }
  for (const [state, document, extra] of [
    ["intact", html, ""],
    ["filtered", html, "&only=action:A10302&only=cause:subsidy"],
    ["damaged", States.damaged(html), ""],
  ] as const) {
    await screen.load(document)
    await screen.evaluate(axe)
    for (const width of widths) {
      await screen.page.setViewportSize({ width, height: 900 })
      for (const [name, hash] of States.views)
        for (const language of ["nl", "en"])
          for (const theme of ["light", "dark"])
            await check(`${state} ${name} ${width} ${language} ${theme}`, () =>
              screen.show(`${hash}${extra}&lang=${language}&theme=${theme}`),
            )
      for (const theme of ["light", "dark"]) {
        await check(`${state} search ${width} ${theme}`, async () => {
          await screen.show(`view=statements&form=M2${extra}&theme=${theme}`)
          await screen.page.keyboard.press("Control+k")
          await screen.page.keyboard.type("overhead")
          await screen.page.locator("#found [role=option]").first().waitFor()
        })
        await screen.page.keyboard.press("Escape")
      }
    }
  }
  return { passed, failed }
}

const problemsOf = async (screen: Screen.Screen): Promise<ReadonlyArray<string>> => {
  const found: AxeResults = await screen.evaluate("axe.run(document, { resultTypes: ['violations'] })")
  const over: number = await screen.evaluate("document.documentElement.scrollWidth - innerWidth")
  return [
    ...found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`),
    ...(over > 0 ? [`${over} px wider than the screen`] : []),
  ]
}
