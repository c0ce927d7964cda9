/** One table of what was measured: the job, its size, ours, what it is held against, and whether the goal is met. */

/** A line of the table. Without a goal it is there to be known. */
export interface Line {
  readonly job: string
  readonly size: string
  readonly ours: string
  readonly against: string
  readonly theirs: string
  readonly ratio: string
  readonly goal: string
  readonly isMet: boolean | undefined
}

/** A line that holds a time against another; the goal is a largest ratio. */
export const atMost = (
  facts: Pick<Line, "job" | "size" | "against">,
  ours: number,
  theirs: number,
  goal: number | undefined,
): Line => ({
  ...facts,
  ours: time(ours),
  theirs: time(theirs),
  ratio: `${number(ours / theirs)} ×`,
  goal: goal === undefined ? "–" : `≤ ${number(goal)} ×`,
  isMet: goal === undefined ? undefined : ours / theirs <= goal,
})

/** A line that says how many times faster ours is; the goal is a smallest factor. */
export const faster = (
  facts: Pick<Line, "job" | "size" | "against">,
  ours: number,
  theirs: number,
  goal: number | undefined,
): Line => ({
  ...facts,
  ours: time(ours),
  theirs: time(theirs),
  ratio: `${number(theirs / ours)} × faster`,
  goal: goal === undefined ? "–" : `≥ ${goal} ×`,
  isMet: goal === undefined ? undefined : theirs / ours >= goal,
})

/** A line that says how many times less memory ours takes. */
export const smaller = (
  facts: Pick<Line, "job" | "size" | "against">,
  ours: number,
  theirs: number,
  goal: number | undefined,
): Line => ({
  ...facts,
  ours: `${number(ours)} MB`,
  theirs: `${number(theirs)} MB`,
  ratio: `${number(theirs / ours)} × less`,
  goal: goal === undefined ? "–" : `≥ ${goal} ×`,
  isMet: goal === undefined ? undefined : theirs / ours >= goal,
})

/** A line with a limit in milliseconds. */
export const within = (facts: Pick<Line, "job" | "size">, ours: number, limit: number | undefined): Line => ({
  ...facts,
  ours: time(ours),
  against: "–",
  theirs: "–",
  ratio: "–",
  goal: limit === undefined ? "–" : `≤ ${time(limit)}`,
  isMet: limit === undefined ? undefined : ours <= limit,
})

/** A line with a limit in something else than time. */
export const amount = (
  facts: Pick<Line, "job" | "size">,
  ours: number,
  unit: string,
  limit: number | undefined,
): Line => ({
  ...facts,
  ours: `${number(ours)} ${unit}`,
  against: "–",
  theirs: "–",
  ratio: "–",
  goal: limit === undefined ? "–" : `≤ ${limit} ${unit}`,
  isMet: limit === undefined ? undefined : ours <= limit,
})

/** A line that could not be measured, with its reason: it is seen, not left out. */
export const skipped = (facts: Pick<Line, "job" | "size">, reason: string): Line => ({
  ...facts,
  ours: "skipped",
  against: reason,
  theirs: "–",
  ratio: "–",
  goal: "–",
  isMet: undefined,
})

/** Milliseconds as a reader likes them. */
export const time = (ms: number): string => {
  if (ms >= 1_000) return `${number(ms / 1_000)} s`
  if (ms >= 1) return `${number(ms)} ms`
  return ms >= 0.001 ? `${number(ms * 1_000)} µs` : `${number(ms * 1_000_000)} ns`
}

/** Three digits that count. */
export const number = (value: number): string => {
  if (value >= 100) return value.toFixed(0)
  return value >= 10 ? value.toFixed(1) : value.toFixed(2)
}

const columns = ["job", "size", "ours", "against", "theirs", "ratio", "goal"] as const

/** The lines as a Markdown table. */
export const markdown = (lines: ReadonlyArray<Line>): string =>
  [
    "| job | postings | ours | against | theirs | ratio | goal | |",
    "|---|---|---|---|---|---|---|---|",
    ...lines.map((line) => `| ${columns.map((column) => line[column]).join(" | ")} | ${verdict(line)} |`),
  ].join("\n")

const verdict = ({ isMet }: Line): string => (isMet === undefined ? "" : isMet ? "met" : "**missed**")
