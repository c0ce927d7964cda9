/** The declared chapters of a policy report: where each belongs, and its paragraphs. */
import type { Document } from "@grootboek/cells"
import type { Plan, PolicyText } from "@grootboek/core"
import type * as PolicyWords from "../../words/PolicyWords.ts"
import * as ChapterTable from "./ChapterTable.ts"

/** Chapters that belong at a certain place, by a word of their name. */
const places: ReadonlyArray<readonly [PolicyWords.PolicyWord | "introduction" | "legend", RegExp]> = [
  ["introduction", /^(?:inleiding|introduction)/i],
  ["legend", /^(?:legende|legend)/i],
  ["strategic", /^(?:strategische nota|strategic note)/i],
  ["synthesis", /synthese|synthesis/i],
  ["investments", /investering|investment/i],
  ["risks", /risico|risk/i],
  ["staff", /personeel|staff|organi[sz]ati|organogram/i],
  ["entities", /entiteit|entit/i],
  ["assumptions", /grondslag|assumpt/i],
  ["contributions", /bijdrage|contribution/i],
  ["domains", /beleidsdomein|policy domain/i],
]

export type ChapterPlace = (typeof places)[number][0]

/** Returns the paragraphs of the chapters that belong at a place. */
export const of = (plan: Plan.Plan, place: ChapterPlace): ReadonlyArray<Document.DocumentBlock> =>
  paragraphs(sorted(plan).filter(({ chapter }) => placeOf(chapter) === place))

/** Returns the chapters without a place of their own, each under its name. */
export const others = (plan: Plan.Plan): ReadonlyArray<Document.DocumentBlock> => {
  const own = sorted(plan).filter(({ chapter }) => placeOf(chapter) === undefined)
  return [...new Set(own.map(({ chapter }) => chapter))].flatMap((chapter) => [
    { _tag: "Heading", level: 2, text: chapter } as const,
    ...paragraphs(own.filter((text) => text.chapter === chapter)),
  ])
}

/** Returns the declared name of the chapter at a place. */
export const nameOf = (plan: Plan.Plan, place: ChapterPlace): string | undefined =>
  sorted(plan).find(({ chapter }) => placeOf(chapter) === place)?.chapter

const placeOf = (chapter: string): ChapterPlace | undefined =>
  places.find(([, pattern]) => pattern.test(chapter))?.[0]

const sorted = ({ structure }: Plan.Plan): ReadonlyArray<PolicyText.ChapterText> => {
  const all = [...structure.register.chapterTexts.values()]
  const order = new Map([...new Set(all.map(({ chapter }) => chapter))].map((one, at) => [one, at]))
  return all.toSorted(
    (a, b) => (order.get(a.chapter) ?? 0) - (order.get(b.chapter) ?? 0) || a.number - b.number,
  )
}

const paragraphs = (texts: ReadonlyArray<PolicyText.ChapterText>): ReadonlyArray<Document.DocumentBlock> =>
  texts.flatMap(({ title, text }) => [
    ...(title === undefined ? [] : [{ _tag: "Heading", level: 3, text: title } as const]),
    ChapterTable.of(text) ?? ({ _tag: "Paragraph", text } as const),
  ])
