/** What is said about every fault, in English. */
import { type Dictionary, quote } from "./Facts.ts"

export const english: Dictionary = {
  EmptyFile: () => ({ wrong: "the file is empty", expected: "expected a header and at least one row" }),
  HeaderOnly: () => ({ wrong: "the file has a header and no rows", expected: "expected at least one row" }),
  Utf16: () => ({ wrong: "the file is UTF-16", expected: "save it as CSV UTF-8" }),
  NotText: ({ looksLike }) => ({
    wrong: `this is no text but another kind of file (${looksLike})`,
    expected: looksLike === "XLSX" ? "give it a name that ends in .xlsx" : "save it as CSV UTF-8",
  }),
  NulByte: () => ({ wrong: "the line holds a NUL byte", expected: "the file may be damaged, or binary" }),
  NotInEncoding: ({ encoding }) => ({
    wrong: `the line is not ${encoding}`,
    expected: "declare the encoding: --encoding utf-8|windows-1252",
  }),
  LoneCarriageReturn: () => ({
    wrong: "a carriage return stands alone",
    expected: "lines must end in LF or CRLF",
  }),
  LineTooLong: ({ longest }) => ({
    wrong: `the line is longer than ${longest} bytes`,
    expected: "check its quotes and line ends",
  }),
  StrayQuote: () => ({
    wrong: 'a quote (") stands where none may stand',
    expected: 'a cell that holds quotes is quoted as a whole, and each quote in it doubled: "24"" screen"',
  }),
  UnterminatedQuote: () => ({
    wrong: 'a cell that begins with a quote (") never ends',
    expected: "expected a closing quote before the delimiter or the end of the line",
  }),
  RaggedRow: ({ found, expected }) => ({
    wrong: `the row has ${found} ${found === 1 ? "cell" : "cells"}`,
    expected: `expected ${expected}, as in the header`,
  }),
  UnknownTable: ({ known }) => ({
    wrong: "the header is that of no table of the structure",
    expected: `expected one of: ${known.join(" | ")}`,
  }),
  MissingColumn: ({ field, missing }) => ({
    wrong: `the column ${quote(missing)} is missing`,
    expected: `expected it in the header, or a --mapping that names another column for ${quote(field)}`,
  }),
  DuplicatedHeader: ({ header, first, second }) => ({
    wrong: `the header ${quote(header)} stands twice, in columns ${first} and ${second}`,
    expected: "expected each column once",
  }),
  YearColumn: ({ header }) => ({
    wrong: `the header ${quote(header)} looks like a year and is none`,
    expected: "expected a year such as 2026",
  }),
  NoYears: () => ({
    wrong: "the header has no amounts",
    expected: 'expected years as columns (2026;2027;…), or the columns "Jaar" and "Bedrag"',
  }),
  MappingNotRead: ({ problem }) => ({
    wrong: `the mapping cannot be read: ${problem}`,
    expected: 'expected {"columns": {"action": "Actie", …}}; --show-mapping prints one',
  }),
  EmptyCell: () => ({ wrong: "the cell is empty", expected: "expected a value" }),
  NotACode: ({ value }) => ({
    wrong: `${quote(value)} is no code`,
    expected: "expected 1 to 200 characters without control characters",
  }),
  TextNotAllowed: ({ length }) => ({
    wrong: `the text of ${length} characters is too long or holds control characters`,
    expected: "expected at most 4,000 characters",
  }),
  UnknownDirection: ({ value }) => ({
    wrong: `${quote(value)} is no direction`,
    expected: "expected U (uitgave) or O (ontvangst)",
  }),
  UnknownWord: ({ value, known }) => ({
    wrong: `${quote(value)} is not known here`,
    expected: `expected ${known.join(", ")}`,
  }),
  AccountNotDigits: ({ value }) => ({
    wrong: `${quote(value)} is no account`,
    expected: /[.,eE]/.test(value)
      ? "expected 2 to 10 digits; a spreadsheet may have taken it for a number: format the column as text"
      : "expected 2 to 10 digits",
  }),
  LostLeadingZero: ({ value, probably }) => ({
    wrong: `${quote(value)} is probably ${quote(probably)}`,
    expected: "a spreadsheet drops leading zeros: format the column as text",
  }),
  NotAnOpeningAccount: ({ value }) => ({
    wrong: `${quote(value)} is no account that a plan opens with`,
    expected: "expected 093… (result), 090… (earmarked funds), or 171…, 172…, 173…, 174… (debts)",
  }),
  NotANumber: ({ value }) => ({
    wrong: `${quote(value)} is no number`,
    expected: "expected an amount such as 1.234,56",
  }),
  AmbiguousNumber: ({ value, be, en }) => ({
    wrong: `${quote(value)} can be read as ${be} or as ${en}`,
    expected: "declare the number format: --numbers be (1.234,56) or --numbers en (1,234.56)",
  }),
  OtherNumberFormat: ({ value, format }) => ({
    wrong: `${quote(value)} is not written like the other numbers of this file`,
    expected:
      format === "be"
        ? "expected 1.234,56 (--numbers en declares the other format)"
        : "expected 1,234.56 (--numbers be declares the other format)",
  }),
  AmountTooFine: ({ value, decimals }) => ({
    wrong: `${quote(value)} has ${decimals} decimals`,
    expected: "expected at most six; --round 2 rounds half away from zero to cents",
  }),
  AmountTooLarge: ({ value }) => ({
    wrong: `${quote(value)} is too large`,
    expected: "expected at most 1.000.000.000.000 euro",
  }),
  NotAPercentage: ({ value }) => ({
    wrong: `${quote(value)} is no percentage`,
    expected: "expected a number such as 15 or 33,333333",
  }),
  NotAYear: ({ value }) => ({
    wrong: `${quote(value)} is no year`,
    expected: "expected a year such as 2026",
  }),
  NotADay: ({ value }) => ({
    wrong: `${quote(value)} is no day`,
    expected: "expected a day such as 2026-06-30 or 30/06/2026",
  }),
  NotARowNumber: ({ value }) => ({
    wrong: `${quote(value)} is no number of a dash row`,
    expected: "expected a whole number from 1 to 99, or nothing",
  }),
  CodeTwice: ({ code, first }) => ({
    wrong: `${quote(code)} was declared already, on line ${first}`,
    expected: "expected each code once",
  }),
  OneRowOnly: ({ first }) => ({
    wrong: `there is a rule already, on line ${first}`,
    expected: "expected one row",
  }),
  TotalDiffers: ({ printed, computed }) => ({
    wrong: `the printed total is ${printed} and its rows sum to ${computed}`,
    expected: "expected a difference of at most a cent per row",
  }),
  RowOutOfPlace: ({ value }) => ({
    wrong: `${quote(value)} stands before any action`,
    expected: "expected an action, and O and U below it",
  }),
}
