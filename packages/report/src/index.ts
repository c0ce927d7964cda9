/** Grootboek statements as terminal text, Markdown, CSV, JSON and printable HTML. */
export {}
