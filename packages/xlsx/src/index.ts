/** Spreadsheets in and out of Grootboek. */
export {}
