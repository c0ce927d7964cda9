/** The questions of the law: each form at each kind of moment and each reach, all of them or some from a seed. */
import { type FormId, type Funding, formIds } from "@grootboek/core"
import type { FormQuery } from "@grootboek/lake"
import * as fc from "fast-check"

const moments = [
  undefined,
  "plan:2026/0",
  "plan:2026/1",
  "plan:2026/2",
  "decision:2026/0",
  "decision:2026/1",
  "time:2026-01-01T00:07:30Z",
  "position:11",
  "plan:oud/0",
]
const reaches: ReadonlyArray<Funding.Conditional> = ["with", "without", "only"]

/** Returns every question about a form. */
const about = (form: FormId): ReadonlyArray<FormQuery.LakeQuestion> =>
  moments.flatMap((at) => reaches.map((conditional) => ({ form, at, conditional })))

/** Every question about every form. */
export const all: ReadonlyArray<FormQuery.LakeQuestion> = formIds.flatMap(about)

/** Returns the question about the end of each journal for each form, and as many others as asked, the same for the same seed. */
export const some = (others: number, seed: number): ReadonlyArray<FormQuery.LakeQuestion> =>
  formIds.flatMap((form, turn) => {
    const [end, ...rest] = about(form)
    const drawn = fc.shuffledSubarray(rest, { minLength: others, maxLength: others })
    return [
      ...(end === undefined ? [] : [end]),
      ...fc.sample(drawn, { numRuns: 1, seed: seed + turn }).flat(),
    ]
  })
