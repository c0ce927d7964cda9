/** The component of each view, and what a view needs. */
import type { FunctionComponent } from "preact"
import type { View } from "../part/Route.ts"
import { WhatIfView } from "../sandbox/WhatIfView.tsx"
import { ChangesView } from "./ChangesView.tsx"
import { ChartsView } from "./ChartsView.tsx"
import { ChecksView } from "./ChecksView.tsx"
import { DecisionView } from "./DecisionView.tsx"
import { IndicatorsView } from "./IndicatorsView.tsx"
import { IntegrityView } from "./IntegrityView.tsx"
import { JournalView } from "./JournalView.tsx"
import { ReplayView } from "./ReplayView.tsx"
import { StatementsView } from "./StatementsView.tsx"

/** The views about the whole journal, which a filter would falsify. */
export const isWhole: ReadonlyArray<View> = ["decision", "whatIf", "checks", "integrity"]

/** The views that read entries, which are unpacked after the first statement is shown. */
export const needsEntries: ReadonlyArray<View> = ["replay", "checks", "journal"]

/** The component of each view. */
export const components: Readonly<Record<View, FunctionComponent>> = {
  statements: StatementsView,
  changes: ChangesView,
  decision: DecisionView,
  replay: ReplayView,
  charts: ChartsView,
  indicators: IndicatorsView,
  whatIf: WhatIfView,
  checks: ChecksView,
  journal: JournalView,
  integrity: IntegrityView,
}
