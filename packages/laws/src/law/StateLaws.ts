/** Laws of the import of a whole list: what people posted equals the list, in its scope, and the same list changes nothing. */
import { type Breach, differs, firstOf } from "../kit/Law.ts"
import { moves } from "../reference/Moves.ts"
import * as PostedSums from "../reference/PostedSums.ts"
import { apply, ruleLaw, type Situation } from "./RuleLaw.ts"
import * as WholeList from "./WholeList.ts"

/** Makes a law of an accepted import; `again` imports the same list once more. */
const stateLaw = (
  name: string,
  note: string,
  breaks: (
    after: Situation,
    list: WholeList.WholeList,
    again: (situation: Situation) => Situation | undefined,
  ) => Breach | undefined,
) =>
  ruleLaw<WholeList.DrawnChanges>(name, note, {
    drawn: WholeList.drawn,
    rule: (situation, facts) => {
      const list = WholeList.of(situation, facts)
      if (list.rows.length === 0) return undefined
      return apply(list.situation, [WholeList.decision(list, facts)]) === undefined ? undefined : []
    },
    breaks: (_, before, facts) => {
      const list = WholeList.of(before, facts)
      const again = (situation: Situation) => apply(situation, [WholeList.decision(list, facts)])
      const once = again(list.situation)
      return once === undefined ? undefined : breaks(once, list, again)
    },
  })

export const state = [
  stateLaw(
    "state import: what people posted equals the list",
    "In its scope, summed from the events alone; postings of rules are left out.",
    (after, list) => {
      const found = PostedSums.of(after.events)
      return firstOf(WholeList.expected(list), ([id, amount]) =>
        differs(id, PostedSums.textAt(found, id), amount.toFixed(6)),
      )
    },
  ),
  stateLaw(
    "state import: changes nothing outside its scope",
    "Other years and other lines.",
    (after, list) => {
      const [now, then, wanted] = [
        PostedSums.of(after.events),
        PostedSums.of(list.situation.events),
        WholeList.expected(list),
      ]
      return firstOf(new Set([...now.keys(), ...then.keys()]), (id) =>
        wanted.has(id) ? undefined : differs(id, PostedSums.textAt(now, id), PostedSums.textAt(then, id)),
      )
    },
  ),
  stateLaw(
    "state import: records exactly the difference",
    "One posting per line and year that differs, and none of zero.",
    (after, list) => {
      const [then, wanted] = [PostedSums.of(list.situation.events), WholeList.expected(list)]
      const posted = after.events
        .slice(list.situation.events.length)
        .filter(({ _tag }) => !PostedSums.ruleKinds.has(_tag))
        .flatMap(moves)
        .map(({ place, year, amount }) => `${place.where} in ${year}: ${amount.toFixed(6)}`)
      const due = [...wanted]
        .map(([id, amount]) => [id, amount.sub(PostedSums.at(then, id))] as const)
        .filter(([, change]) => !change.isZero())
        .map(([id, change]) => `${id}: ${change.toFixed(6)}`)
      return differs("postings", posted.toSorted(), due.toSorted())
    },
  ),
  stateLaw("state import: the same list again changes nothing", "Rules included.", (once, _, again) =>
    differs("entries", again(once)?.events.length, once.events.length),
  ),
]
