/** The Grootboek journal in one SQLite file. */
export {}
