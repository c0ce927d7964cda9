/** The Grootboek journal in PostgreSQL. */
export {}
