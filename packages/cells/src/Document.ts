/** A report as data: headings, paragraphs, labelled texts and tables, in order. Each format has its own writer. */

/** A cell of a table. A figure may have the address of the cell of a form that it prints. */
export interface DocumentCell {
  readonly text: string
  readonly isFigure?: boolean
  readonly address?: FigureAddress
}

/** The cell of a form: the row as `explain` takes it, and the year. */
export interface FigureAddress {
  readonly form: string
  readonly row: string
  readonly year: number
}

/** A row of a table; a heading has one cell over all columns. */
export interface DocumentRow {
  readonly cells: ReadonlyArray<DocumentCell>
  readonly level: number
  readonly isHeading: boolean
  readonly isStrong: boolean
}

/** A heading; level 1 begins a part of the report. */
export interface DocumentHeading {
  readonly _tag: "Heading"
  readonly level: 1 | 2 | 3 | 4 | 5
  readonly text: string
}

/** A paragraph. Line ends are kept. */
export interface DocumentParagraph {
  readonly _tag: "Paragraph"
  readonly text: string
}

export interface LabelledTexts {
  readonly _tag: "Labelled"
  readonly texts: ReadonlyArray<{ readonly label: string; readonly text: string }>
}

export interface DocumentTable {
  readonly _tag: "Table"
  readonly title: string
  readonly head: ReadonlyArray<DocumentCell>
  readonly rows: ReadonlyArray<DocumentRow>
}

export type DocumentBlock = DocumentHeading | DocumentParagraph | LabelledTexts | DocumentTable

export interface Document {
  readonly language: "en" | "nl"
  readonly title: string
  /** The lines below the title. */
  readonly about: ReadonlyArray<string>
  /** The title of the table of contents; a document of one sheet has none. */
  readonly contents?: string
  /** The text on top of every page. */
  readonly running: string
  /** The word before a page number. */
  readonly page: string
  readonly blocks: ReadonlyArray<DocumentBlock>
}
