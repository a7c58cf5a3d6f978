import type { CalendarDate } from "../../calendar/calendar-date";
import type { Loop } from "./loop-order";
import type { Segment } from "./tokenizer";

/** What the handlers of single segments may do. */
export type ReadingPlace = {
  readonly loop: Loop;
  readonly error: (code: string, segment: Segment, element?: number) => void;
  /** The day of a D8 element, or undefined and a finding. */
  readonly day: (segment: Segment, element: number) => CalendarDate | undefined;
};

/** Which elements of a segment that is not read whole hold something. */
export function unreadElements(segment: Segment, known: readonly number[]): string[] {
  return segment.elements.flatMap((value, index) =>
    value === "" || known.includes(index + 1) ? [] : [`${segment.id}${String(index + 1).padStart(2, "0")}`],
  );
}
