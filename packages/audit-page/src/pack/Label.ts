/** The label of a page: what it states about its journal, for the page to check. */

export interface Label {
  /** The language that the page opens in. */
  readonly language: "nl" | "en"
  /** When the page was made. */
  readonly made?: string
  /** The name and version of the program that made it. */
  readonly maker?: string
  /** The number of entries, and the hash of the last. */
  readonly entries: number
  readonly head: string
  /** The pages of actions beside the page, by code: paths from its own folder. */
  readonly actionPages?: Readonly<Record<string, string>>
}
