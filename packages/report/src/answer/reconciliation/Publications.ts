/** Two publications compared: as JSON, as sentences and tables, as one table of all cells. */
export { type ComparedPublications, of as document, PublicationDocument } from "./PublicationDocument.ts"
export { of as report, table } from "./PublicationReport.ts"
