/**
 * The parts of a line for its commitments: `2026-03 + V-12`, a month, a movement and a reference.
 *
 * `+` is what was recorded, `-` what was released, and `=` what realisations used. The amounts of one reference sum to what is
 * open, below zero when more was realised than recorded.
 *
 * ```ts
 * const part = CommitmentPart.of({ month: "2026-03", movement: "recorded", reference: "B-1" })
 * CommitmentPart.parse(part)?.reference // => "B-1"
 * CommitmentPart.parse("2026-03") // => undefined
 * ```
 */

/** What happens to a commitment: it is recorded, released, or used by a realisation. */
export type CommitmentMovement = "recorded" | "released" | "realised"

/** A part as its three fields. */
export interface CommitmentPart {
  readonly month: string
  readonly movement: CommitmentMovement
  readonly reference: string
}

const signs = { recorded: "+", released: "-", realised: "=" } as const

/** Returns the part of a movement. */
export const of = ({ month, movement, reference }: CommitmentPart): string =>
  `${month} ${signs[movement]} ${reference}`

/** Parses a part; returns undefined for a part of another kind. */
export const parse = (part: string): CommitmentPart | undefined => {
  const [, month = "", sign, reference = ""] = /^(\d{4}-\d{2}) ([-+=]) (.+)$/u.exec(part) ?? []
  if (sign === undefined) return undefined
  return { month, movement: sign === "+" ? "recorded" : sign === "-" ? "released" : "realised", reference }
}
