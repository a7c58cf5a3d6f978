import type { EnvelopeReading, Interchange, TransactionSet } from "./envelope";
import { envelopeDefects, segmentDefects } from "./envelope-checks";
import type { Finding } from "./finding";
import { InterchangeWalker } from "./interchange-walker";
import { tokenize, type RawInterchange } from "./tokenizer";

function segmentFindings(raw: RawInterchange): Finding[] {
  const findings: Finding[] = [];
  for (const segment of raw.segments) {
    const place = { interchange: raw.ordinal, segment: segment.position, segmentId: segment.id };
    for (const defect of segmentDefects(segment, raw.delimiters)) findings.push({ ...defect, ...place });
    for (const defect of envelopeDefects(segment)) findings.push({ ...defect, ...place });
  }
  return findings;
}

function repeatedInterchanges(interchanges: readonly Interchange[]): Finding[] {
  const seen = new Set<string>();
  const findings: Finding[] = [];
  for (const { ordinal, sender, receiver, controlNumber } of interchanges) {
    const key = [sender.qualifier, sender.id, receiver.qualifier, receiver.id, controlNumber].join("\n");
    if (seen.has(key)) {
      const place = { interchange: ordinal, segment: 1, segmentId: "ISA", element: 13 };
      findings.push({ severity: "error", code: "interchange-control-number-repeated", ...place });
    }
    seen.add(key);
  }
  return findings;
}

/**
 * Reads the envelopes of a file and checks them: header width, delimiters, order and nesting, counts, control numbers
 * and their uniqueness, dates, versions, truncation, data in front and behind. It never throws; what cannot be read
 * is a finding, and everything that can be read is handed over beside it. A file is fit to be worked on when
 * `hasErrors(findings)` is false.
 */
export function readEnvelopes(text: string): EnvelopeReading {
  const { interchanges: raws, findings: tokenFindings } = tokenize(text);
  const parts: (readonly Finding[])[] = [tokenFindings];
  const interchanges: Interchange[] = [];
  let fragments: readonly TransactionSet[] = [];
  for (const raw of raws) {
    const walked = new InterchangeWalker(raw).walk();
    parts.push(segmentFindings(raw), walked.findings);
    if (raw.isFragment) fragments = walked.looseTransactions;
    else interchanges.push(walked.interchange);
  }
  parts.push(repeatedInterchanges(interchanges));
  return { interchanges, fragments, findings: parts.flat() };
}
