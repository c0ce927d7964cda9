/** What is said about every fault, in Dutch. */
import { type Dictionary, quote } from "./Facts.ts"

export const dutch: Dictionary = {
  EmptyFile: () => ({ wrong: "het bestand is leeg", expected: "verwacht: een kopregel en minstens één rij" }),
  HeaderOnly: () => ({
    wrong: "het bestand heeft een kopregel en geen rijen",
    expected: "verwacht: minstens één rij",
  }),
  Utf16: () => ({ wrong: "het bestand is UTF-16", expected: "bewaar het als CSV UTF-8" }),
  NotText: ({ looksLike }) => ({
    wrong: `dit is geen tekst maar een ${looksLike}-bestand`,
    expected: looksLike === "XLSX" ? "geef het een naam die eindigt op .xlsx" : "bewaar het als CSV UTF-8",
  }),
  NulByte: () => ({
    wrong: "de regel bevat een NUL-byte",
    expected: "het bestand is misschien beschadigd of binair",
  }),
  NotInEncoding: ({ encoding }) => ({
    wrong: `de regel is niet in ${encoding}`,
    expected: "geef de codering op: --encoding utf-8|windows-1252",
  }),
  LoneCarriageReturn: () => ({
    wrong: "er staat een losse carriage return",
    expected: "regels eindigen op LF of CRLF",
  }),
  LineTooLong: ({ longest }) => ({
    wrong: `de regel is langer dan ${longest} bytes`,
    expected: "controleer de aanhalingstekens en regeleinden",
  }),
  StrayQuote: () => ({
    wrong: 'er staat een aanhalingsteken (") waar het niet hoort',
    expected: 'zet de hele cel tussen aanhalingstekens en verdubbel die erin: "scherm 24"""',
  }),
  UnterminatedQuote: () => ({
    wrong: 'een cel die met een aanhalingsteken (") begint, eindigt nergens',
    expected: "verwacht: een sluitend aanhalingsteken voor het scheidingsteken of het einde van de regel",
  }),
  RaggedRow: ({ found, expected }) => ({
    wrong: `de rij heeft ${found} ${found === 1 ? "cel" : "cellen"}`,
    expected: `verwacht: ${expected}, zoals in de kopregel`,
  }),
  UnknownTable: ({ known }) => ({
    wrong: "de kopregel hoort bij geen tabel van de structuur",
    expected: `verwacht: een van ${known.join(" | ")}`,
  }),
  MissingColumn: ({ field, missing }) => ({
    wrong: `de kolom ${quote(missing)} ontbreekt`,
    expected: `verwacht in de kopregel, of een --mapping met een andere kolom voor ${quote(field)}`,
  }),
  DuplicatedHeader: ({ header, first, second }) => ({
    wrong: `de kop ${quote(header)} staat er twee keer, in kolom ${first} en ${second}`,
    expected: "verwacht: elke kolom één keer",
  }),
  YearColumn: ({ header }) => ({
    wrong: `de kop ${quote(header)} lijkt op een jaar maar is er geen`,
    expected: "verwacht: een jaar zoals 2026",
  }),
  NoYears: () => ({
    wrong: "de kopregel heeft geen bedragen",
    expected: 'verwacht: jaren als kolommen (2026;2027;…), of de kolommen "Jaar" en "Bedrag"',
  }),
  MappingNotRead: ({ problem }) => ({
    wrong: `de mapping kan niet gelezen worden: ${problem}`,
    expected: 'verwacht: {"columns": {"action": "Actie", …}}; --show-mapping toont er een',
  }),
  EmptyCell: () => ({ wrong: "de cel is leeg", expected: "verwacht: een waarde" }),
  NotACode: ({ value }) => ({
    wrong: `${quote(value)} is geen code`,
    expected: "verwacht: 1 tot 200 tekens zonder besturingstekens",
  }),
  TextNotAllowed: ({ length }) => ({
    wrong: `de tekst van ${length} tekens is te lang of bevat besturingstekens`,
    expected: "verwacht: hoogstens 4.000 tekens",
  }),
  UnknownDirection: ({ value }) => ({
    wrong: `${quote(value)} is geen richting`,
    expected: "verwacht: U (uitgave) of O (ontvangst)",
  }),
  UnknownWord: ({ value, known }) => ({
    wrong: `${quote(value)} is hier niet gekend`,
    expected: `verwacht: ${known.join(", ")}`,
  }),
  AccountNotDigits: ({ value }) => ({
    wrong: `${quote(value)} is geen rekening`,
    expected: /[.,eE]/.test(value)
      ? "verwacht: 2 tot 10 cijfers; een rekenblad maakte er misschien een getal van: geef de kolom de opmaak tekst"
      : "verwacht: 2 tot 10 cijfers",
  }),
  LostLeadingZero: ({ value, probably }) => ({
    wrong: `${quote(value)} is vermoedelijk ${quote(probably)}`,
    expected: "een rekenblad laat voorloopnullen vallen: geef de kolom de opmaak tekst",
  }),
  NotAnOpeningAccount: ({ value }) => ({
    wrong: `${quote(value)} is geen rekening waarmee een plan opent`,
    expected: "verwacht: 093… (resultaat), 090… (onbeschikbare gelden), of 171…, 172…, 173…, 174… (schulden)",
  }),
  NotANumber: ({ value }) => ({
    wrong: `${quote(value)} is geen getal`,
    expected: "verwacht: een bedrag zoals 1.234,56",
  }),
  AmbiguousNumber: ({ value, be, en }) => ({
    wrong: `${quote(value)} kan gelezen worden als ${be} of als ${en}`,
    expected: "geef het getalformaat op: --numbers be (1.234,56) of --numbers en (1,234.56)",
  }),
  OtherNumberFormat: ({ value, format }) => ({
    wrong: `${quote(value)} is anders geschreven dan de andere getallen van dit bestand`,
    expected:
      format === "be"
        ? "verwacht: 1.234,56 (--numbers en geeft het andere formaat op)"
        : "verwacht: 1,234.56 (--numbers be geeft het andere formaat op)",
  }),
  AmountTooFine: ({ value, decimals }) => ({
    wrong: `${quote(value)} heeft ${decimals} decimalen`,
    expected: "verwacht: hoogstens zes; --round 2 rondt af op centen, helften van nul weg",
  }),
  AmountTooLarge: ({ value }) => ({
    wrong: `${quote(value)} is te groot`,
    expected: "verwacht: hoogstens 1.000.000.000.000 euro",
  }),
  NotAPercentage: ({ value }) => ({
    wrong: `${quote(value)} is geen percentage`,
    expected: "verwacht: een getal zoals 15 of 33,333333",
  }),
  NotAYear: ({ value }) => ({
    wrong: `${quote(value)} is geen jaar`,
    expected: "verwacht: een jaar zoals 2026",
  }),
  NotADay: ({ value }) => ({
    wrong: `${quote(value)} is geen dag`,
    expected: "verwacht: een dag zoals 2026-06-30 of 30/06/2026",
  }),
  NotARowNumber: ({ value }) => ({
    wrong: `${quote(value)} is geen nummer van een streepjesrij`,
    expected: "verwacht: een geheel getal van 1 tot 99, of niets",
  }),
  CodeTwice: ({ code, first }) => ({
    wrong: `${quote(code)} werd al verklaard, op regel ${first}`,
    expected: "verwacht: elke code één keer",
  }),
  OneRowOnly: ({ first }) => ({
    wrong: `er is al een regel, op lijn ${first}`,
    expected: "verwacht: één rij",
  }),
  TotalDiffers: ({ printed, computed }) => ({
    wrong: `het gedrukte totaal is ${printed} en de rijen geven ${computed}`,
    expected: "verwacht: een verschil van hoogstens een cent per rij",
  }),
  RowOutOfPlace: ({ value }) => ({
    wrong: `${quote(value)} staat voor elke actie`,
    expected: "verwacht: een actie, met O en U eronder",
  }),
}
