/** All texts of the page, by noun. Labels of rows stay Dutch in both languages, as the law prints them. */
import { accounts } from "./Accounts.ts"
import { changes } from "./Changes.ts"
import { checks } from "./Checks.ts"
import { decision } from "./Decision.ts"
import { events } from "./Events.ts"
import { evidence } from "./Evidence.ts"
import { explanation } from "./Explanation.ts"
import { indicators } from "./Indicators.ts"
import { integrity } from "./Integrity.ts"
import { journal } from "./Journal.ts"
import { moment } from "./Moment.ts"
import { page } from "./Page.ts"
import { problems } from "./Problems.ts"
import { reasons } from "./Reasons.ts"
import { replay } from "./Replay.ts"
import { rules } from "./Rules.ts"
import { save } from "./Save.ts"
import { filter, search } from "./Search.ts"
import { sheet } from "./Sheet.ts"
import { statement } from "./Statement.ts"
import { whatIf } from "./WhatIf.ts"

export const words = {
  page,
  problems,
  search,
  evidence,
  save,
  filter,
  moment,
  statement,
  accounts,
  explanation,
  rules,
  reasons,
  changes,
  decision,
  sheet,
  replay,
  whatIf,
  checks,
  events,
  journal,
  indicators,
  integrity,
}
