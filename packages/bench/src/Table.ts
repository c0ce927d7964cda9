/** The table of results: job, size, our time, the other time, the ratio, and whether the goal is met. */

/** A row of the table. The goal is optional. */
export interface Result {
  readonly job: string
  readonly size: string
  readonly ours: string
  readonly against: string
  readonly theirs: string
  readonly ratio: string
  readonly goal: string
  readonly isMet: boolean | undefined
}

/** Compares two times. The goal is a largest ratio. */
export const atMost = (
  facts: Pick<Result, "job" | "size" | "against">,
  ours: number,
  theirs: number,
  goal: number | undefined,
): Result => ({
  ...facts,
  ours: time(ours),
  theirs: time(theirs),
  ratio: `${number(ours / theirs)} ×`,
  goal: goal === undefined ? "–" : `≤ ${number(goal)} ×`,
  isMet: goal === undefined ? undefined : ours / theirs <= goal,
})

/** Returns a comparison that says how many times less ours is. The goal is a smallest factor. */
const byFactor =
  (word: string, shown: (quantity: number) => string) =>
  (
    facts: Pick<Result, "job" | "size" | "against">,
    ours: number,
    theirs: number,
    goal: number | undefined,
  ): Result => ({
    ...facts,
    ours: shown(ours),
    theirs: shown(theirs),
    ratio: `${number(theirs / ours)} × ${word}`,
    goal: goal === undefined ? "–" : `≥ ${goal} ×`,
    isMet: goal === undefined ? undefined : theirs / ours >= goal,
  })

/** Says how many times faster ours is. */
export const faster = byFactor("faster", (ms) => time(ms))

/** Says how many times less memory ours takes. */
export const smaller = byFactor("less", (megabytes) => `${number(megabytes)} MB`)

/** The columns of a result that is compared with nothing. */
const alone = { against: "–", theirs: "–", ratio: "–", goal: "–", isMet: undefined } as const

/** Compares a time with a limit in milliseconds. */
export const within = (
  facts: Pick<Result, "job" | "size">,
  ours: number,
  limit: number | undefined,
): Result => ({
  ...facts,
  ...alone,
  ours: time(ours),
  ...(limit === undefined ? {} : { goal: `≤ ${time(limit)}`, isMet: ours <= limit }),
})

/** Compares a quantity with a limit in a unit other than time. */
export const amount = (
  facts: Pick<Result, "job" | "size">,
  ours: number,
  unit: string,
  limit: number | undefined,
): Result => ({
  ...facts,
  ...alone,
  ours: `${number(ours)} ${unit}`,
  ...(limit === undefined ? {} : { goal: `≤ ${limit} ${unit}`, isMet: ours <= limit }),
})

/** Says why a job was not measured. */
export const skipped = (facts: Pick<Result, "job" | "size">, reason: string): Result => ({
  ...facts,
  ...alone,
  ours: "skipped",
  against: reason,
})

/** Formats milliseconds with a suitable unit. */
export const time = (ms: number): string => {
  if (ms >= 1_000) return `${number(ms / 1_000)} s`
  if (ms >= 1) return `${number(ms)} ms`
  return ms >= 0.001 ? `${number(ms * 1_000)} µs` : `${number(ms * 1_000_000)} ns`
}

/** Formats a number with three significant digits. */
export const number = (value: number): string => {
  if (value >= 100) return value.toFixed(0)
  return value >= 10 ? value.toFixed(1) : value.toFixed(2)
}

const columns = ["job", "size", "ours", "against", "theirs", "ratio", "goal"] as const

export const markdown = (lines: ReadonlyArray<Result>): string =>
  [
    "| job | postings | ours | against | theirs | ratio | goal | |",
    "|---|---|---|---|---|---|---|---|",
    ...lines.map((line) => `| ${columns.map((column) => line[column]).join(" | ")} | ${verdict(line)} |`),
  ].join("\n")

/** Formats the rows of a part. Those of `expect` are figures alone, one row a size. */
export const of = (part: string, lines: ReadonlyArray<Result>): string =>
  part === "expect" ? bySize(lines) : markdown(lines)

const bySize = (lines: ReadonlyArray<Result>): string => {
  const jobs = [...new Set(lines.map(({ job }) => job))]
  const sizes = [...new Set(lines.map(({ size }) => size))]
  const figure = (size: string, job: string): string =>
    lines.find((line) => line.size === size && line.job === job)?.ours ?? "–"
  return [
    `| lines of six years | ${jobs.join(" | ")} |`,
    `|---|${jobs.map(() => "---|").join("")}`,
    ...sizes.map((size) => `| ${size} | ${jobs.map((job) => figure(size, job)).join(" | ")} |`),
  ].join("\n")
}

const verdict = ({ isMet }: Result): string => (isMet === undefined ? "" : isMet ? "met" : "**missed**")
