/** Messages about spans and metrics that a receiver should get. */
import type { Both } from "./Language.ts"

export const unusable = (detail: string): Both => ({
  en: `The spans and metrics cannot be sent: ${detail}. Correct OTEL_EXPORTER_OTLP_ENDPOINT, such as http://127.0.0.1:4318, or remove it.`,
  nl: `De metingen kunnen niet worden verstuurd: ${detail}. Verbeter OTEL_EXPORTER_OTLP_ENDPOINT, zoals http://127.0.0.1:4318, of verwijder die variabele.`,
})

/** The receiver did not take the spans and metrics. The command itself is done. */
export const notSent = (url: string, detail: string): Both => ({
  en: `${url} did not take the spans and metrics of this command (${detail}). The command itself is not affected. Check the receiver, or remove OTEL_EXPORTER_OTLP_ENDPOINT.`,
  nl: `${url} nam de metingen van deze opdracht niet aan (${detail}). De opdracht zelf is uitgevoerd. Controleer de ontvanger, of verwijder OTEL_EXPORTER_OTLP_ENDPOINT.`,
})
